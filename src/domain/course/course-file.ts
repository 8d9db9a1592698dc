import { z } from 'zod';
import { type ArrivalRow, cellText, isBlank } from '../arrival/cell.ts';
import { readYesNo } from '../arrival/paper-words.ts';
import { readDate } from '../arrival/read-date.ts';
import { fieldProblems } from '../field-problem.ts';
import { type CourseFields, courseFields } from './course.ts';

/** The columns of a file of courses; names may stand in any of `name_en`, `name_ru`, `name_uz`. */
export const COURSE_COLUMNS = [
  ...['code', 'provider', 'name_en', 'name_ru', 'name_uz', 'occupation', 'occupation_words'],
  ...['place', 'starts_on', 'ends_on', 'seats', 'entry', 'languages', 'childcare', 'cost'],
  ...['currency', 'hours', 'open', 'wishes_until'],
] as const;
const NEEDED = ['code', 'provider', 'starts_on', 'seats'];

/** What is wrong with one cell; rows are counted as a spreadsheet does, the headings being row 1. */
export interface CourseIssue {
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

export interface CourseOfFile extends CourseFields {
  readonly row: number;
}

export interface CourseGround {
  /** Ids by their codes. */
  readonly organisations: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly occupations: ReadonlySet<string>;
}

const shape = z.strictObject(courseFields);
/** Where a field of ours stands in the file under another name. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  ...{ organisation_id: 'provider', place_id: 'place', name: 'name_en' },
};

/**
 * Reads courses from the rows of a table or workbook, headings first. Any issue means that nothing may be
 * brought in.
 */
export function readCourses(
  rows: readonly ArrivalRow[],
  ground: CourseGround,
): { readonly courses: readonly CourseOfFile[] } | { readonly issues: readonly CourseIssue[] } {
  const [header, ...rest] = rows;
  const titles = (header?.cells ?? []).map((cell) => cellText(cell).toLowerCase());
  const missing = NEEDED.filter((column) => !titles.includes(column));
  if (!titles.some((title) => title.startsWith('name_'))) missing.push('name_en');
  if (missing.length > 0)
    return { issues: missing.map((column) => ({ row: 1, column, code: 'column_missing' })) };
  const issues: CourseIssue[] = [];
  const seen = new Set<string>();
  const courses = rest
    .filter((row) => !isBlank(row))
    .flatMap((row) => {
      const read = courseOf(row, titles, ground);
      if ('issues' in read) {
        issues.push(...read.issues);
        return [];
      }
      if (seen.has(read.code))
        issues.push({ row: row.row, column: 'code', code: 'duplicate_code' });
      seen.add(read.code);
      return [read];
    });
  return issues.length > 0 ? { issues } : { courses };
}

function courseOf(
  { row, cells }: ArrivalRow,
  titles: readonly string[],
  ground: CourseGround,
): CourseOfFile | { readonly issues: readonly CourseIssue[] } {
  const issues: CourseIssue[] = [];
  const wrong = (column: string, code: string) => {
    issues.push({ row, column, code });
    return null;
  };
  const raw = (column: string) => cells[titles.indexOf(column)];
  const said = (column: string) => cellText(raw(column));
  const words = (column: string) => said(column) || null;
  const dayOf = (column: string) => {
    if (said(column) === '') return null;
    const read = readDate(raw(column), '9999-12-31', { date_order: 'day_first' });
    const whole = read.is === 'date' && read.birth.precision === 'day';
    return whole ? read.birth.date : wrong(column, 'not_a_date');
  };
  const known = (column: string, ids: ReadonlyMap<string, string>) =>
    said(column) === '' ? null : (ids.get(said(column)) ?? wrong(column, 'unknown'));
  const yes = (column: string, otherwise: boolean) => {
    if (said(column) === '') return otherwise;
    return readYesNo(said(column)) ?? wrong(column, 'not_yes_or_no') ?? otherwise;
  };
  const number = (column: string) =>
    /^-?\d+$/.test(said(column)) ? Number(said(column)) : (wrong(column, 'not_a_number') ?? 0);
  const occupation = words('occupation');
  if (occupation !== null && !ground.occupations.has(occupation)) wrong('occupation', 'unknown');
  if (said('provider') === '') wrong('provider', 'required');
  if (said('starts_on') === '') wrong('starts_on', 'required');
  const organisation_id = known('provider', ground.organisations);
  const starts_on = dayOf('starts_on');
  const cost = said('cost') === '' || said('cost') === '0' ? null : said('cost');
  const input = {
    ...{ code: said('code'), organisation_id, place_id: known('place', ground.places), starts_on },
    name: Object.fromEntries(
      titles.flatMap((title) =>
        title.startsWith('name_') && said(title) !== '' ? [[title.slice(5), said(title)]] : [],
      ),
    ),
    ...{ occupation, occupation_words: words('occupation_words'), ends_on: dayOf('ends_on') },
    ...{ seats: number('seats'), entry: words('entry'), hours: words('hours') },
    languages: said('languages')
      .split(/[\s,;]+/)
      .filter((one) => one !== ''),
    childcare: yes('childcare', false),
    cost: cost === null ? null : { amount: cost, currency: said('currency') },
    ...{ open: yes('open', true), wishes_until: dayOf('wishes_until') },
  };
  const parsed = shape.safeParse(input);
  if (!parsed.success) {
    for (const { path, code } of fieldProblems(parsed.error.issues, 'row', input)) {
      const column = columnOf(path);
      // What was said of the cell itself stands.
      if (!issues.some((one) => one.column === column)) issues.push({ row, column, code });
    }
  }
  const { ends_on, wishes_until } = input;
  if (starts_on !== null && ends_on !== null && ends_on < starts_on)
    wrong('ends_on', 'ends_before_start');
  if (starts_on !== null && wishes_until !== null && wishes_until > starts_on)
    wrong('wishes_until', 'after_start');
  const one = parsed.data;
  return one === undefined || issues.length > 0 ? { issues } : { ...one, row };
}

/** `row.cost.currency` → `currency`, `row.name.ru` → `name_ru`, `row.organisation_id` → `provider`. */
function columnOf(path: string): string {
  const [, field = '', part] = path.split('.');
  if (field === 'cost') return part === 'currency' ? 'currency' : 'cost';
  if (field === 'name' && part !== undefined) return `name_${part}`;
  return COLUMN_OF[field] ?? field;
}
