import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type I18n, setupI18n } from '@lingui/core';
import { formatter } from '@lingui/format-po';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Locale } from '#domain/account/account.ts';

const WORDS = fileURLToPath(new URL('../words', import.meta.url));
const po = formatter({ lineNumbers: false, origins: false, printLinguiId: false });

/** The words of public pages in one language; Lingui speaks them as it does on screens. */
async function speakerOf(locale: Locale): Promise<I18n> {
  const context = { locale, sourceLocale: 'en', filename: `${locale}.po` };
  const catalog = await po.parse(readFileSync(`${WORDS}/${locale}.po`, 'utf8'), context);
  const messages = Object.fromEntries(
    Object.entries(catalog).map(([id, { translation, message }]) => [
      id,
      compileMessage(translation || message || id),
    ]),
  );
  const i18n = setupI18n({ locale, messages: { [locale]: messages } });
  return i18n;
}

/** One per language of the pages, read once when the program starts. */
export const SPEAKERS: Readonly<Record<Locale, I18n>> = {
  en: await speakerOf('en'),
  ru: await speakerOf('ru'),
  uz: await speakerOf('uz'),
};

/** Languages that have a file of words. */
export function languagesOfPages(): string[] {
  return readdirSync(WORDS)
    .filter((file) => file.endsWith('.po'))
    .map((file) => file.slice(0, -3))
    .sort();
}
