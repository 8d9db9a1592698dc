import { i18n, type Messages } from '@lingui/core';
import { z } from 'zod';
import { LOCALES, type Locale } from '#domain/account/account.ts';

/** A language of the screens, or the mirrored test language that shows what right-to-left would break. */
export type ScreenLocale = Locale | 'ar-XB';

export const LANGUAGE_NAMES: Readonly<Record<ScreenLocale, string>> = {
  en: 'English',
  ru: 'Русский',
  uz: 'Oʻzbekcha',
  'ar-XB': '‮ti tseT‬',
};

const KEPT = 'w.locale';

/** The language to begin with: asked for in the address (trial mode), used last, else the browser's. */
export function firstLocale(): ScreenLocale {
  const asked = new URLSearchParams(location.search).get('locale') ?? localStorage.getItem(KEPT);
  const wanted = [asked, ...navigator.languages].map((tag) => tag ?? '');
  // Kept by mode.ts; an instance with real people has no use for the test language.
  if (asked === 'ar-XB' && localStorage.getItem('w.mode') !== 'live') return 'ar-XB';
  const found = wanted.map((tag) => LOCALES.find((one) => tag.toLowerCase().startsWith(one)));
  return found.find((one) => one !== undefined) ?? 'en';
}

export function directionOf(locale: string): 'rtl' | 'ltr' {
  return locale === 'ar-XB' ? 'rtl' : 'ltr';
}

/** Until something is spoken at all. */
let begun = Promise.resolve();

/** The language of the account, unless somebody chose another one in this browser. */
export async function speakAs(locale: Locale): Promise<void> {
  await begun;
  if (localStorage.getItem(KEPT) === null && i18n.locale !== 'ar-XB') await speak(locale, false);
}

/** Begins to speak as soon as the words of the first page have come; for all others ask `allWords`. */
export function begin(locale: ScreenLocale, kept: boolean): Promise<void> {
  begun = firstWords(locale).then((words) =>
    words === undefined ? speak(locale, kept) : use(locale, words, kept),
  );
  return begun;
}

/** Loads a language and makes it the one that all screens speak; one that was chosen is `kept` for the next start. */
export async function speak(locale: ScreenLocale, kept = true): Promise<void> {
  use(locale, await messagesOf(locale), kept);
  whole = locale;
}

/** Until all words of the language that is spoken are here: no screen but the first page's is drawn before. */
export async function allWords(): Promise<void> {
  const { locale } = i18n;
  if (whole === locale || !isScreenLocale(locale)) return;
  const messages = await messagesOf(locale);
  // Another language may have been chosen meanwhile.
  if (i18n.locale !== locale) return allWords();
  i18n.loadAndActivate({ locale, messages });
  whole = locale;
}

/** The language of which all words are here. */
let whole: string | undefined;

function isScreenLocale(locale: string): locale is ScreenLocale {
  return Object.hasOwn(LANGUAGE_NAMES, locale);
}

function use(locale: ScreenLocale, messages: Messages, kept: boolean): void {
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  // The test language is never kept: who opens it by accident is out again with the next start.
  if (kept && locale !== 'ar-XB') localStorage.setItem(KEPT, locale);
}

const addresses = z.record(z.string(), z.string());
const someWords = z.record(z.string(), z.custom<Messages[string]>(Array.isArray));

/** Put aside when the app was built (`scripts/build/first-words.ts`); undefined where they cannot be had. */
async function firstWords(locale: ScreenLocale): Promise<Messages | undefined> {
  const told = document.querySelector<HTMLMetaElement>('meta[name="first-words"]')?.content;
  const address = told === undefined ? undefined : addresses.parse(JSON.parse(told))[locale];
  if (address === undefined) return undefined;
  const reply = await fetch(address).catch(() => undefined);
  if (!reply?.ok) return undefined;
  return someWords.parse(await reply.json());
}

/** The messages of a language, for the screen or for a sheet in another one. */
export async function messagesOf(locale: ScreenLocale): Promise<Messages> {
  switch (locale) {
    case 'ru':
      return (await import('./locales/ru.po')).messages;
    case 'uz':
      return (await import('./locales/uz.po')).messages;
    case 'en':
      return (await import('./locales/en.po')).messages;
    case 'ar-XB': {
      const { mirrored } = await import('./mirrored.ts');
      return mirrored((await import('./locales/en.po')).messages);
    }
  }
}
