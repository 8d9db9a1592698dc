/** The language as Intl has it: our English readers come from ten countries and write 24 November 2026. */
export function intlTag(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}

/** A day in words of the page's language: `28 April 2027`. `at` is a day (`2027-04-28`) or a moment, on the clock of `zone`. */
export function longDay(lang: string, at: Date | string, zone = 'UTC'): string {
  return formatOf(lang, zone).format(new Date(at));
}

/** From one day to another, with what they share said once: `28–30 April 2027`. */
export function longDays(lang: string, first: string, last: string): string {
  return formatOf(lang, 'UTC').formatRange(new Date(first), new Date(last));
}

// Making a formatter costs more than using it a thousand times; there are a few zones and languages.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(lang: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(intlTag(lang), { dateStyle: 'long', timeZone });
  formats.set(key, format);
  return format;
}
