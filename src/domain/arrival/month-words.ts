import { fold } from './fold.ts';

/** Beginnings of the months' names: English, Russian, Uzbek in both scripts. */
const MONTHS = [
  'jan|yanv|янв',
  'feb|fev|фев',
  'mar|мар',
  'apr|апр',
  'may|май|мая|мае',
  'jun|iyun|июн',
  'jul|iyul|июл',
  'aug|avg|авг',
  'sep|sen|сен',
  'oct|okt|окт',
  'nov|noy|ноя',
  'dec|dek|дек',
].map((names) => names.split('|').map(fold));

/** 1 to 12 for a word that begins as a month does and is at most ten letters long. */
export function monthNumber(folded: string): number | undefined {
  if (folded.length > 10) return undefined;
  const at = MONTHS.findIndex((names) => names.some((name) => folded.startsWith(name)));
  return at === -1 ? undefined : at + 1;
}
