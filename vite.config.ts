import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const api = process.env.HOMEWARD_API ?? 'http://127.0.0.1:4000';

const EXCHANGE = /\/src\/web\/exchange\//;

/** A file with screens of the exchange: it lies in a folder of its own, which no device of a programme keeps. */
function ofExchange(moduleIds: readonly string[]): boolean {
  return moduleIds.some((id) => EXCHANGE.test(id));
}

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [
    lingui({ macroTransform: true, failOnCompileError: true }),
    react(),
    VitePWA({
      // Registered by hand in main.tsx through the one Trusted Types policy; no inline script.
      injectRegister: false,
      registerType: 'prompt',
      // The name of the product and its purpose never show on a device (design 4).
      manifest: {
        name: 'Work',
        short_name: 'Work',
        description: 'Work',
        lang: 'en',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#faf8f4',
        theme_color: '#17606b',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
        // A device of a programme keeps nothing of the other half: no screen, no page, no answer (decision 15).
        globIgnores: ['**/exchange/**'],
        navigateFallback: '/index.html',
        // What the server renders or answers itself never comes from a cache.
        navigateFallbackDenylist: [
          ...[/^\/api\//, /^\/exchange(\/|$)/, /^\/link(\/|$)/],
          /^\/workspace(\/|$|\?)/,
        ],
        runtimeCaching: [],
        // A second script would need a second Trusted Types exception.
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        skipWaiting: true,
        clientsClaim: true,
      },
    }),
  ],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files: inlined ones would be loaded by everybody, whatever script he reads.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // What many screens share comes in two files, not in a hundred: on a bad line each costs a way there and back.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) =>
          ofExchange(moduleIds) ? 'assets/exchange/[name]-[hash].js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // A group takes what its modules need too: the exchange's comes last, or it would take what all share,
            // and the programme would need a file that no device of it keeps.
            { name: 'parts', test: /node_modules/, minShareCount: 6, priority: 3 },
            { name: 'work', test: /src\/(?!web\/exchange\/)/, minShareCount: 6, priority: 2 },
            { name: 'exchange', test: EXCHANGE, minShareCount: 6, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 4001, proxy: { '/api': api } },
  preview: { port: 4002, proxy: { '/api': api } },
});
