import { type Birth, lastDay } from '#domain/people/birth.ts';
import type { Day } from '#domain/time.ts';
import { saysNothing } from './fold.ts';
import { readYesNo } from './paper-words.ts';
import { readDate } from './read-date.ts';
import type { RowReader } from './row-reader.ts';

/**
 * When the person of a row was born: from the date, else the year, else the age on `agedOn`. A year
 * that contradicts the date is shown, and the date counts.
 */
export function readBirth(reader: RowReader, agedOn: Day): Birth | undefined {
  const { today } = reader.context;
  const date = readDate(reader.cell('birth_date'), today, reader.mapping);
  const year = readDate(reader.cell('birth_year'), today, reader.mapping);
  if (date.is === 'issue') reader.issue(date.code, 'birth_date');
  if (year.is === 'issue') reader.issue(year.code, 'birth_year');
  if (date.is === 'ambiguous') {
    reader.issue('date_ambiguous', 'birth_date');
    return undefined;
  }
  if (date.is === 'date' && date.serial) reader.issue('date_serial', 'birth_date');
  const fromDate = date.is === 'date' ? byCustom(reader, date.birth) : undefined;
  const fromYear = year.is === 'date' ? year.birth : undefined;
  if (fromDate && fromYear && fromDate.date.slice(0, 4) !== fromYear.date.slice(0, 4)) {
    reader.issue('birth_year_differs', 'birth_year');
  }
  const found = fromDate ?? fromYear ?? fromAge(reader, agedOn);
  if (found === undefined) {
    if (date.is !== 'issue' && year.is !== 'issue')
      reader.issue('birth_missing', birthField(reader));
    return undefined;
  }
  const oldest = `${Number(today.slice(0, 4)) - 110}${today.slice(4)}`;
  if (lastDay(found.date, found.precision) < oldest) {
    reader.issue('age_over_110', birthField(reader));
  }
  const estimated = found.estimated || readYesNo(reader.text('birth_estimated')) === true;
  if (estimated) reader.issue('date_estimated', birthField(reader));
  return { ...found, estimated };
}

/**
 * Registers write 1 January for whoever knows only the year, so a first of January is shown, and
 * kept as a year where the list's owner says that this is what it means.
 */
function byCustom(reader: RowReader, born: Birth): Birth {
  if (born.precision !== 'day' || !born.date.endsWith('-01-01')) return born;
  if (reader.mapping.first_of_january === 'year_only') return { ...born, precision: 'year' };
  if (reader.mapping.first_of_january === undefined) {
    reader.issue('date_first_of_january', 'birth_date');
  }
  return born;
}

/** An age in years tells the year of birth to within one: kept as an estimated year. */
function fromAge(reader: RowReader, agedOn: Day): Birth | undefined {
  const text = reader.text('age_years');
  const age = /^(\d{1,3})(?:\D{0,6})$/.exec(text)?.[1];
  if (age === undefined || Number(age) > 120) {
    if (!saysNothing(text)) reader.issue('age_unreadable', 'age_years');
    return undefined;
  }
  const year = Number(agedOn.slice(0, 4)) - Number(age);
  return { date: `${year}-01-01`, precision: 'year', estimated: true };
}

function birthField(reader: RowReader) {
  return (['birth_date', 'birth_year', 'age_years'] as const).find((field) => reader.has(field));
}
