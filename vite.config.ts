import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { firstWords } from './scripts/build/first-words.ts';

const api = process.env.HOMEWARD_API ?? 'http://127.0.0.1:4000';

/** What is drawn for the exchange; words for its problems stand beside those of the programme. */
const EXCHANGE = /\/src\/web\/exchange\/(?!.*-problems\.ts)/;
/** Files that only screens of the exchange need, known once the bundle is made. */
const ofExchange = new Set<string>();

/** Finds what the programme never loads: from its entry on, along all imports but those of screens of the exchange. */
const findOfExchange: Plugin = {
  name: 'files-of-the-exchange',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunk = (name: string) => {
      const found = bundle[name];
      return found?.type === 'chunk' ? found : undefined;
    };
    const needed = new Set<string>();
    const follow = (name: string): void => {
      const one = chunk(name);
      if (one === undefined || needed.has(name)) return;
      needed.add(name);
      for (const style of one.viteMetadata?.importedCss ?? []) needed.add(style);
      for (const next of one.imports) follow(next);
      for (const next of one.dynamicImports) {
        const drawn = chunk(next)?.moduleIds ?? [];
        if (!drawn.some((id) => EXCHANGE.test(id))) follow(next);
      }
    };
    const all = Object.keys(bundle).flatMap((name) => chunk(name) ?? []);
    for (const one of all) if (one.isEntry) follow(one.fileName);
    for (const { fileName, viteMetadata } of all) {
      if (needed.has(fileName)) continue;
      const files = [fileName, ...(viteMetadata?.importedCss ?? [])];
      for (const file of files) if (!needed.has(file)) ofExchange.add(file);
    }
  },
};

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [
    lingui({ macroTransform: true, failOnCompileError: true }),
    react(),
    findOfExchange,
    firstWords(),
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
        globPatterns: ['**/*.{js,json,css,html,woff2,svg,png,webmanifest}'],
        // A device of a programme keeps nothing of the other half: no screen, no page, no answer (decision 15).
        manifestTransforms: [
          (entries) => ({
            manifest: entries.filter(({ url }) => !ofExchange.has(url)),
            warnings: [],
          }),
        ],
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
    // What the sign-in needs comes in one file, what many screens share in two more, not in a hundred: on a bad line
    // each costs a way there and back.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 5 },
            { name: 'parts', test: /node_modules\/@tabler/, minShareCount: 2, priority: 4 },
            // Modules of the exchange are in no group: a group takes along what its modules need.
            { name: 'parts', test: /node_modules/, minShareCount: 6, priority: 3 },
            {
              name: 'work',
              test: /\/src\/(?!web\/exchange\/(?!.*-problems))/,
              minShareCount: 6,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { port: 4001, proxy: { '/api': api } },
  preview: { port: 4002, proxy: { '/api': api } },
});
