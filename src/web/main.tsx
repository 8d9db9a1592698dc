import '@mantine/core/styles.css';
import './ui/fonts.css';
import './ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { startSession } from './account/session.ts';
import { directionOf, firstLocale, speak } from './language.ts';
import { router } from './routes.tsx';
import { installTrustedTypes, WORKER_URL } from './trusted-types.ts';
import { theme } from './ui/theme.ts';

// Schemas are run, never compiled to code: the content security policy forbids it.
z.config({ jitless: true });
installTrustedTypes();

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 15_000, refetchOnWindowFocus: true } },
});

async function start(): Promise<void> {
  const locale = firstLocale();
  await speak(locale);
  const ground = document.getElementById('root');
  if (ground === null) throw new Error('the page has no ground to draw on');
  createRoot(ground).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <DirectionProvider initialDirection={directionOf(locale)}>
          <MantineProvider theme={theme} forceColorScheme="light">
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </MantineProvider>
        </DirectionProvider>
      </I18nProvider>
    </StrictMode>,
  );
  await startSession();
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    await navigator.serviceWorker.register(WORKER_URL);
  }
}

void start();
