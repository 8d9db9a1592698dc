import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconMapQuestion, IconMoodSad } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { SignInScreen } from './account/sign-in.tsx';
import { useIdleLock } from './account/use-idle-lock.ts';
import { useSession } from './account/use-session.ts';
import { lazyScreen } from './ui/lazy-screen.tsx';
import { EmptyState, Page } from './ui/page.tsx';
import { Waiting } from './ui/waiting.tsx';

// Each arrives when it is due, and with all words: the first page is the sign-in and little else.
const Shell = lazyScreen(() => import('./ui/shell.tsx'), 'Shell', <Starting />);
const Entrance = lazyScreen(
  () => import('./exchange/entrance.tsx'),
  'Entrance',
  <Starting />,
  // Its words come with the page (`scripts/build/first-words.ts`).
  async () => {},
);
const pin = () => import('./account/pin.tsx');
const NoLineScreen = lazyScreen(pin, 'NoLineScreen', <Starting />);
const SetPinScreen = lazyScreen(pin, 'SetPinScreen', <Starting />);
const UnlockScreen = lazyScreen(pin, 'UnlockScreen', <Starting />);

/** Which of the screens before the work is due, or the work itself. The address never changes for it. */
export function Root() {
  const { phase } = useSession();
  const { pathname } = useLocation();
  useIdleLock();
  if (pathname === '/invitation' && phase !== 'open') return <Outlet />;
  // For whoever has no account; and on a device of ours it shows nothing of whose it is.
  // The other half asks for its own participants.
  if (/^\/workspace\/(register|forgotten|way-in)$/.test(pathname)) return <Outlet />;
  if (/^\/workspace(\/|$)/.test(pathname)) return <Entrance />;
  if (pathname === '/say' || pathname === '/request') return <Outlet />;
  switch (phase) {
    case 'starting':
      return <Starting />;
    case 'no_line':
      return <NoLineScreen />;
    case 'signed_out':
      return <SignInScreen />;
    case 'set_pin':
      return <SetPinScreen />;
    case 'locked':
      return <UnlockScreen />;
    case 'open':
      return <Shell />;
  }
}

function Starting() {
  return (
    <main style={{ display: 'grid', placeItems: 'center', minBlockSize: '100dvh' }}>
      <Waiting />
    </main>
  );
}

/** What one may not see and what does not exist look the same. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <Page title={t`Nothing here`}>
      <EmptyState
        icon={<IconMapQuestion size={44} aria-hidden />}
        title={<Trans>There is nothing here for you</Trans>}
        action={
          <Button component="a" href="/">
            <Trans>To the start</Trans>
          </Button>
        }
      >
        <Trans>It may have been moved, or you may not see it any more.</Trans>
      </EmptyState>
    </Page>
  );
}

/** A bug in a screen, or a part of it that could not be loaded without a connection. */
export function ScreenFailed() {
  const { t } = useLingui();
  return (
    <Page title={t`This screen did not open`}>
      <EmptyState
        icon={<IconMoodSad size={44} aria-hidden />}
        title={<Trans>This screen did not open</Trans>}
        action={
          <Button onClick={() => location.reload()}>
            <Trans>Reload</Trans>
          </Button>
        }
      >
        <Trans>What you have saved and typed is kept. Please reload the page.</Trans>
      </EmptyState>
    </Page>
  );
}
