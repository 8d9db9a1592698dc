import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const COLLATOR = new Intl.Collator('en-US');
/** Where the English text is the id itself, as on the server, there is no message beside it. */
const textOf = ({ messageId, entry }: { messageId: string; entry: { message?: string } }) =>
  entry.message ?? messageId;

/** Words on screens: English in the sources, Russian and Uzbek (Latin) beside it, all three complete. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru', 'uz'],
  catalogs: [
    { path: 'src/web/locales/{locale}', include: ['src/web'] },
    // Public pages are made on the server: their words never reach the web app.
    { path: 'src/server/exchange/words/{locale}', include: ['src/server/exchange'] },
  ],
  // Sorted and without line numbers, so that two people who add messages seldom touch the same line.
  format: formatter({ lineNumbers: false, origins: false, printLinguiId: false }),
  orderBy: (a, b) => COLLATOR.compare(textOf(a), textOf(b)),
});
