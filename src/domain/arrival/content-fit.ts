import { type ArrivalRow, cellText } from './cell.ts';
import { readCountry } from './country-words.ts';
import type { ArrivalField } from './field.ts';
import { saysNothing } from './fold.ts';
import { readLanguages } from './language-words.ts';
import { readPaperKind, readPaperState, readYesNo } from './paper-words.ts';
import { readDate } from './read-date.ts';
import { readRelation } from './relation-words.ts';
import { readSex } from './sex-words.ts';

const isDate = (cell: string) => {
  const read = readDate(cell, '9999-12-31');
  return read.is !== 'issue' || read.code !== 'date_unreadable';
};
const isYear = (cell: string) => /^(?:19|20)\d\d\D{0,5}$/.test(cell);
const isWords = (cell: string) => /\p{L}/u.test(cell) && !/\d{3}/.test(cell);

/** Whether one cell could belong to a field. A field that is not here takes any content. */
const FITS: Partial<Record<ArrivalField, (cell: string) => boolean>> = {
  full_name: isWords,
  given_name: isWords,
  patronymic: isWords,
  family_name: isWords,
  sex: (cell) => readSex(cell) !== undefined,
  birth_date: isDate,
  birth_year: isYear,
  birth_estimated: (cell) => readYesNo(cell) !== undefined,
  age_years: (cell) => /^\d{1,3}(?:\D{0,6})$/.test(cell),
  arrival_date: isDate,
  citizenship: (cell) => readCountry(cell) !== undefined,
  from_country: (cell) => readCountry(cell) !== undefined,
  relation: (cell) => readRelation(cell) !== undefined,
  languages: (cell) => readLanguages(cell).languages.length > 0,
  interpreter: (cell) => readYesNo(cell) !== undefined || readLanguages(cell).unread === 0,
  paper_kind: (cell) => readPaperKind(cell) !== undefined || readPaperState(cell) !== undefined,
  paper_state: (cell) => readPaperState(cell) !== undefined,
  paper_number: (cell) => /\d{4}/.test(cell) || readPaperState(cell) !== undefined,
  telephone: (cell) => (cell.match(/\d/g)?.length ?? 0) >= 6,
};

/**
 * What the cells below a heading say for or against a field: +.1 where nearly all fit, -.45 where few
 * do, 0 where there is nothing to judge by or the field takes anything.
 */
export function contentFit(
  field: ArrivalField,
  sample: readonly ArrivalRow[],
  column: number,
): number {
  const fits = FITS[field];
  if (fits === undefined) return 0;
  const cells = sample
    .map((row) => cellText(row.cells[column]))
    .filter((cell) => !saysNothing(cell));
  if (cells.length === 0) return 0;
  const share = cells.filter(fits).length / cells.length;
  if (share >= 0.8) return 0.1;
  return share < 0.3 ? -0.45 : 0;
}
