import { type Birth, daysInMonth, type Precision } from '#domain/people/birth.ts';
import type { Day } from '#domain/time.ts';
import { type ArrivalCell, cellText } from './cell.ts';
import type { ArrivalMapping, DateOrder } from './field.ts';
import { fold, saysNothing } from './fold.ts';
import { monthNumber } from './month-words.ts';

export type DateIssue =
  | 'date_impossible'
  | 'date_in_future'
  | 'date_before_1900'
  | 'date_unreadable'
  | 'date_short_year'
  | 'date_two_digit_year';

/** What a cell says about a day. `serial`: it was an Excel day number written as text. */
export type ReadDate =
  | { readonly is: 'empty' }
  | { readonly is: 'date'; readonly birth: Birth; readonly serial: boolean }
  /** `3/5/2014`: both orders make a day. Never decided here. */
  | { readonly is: 'ambiguous'; readonly day_first: Day; readonly month_first: Day }
  | { readonly is: 'issue'; readonly code: DateIssue };

interface Parts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly serial?: boolean;
}

const ABOUT =
  /^(?:~|≈|ок\.?\s|около\s|прибл\S*\s|примерно\s|прим\.\s|ca\.?\s|c\.\s|circa\s|about\s|approx\S*\s|est\.?\s|taxminan\s|тахминан\s)\s*|\s*(?:\(?(?:примерно|прибл\S*|approx\S*|estimated|taxminan|тахминан)\)?|\?)$/iu;
const YEAR_WORD = /\s*(?:года|год|г\.?р\.?|г\.?|yil(?:i|da)?|йил(?:и|да)?|y\.)$/iu;

/**
 * Reads one date in the forms that lists use: `2014-05-03`, `03.05.2014`, `3/5/2014`, `3 мая 2014`,
 * `2014 yil 3 may`, `05.2014`, `2014`, `00.00.2014`, Excel day numbers, a workbook's own dates.
 * Points mean day first everywhere; slashes and hyphens mean it only where the other order is no day.
 *
 * @param latest last day that is possible (for a birth: the day of the import)
 * @param answers to the questions about ambiguous dates and years of two digits, once they were given
 */
export function readDate(
  cell: ArrivalCell | undefined,
  latest: Day,
  answers: Pick<ArrivalMapping, 'date_order' | 'short_years'> = {},
): ReadDate {
  if (cell !== undefined && typeof cell !== 'string') {
    const [year, month, day] = cell.date.split('-').map(Number);
    return settle({ year: year ?? 0, month, day }, latest, false);
  }
  const written = westernDigits(cellText(cell));
  const bare = written.replace(ABOUT, '');
  const estimated = bare !== written;
  if (saysNothing(bare)) return { is: 'empty' };
  const text = bare.replace(YEAR_WORD, '').trim();
  const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: 0?0:00(?::00)?)?$/.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[3])];
    return byOrder(first, second, Number(slashed[4]), latest, estimated, answers.date_order);
  }
  const short = /^(\d{1,2}[./-]\d{1,2}[./-])(\d{2})$/.exec(text);
  if (short) {
    const { short_years } = answers;
    if (short_years === undefined) return { is: 'issue', code: 'date_short_year' };
    if (short_years === 'leave_out') return { is: 'issue', code: 'date_two_digit_year' };
    const [, days = '', year = ''] = short;
    const read = readDate(`${days}20${year}`, latest, answers);
    const past = read.is === 'issue' ? read.code === 'date_in_future' : isAfter(read, latest);
    const full = past ? readDate(`${days}19${year}`, latest, answers) : read;
    return full.is === 'date' ? { ...full, birth: { ...full.birth, estimated } } : full;
  }
  const parts = numeric(text) ?? inWords(text);
  if (parts === undefined) return { is: 'issue', code: 'date_unreadable' };
  return settle(parts, latest, estimated);
}

/** A date that may be read in two ways, and lies in the future in both. */
function isAfter(read: ReadDate, latest: Day): boolean {
  return read.is === 'ambiguous' && read.day_first > latest && read.month_first > latest;
}

function byOrder(
  first: number,
  second: number,
  year: number,
  latest: Day,
  estimated: boolean,
  order: DateOrder | undefined,
): ReadDate {
  const dayFirst = { year, month: second, day: first };
  const monthFirst = { year, month: first, day: second };
  const both = first >= 1 && second >= 1 && first <= 12 && second <= 12 && first !== second;
  if (both && order === undefined) {
    return { is: 'ambiguous', day_first: asDay(dayFirst), month_first: asDay(monthFirst) };
  }
  if (both) return settle(order === 'day_first' ? dayFirst : monthFirst, latest, estimated);
  return settle(second > 12 ? monthFirst : dayFirst, latest, estimated);
}

function numeric(text: string): Parts | undefined {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = /^(\d{1,2})[.,] ?(\d{1,2})[.,] ?(\d{4})(?: \d?\d:\d\d(?::\d\d)?)?$/.exec(text);
  if (dotted) return { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) };
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (month) return { year: Number(month[2]), month: Number(month[1]) };
  const yearFirst = /^(\d{4})[./-](\d{1,2})$/.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]) };
  if (/^\d{4}$/.test(text)) return { year: Number(text) };
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  return serial ? fromSerial(Number(serial[1])) : undefined;
}

/** `3 мая 2014`, `May 3, 2014`, `2014 yil 3-may`, `май 2014`. */
function inWords(text: string): Parts | undefined {
  const tokens = fold(text)
    .split(' ')
    .filter((token) => !/^(?:yil|yili|йил|йили|г|года|год|of|the)$/.test(token))
    .map((token) => token.replace(/^(\d{1,2})(?:st|nd|rd|th|го|е)$/, '$1'));
  const months = tokens.flatMap((token) => monthNumber(token) ?? []);
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  if (months.length !== 1 || months.length + numbers.length !== tokens.length) return undefined;
  const year = numbers.find((token) => token.length === 4);
  const days = numbers.filter((token) => token.length <= 2);
  if (year === undefined || days.length > 1 || days.length + 1 !== numbers.length) return undefined;
  const day = days[0] === undefined ? undefined : Number(days[0]);
  return { year: Number(year), month: months[0], day };
}

/** Excel's day 1 is 1 January 1900, and it believes in a 29 February 1900; day 25,569 is 1 January 1970. */
function fromSerial(serial: number): Parts {
  const date = new Date((serial - 25_569) * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    serial: true,
  };
}

function settle(parts: Parts, latest: Day, estimated: boolean): ReadDate {
  // A day or month written as 00 is how registers say that it is not known.
  const month = parts.month === 0 ? undefined : parts.month;
  const day = month === undefined || parts.day === 0 ? undefined : parts.day;
  if (month !== undefined && (month > 12 || (day ?? 1) > daysInMonth(parts.year, month))) {
    return { is: 'issue', code: 'date_impossible' };
  }
  if (month === undefined && (parts.day ?? 0) > 31) return { is: 'issue', code: 'date_impossible' };
  if (parts.year < 1900) return { is: 'issue', code: 'date_before_1900' };
  const date = asDay({ year: parts.year, month: month ?? 1, day: day ?? 1 });
  if (date > latest) return { is: 'issue', code: 'date_in_future' };
  const precision: Precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day';
  return { is: 'date', birth: { date, precision, estimated }, serial: parts.serial === true };
}

function asDay({ year, month, day }: { year: number; month: number; day: number }): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Arabic-Indic and Persian digits as 0 to 9. */
function westernDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
