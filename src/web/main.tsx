// biome-ignore-start assist/source/organizeImports: the first import must stay the first
import './interpreted-schemas.ts';
// biome-ignore-end assist/source/organizeImports: the rest is sorted
import './ui/mantine.css';
import './ui/fonts.css';
import './ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSession, sessionState, startSession } from './account/session.ts';
import { allWords, begin, directionOf, firstLocale } from './language.ts';
import { askMode } from './mode.ts';
import { router } from './routes.tsx';
import { installTrustedTypes, WORKER_URL } from './trusted-types.ts';
import { theme } from './ui/theme.ts';

installTrustedTypes();

async function start(): Promise<void> {
  if (!('groupBy' in Map && 'any' in AbortSignal)) await import('./older-browser.ts');
  // Who is here is asked while the words come.
  const session = location.pathname.startsWith('/workspace') ? undefined : startSession();
  await begin(firstLocale(), new URLSearchParams(location.search).has('locale'));
  const ground = document.getElementById('root');
  if (ground === null) throw new Error('the page has no ground to draw on');
  createRoot(ground).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <DirectionProvider initialDirection={directionOf(i18n.locale)}>
          <MantineProvider theme={theme} forceColorScheme="light">
            <RouterProvider router={router} />
          </MantineProvider>
        </DirectionProvider>
      </I18nProvider>
    </StrictMode>,
  );
  void askMode();
  // The exchange has screens of its own, and keeps nothing for the time without a line.
  if (session === undefined) return;
  await session;
  await bringNext();
  await keepApp();
}

/** What comes after the sign-in, while somebody still types. Whoever needs what fails here asks once more. */
async function bringNext(): Promise<void> {
  const parts = [
    import('./account/pin.tsx'),
    import('./device/device.ts'),
    import('./ui/shell.tsx'),
    import('./home/home-screen.tsx'),
  ];
  await Promise.all([allWords(), ...parts]).catch(() => undefined);
}

/**
 * Keeps the app for the time without a line. Not before somebody has signed in here: on a bad line a hundred files
 * would come before the sign-in.
 */
async function keepApp(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (navigator.serviceWorker.controller === null) await signedIn();
  await navigator.serviceWorker.register(WORKER_URL);
}

function signedIn(): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (sessionState().me === undefined) return;
      stop();
      done();
    };
    const stop = onSession(look);
    look();
  });
}

void start();
