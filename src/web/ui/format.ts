import type { Money } from '#domain/money.ts';
import { uzbekCyrillic } from '#domain/print/uzbek-cyrillic.ts';
import type { Labels } from '#domain/text.ts';
import { uzbekName } from './uzbek-names.ts';

/**
 * Dates and numbers by language. Uzbek is written out by hand where browsers lack it (they fall back to
 * English order and month names); the test language borrows English. `uz-Cyrl` is a language of paper
 * only: Uzbek in Cyrillic letters, by rule from the Latin ones.
 */
const UZ_MONTHS = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avgust',
  'sentabr',
  'oktabr',
  'noyabr',
  'dekabr',
];

const CYRILLIC = 'uz-Cyrl';
const isUzbek = (locale: string) => locale === 'uz' || locale === CYRILLIC;

function tagOf(locale: string): string {
  if (locale === 'ar-XB') return 'en-GB';
  return locale === 'en' ? 'en-GB' : locale;
}

/** The twelve months as they stand alone, January first. */
export function monthNames(locale: string): readonly string[] {
  if (locale === 'uz') return UZ_MONTHS;
  if (locale === CYRILLIC) return UZ_MONTHS.map(uzbekCyrillic);
  const format = new Intl.DateTimeFormat(tagOf(locale), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
}

/** A calendar day, `2026-11-24`, as people write it: 24 Nov 2026, 24.11.2026. No time zone is involved. */
export function formatDay(locale: string, day: string): string {
  const [year, month, date] = day.split('-');
  if (isUzbek(locale) || locale === 'ru') return `${date}.${month}.${year}`;
  return dayFormat(tagOf(locale)).format(Date.UTC(Number(year), Number(month) - 1, Number(date)));
}

// A list shows a hundred days, and making a formatter costs more than using it a thousand times.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(tag: string): Intl.DateTimeFormat {
  const known = dayFormats.get(tag);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(tag, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  dayFormats.set(tag, format);
  return format;
}

/** The same without its year, where a heading has room for little: 24 Nov, 24.11. */
export function formatShortDay(locale: string, day: string): string {
  const whole = formatDay(locale, day);
  const [year = ''] = day.split('-');
  return whole.endsWith(year) ? whole.slice(0, -year.length).replace(/[.,\s]+$/, '') : whole;
}

const UZ_WEEKDAYS = [
  'yakshanba',
  'dushanba',
  'seshanba',
  'chorshanba',
  'payshanba',
  'juma',
  'shanba',
];

/** A calendar day with its weekday, by which a day typed in the wrong order is noticed; '' if it is none. */
export function formatWeekday(locale: string, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return '';
  const uzbek = UZ_WEEKDAYS[at.getUTCDay()] ?? '';
  if (locale === CYRILLIC) return `${uzbekCyrillic(uzbek)}, ${formatDay(locale, day)}`;
  const name =
    locale === 'uz'
      ? uzbek
      : new Intl.DateTimeFormat(tagOf(locale), { weekday: 'long', timeZone: 'UTC' }).format(at);
  return `${name}, ${formatDay(locale, day)}`;
}

/** A day of the week by its ISO number: 1 = Monday. */
export function weekdayName(locale: string, day: number): string {
  if (locale === 'uz') return UZ_WEEKDAYS[day % 7] ?? '';
  const format = new Intl.DateTimeFormat(tagOf(locale), { weekday: 'long', timeZone: 'UTC' });
  // The first of June 2026 is a Monday.
  return format.format(Date.UTC(2026, 5, day));
}

const UZ_SHORT_WEEKDAYS = ['yak', 'du', 'se', 'chor', 'pay', 'ju', 'shan'];

/** The same in few letters: Mon, пн, du. */
export function shortWeekdayName(locale: string, day: number): string {
  if (locale === 'uz') return UZ_SHORT_WEEKDAYS[day % 7] ?? '';
  const format = new Intl.DateTimeFormat(tagOf(locale), { weekday: 'short', timeZone: 'UTC' });
  return format.format(Date.UTC(2026, 5, day));
}

/** A date with its precision: a year, a month with its year, or a day; `about` in front is the caller's. */
export function formatPartialDay(
  locale: string,
  value: { readonly date: string; readonly precision: 'day' | 'month' | 'year' },
): string {
  if (value.precision === 'year') return value.date.slice(0, 4);
  if (value.precision === 'day') return formatDay(locale, value.date);
  const name = monthNames(locale)[Number(value.date.slice(5, 7)) - 1] ?? '';
  return `${name} ${value.date.slice(0, 4)}`;
}

/** A time as a clock elsewhere shows it, `2026-11-15T23:59`: its zone stands beside it. */
export function formatLocalTime(locale: string, local: string): string {
  return `${formatDay(locale, local.slice(0, 10))}, ${local.slice(11, 16)}`;
}

/** A moment on this device's clock and zone, to the minute. */
export function formatMoment(locale: string, instant: string | number): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${formatDay(locale, day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function formatNumber(locale: string, value: number): string {
  // Uzbek and Russian write numbers alike: thin groups, decimal comma.
  return new Intl.NumberFormat(isUzbek(locale) ? 'ru' : tagOf(locale)).format(value);
}

/** An amount, kept as decimal text to the last figure, with the three letters of its currency. */
export function formatMoney(locale: string, { amount, currency }: Money): string {
  const format = new Intl.NumberFormat(isUzbek(locale) ? 'ru' : tagOf(locale), {
    // Half a unit of money is written 0.50, as people write it; a whole one without a fraction.
    minimumFractionDigits: currency !== '' && amount.includes('.') ? 2 : 0,
    maximumFractionDigits: 4,
  });
  // A decimal text is formatted as it is; only its type does not say that it is one.
  return `${format.format(amount as `${number}`)}\u00a0${currency}`;
}

/** The label in this language, else in Russian, English, or whatever there is. */
export function labelIn(locale: string, labels: Labels): string {
  if (locale === CYRILLIC && labels[CYRILLIC] === undefined && labels.uz !== undefined) {
    return uzbekCyrillic(labels.uz);
  }
  return labels[locale] ?? labels.ru ?? labels.en ?? Object.values(labels)[0] ?? '';
}

/** The name of a currency by its three letters. */
export function currencyName(locale: string, code: string): string {
  return displayName(locale, 'currency', code);
}

/** The name of a language by its tag, in the language of the screen; the tag where it has none. */
export function languageName(locale: string, tag: string): string {
  return displayName(locale, 'language', tag);
}

/** The name of a country by its ISO 3166-1 code, in the language of the screen. */
export function countryName(locale: string, code: string): string {
  return displayName(locale, 'region', code);
}

/** What a browser with a small stock of names leaves as a code, in every language (seen: "kaa"). */
const UNNAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kaa: { en: 'Karakalpak', ru: 'каракалпакский' },
};

function displayName(
  locale: string,
  type: 'language' | 'region' | 'currency',
  code: string,
): string {
  const uzbek = isUzbek(locale) ? uzbekName(type, code) : undefined;
  if (uzbek !== undefined) return locale === CYRILLIC ? uzbekCyrillic(uzbek) : uzbek;
  try {
    // A browser that knows no Uzbek would name things in its own language, often Russian: English stands for it.
    const named = new Intl.DisplayNames([tagOf(locale), 'en'], { type }).of(code) ?? code;
    if (named !== code || type === 'currency') return named;
    const english = new Intl.DisplayNames(['en'], { type }).of(code) ?? code;
    return english === code ? (UNNAMED[code]?.[locale] ?? UNNAMED[code]?.en ?? code) : english;
  } catch {
    // Not a code of this kind, e.g. "stateless".
    return code;
  }
}
