import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** Words on screens: English in the sources, Russian and Uzbek (Latin) beside it, all three complete. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru', 'uz'],
  catalogs: [{ path: 'src/web/locales/{locale}', include: ['src/web'] }],
  // Sorted and without line numbers, so that two people who add messages seldom touch the same line.
  format: formatter({ lineNumbers: false, origins: false, printLinguiId: false }),
  orderBy: 'message',
});
