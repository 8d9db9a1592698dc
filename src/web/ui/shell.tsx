import { Trans, useLingui } from '@lingui/react/macro';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SessionExpiredDialog } from '../account/session-expired.tsx';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import { AccountMenu } from './account-menu.tsx';
import { GroupedPlaces } from './grouped-places.tsx';
import { LockButton } from './lock-button.tsx';
import { BottomBar } from './navigation.tsx';
import { NotificationsBell } from './notifications-bell.tsx';
import { PLACE_GROUPS } from './place-groups.ts';
import { placesOf } from './places.ts';
import styles from './shell.module.css';
import { SyncPill } from './sync-pill.tsx';
import { TrialBand } from './trial-band.tsx';
import { UndoToasts } from './undo-toast.tsx';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 15_000, refetchOnWindowFocus: true } },
});

/** What stands round every screen after sign-in. */
export function Shell() {
  const { t } = useLingui();
  const me = useMe();
  const unsent = useOutboxEntries();
  const places = placesOf(me.role);
  // Another person on this device must not see what the last one's screens had asked for.
  useEffect(() => () => queries.clear(), []);
  return (
    <QueryClientProvider client={queries}>
      <div className={styles.shell}>
        <a href="#content" className={`${styles.skip} visually-hidden`}>
          <Trans>Skip to the content</Trans>
        </a>
        <div className={styles.head}>
          <TrialBand />
          <header className={styles.top}>
            <Link to="/" className={styles.mark}>
              <img src="/icon.svg" alt={t`Start`} width="34" height="34" />
            </Link>
            <span className={styles.markName}>{me.name}</span>
            {/* An earlier role may have left what is not sent. */}
            {hasCaseload(me.role) || unsent.length > 0 ? <SyncPill /> : null}
            {hasCaseload(me.role) ? <LockButton /> : null}
            <NotificationsBell />
            <AccountMenu />
          </header>
        </div>
        <div className={styles.body}>
          <nav className={`${styles.side} ${styles.places}`} aria-label={t`Main menu`}>
            <GroupedPlaces groups={PLACE_GROUPS} places={places} whole={places.length} />
          </nav>
          <main id="content" className={styles.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar
          places={places}
          rest={(first) => (
            <GroupedPlaces
              groups={PLACE_GROUPS}
              places={places.slice(first)}
              whole={places.length}
            />
          )}
        />
        <UndoToasts />
        <SessionExpiredDialog />
      </div>
    </QueryClientProvider>
  );
}
