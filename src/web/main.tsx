// biome-ignore-start assist/source/organizeImports: the first import must stay the first
import './interpreted-schemas.ts';
// biome-ignore-end assist/source/organizeImports: the rest is sorted
import '@mantine/core/styles.css';
import './ui/fonts.css';
import './ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSession } from './account/session.ts';
import { directionOf, firstLocale, speak } from './language.ts';
import { askMode } from './mode.ts';
import { router } from './routes.tsx';
import { installTrustedTypes, WORKER_URL } from './trusted-types.ts';
import { theme } from './ui/theme.ts';

installTrustedTypes();

async function start(): Promise<void> {
  const locale = firstLocale();
  await speak(locale, new URLSearchParams(location.search).has('locale'));
  const ground = document.getElementById('root');
  if (ground === null) throw new Error('the page has no ground to draw on');
  createRoot(ground).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <DirectionProvider initialDirection={directionOf(locale)}>
          <MantineProvider theme={theme} forceColorScheme="light">
            <RouterProvider router={router} />
          </MantineProvider>
        </DirectionProvider>
      </I18nProvider>
    </StrictMode>,
  );
  void askMode();
  if (!location.pathname.startsWith('/workspace')) await startSession();
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    await navigator.serviceWorker.register(WORKER_URL);
  }
}

void start();
