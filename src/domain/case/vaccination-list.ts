import type { ArrivalRow } from '../arrival/cell.ts';
import type { FieldProblem } from '../problem.ts';
import { type ListColumn, type ListRow, readColumns, wrong } from '../work/list-columns.ts';
import { type Dose, vaccinationsOfModel } from './model-vaccination.ts';

/** The columns of a vaccination calendar; headings in the words of a ministry's own table are known too. */
export const CALENDAR_COLUMNS: readonly ListColumn[] = [
  { name: 'code', required: true, words: ['код', 'kod'] },
  { name: 'name_en', words: ['name', 'vaccination', 'vaccine'] },
  { name: 'name_ru', words: ['название', 'прививка', 'вакцина'] },
  { name: 'name_uz', words: ['nomi', 'emlash', 'vaksina'] },
  {
    ...{ name: 'from_months', required: true },
    words: ['age', 'months', 'age in months', 'возраст', 'возраст в месяцах', 'yosh', 'oylik yosh'],
  },
  { name: 'until_months', words: ['until', 'до месяцев', 'oygacha'] },
  { name: 'after', words: ['after dose', 'после дозы', 'dozadan keyin'] },
  { name: 'after_days', words: ['days', 'через дней', 'kundan keyin'] },
];

const doses = vaccinationsOfModel.shape.doses;

/** Reads a calendar, one row a dose in the order of the calendar. Any problem means that nothing is taken. */
export function readVaccinationList(
  all: readonly ArrivalRow[],
):
  | { readonly doses: readonly Dose[]; readonly left_out: readonly string[] }
  | { readonly problems: readonly FieldProblem[] } {
  const read = readColumns(all, CALENDAR_COLUMNS);
  if (read.problems.length > 0) return { problems: read.problems };
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const found = read.rows.map((row) => {
    const { dose, problems: own } = doseOf(row);
    problems.push(...own);
    if (seen.has(dose.code)) problems.push(wrong(row.row, 'code', 'duplicate_code'));
    // A dose can only follow one that stands above it.
    const { after } = dose;
    if (after !== undefined && !seen.has(after.dose)) {
      problems.push({ ...wrong(row.row, 'after', 'unknown_dose'), details: { name: after.dose } });
    }
    seen.add(dose.code);
    return dose;
  });
  if (problems.length > 0) return { problems };
  const parsed = doses.safeParse(found);
  // What is left to be wrong is the list as a whole: too many rows, or none.
  if (!parsed.success) return { problems: [{ path: 'rows', code: 'too_long' }] };
  return { doses: parsed.data, left_out: read.left_out };
}

const COLUMN_OF: Readonly<Record<string, string>> = { labels: 'name_en' };

function doseOf(row: ListRow): { readonly dose: Dose; readonly problems: readonly FieldProblem[] } {
  const number = (column: string) => {
    const said = row.text(column);
    return said === '' ? undefined : /^\d{1,5}$/.test(said) ? Number(said) : Number.NaN;
  };
  const names = ['en', 'ru', 'uz'].flatMap((tag) => {
    const name = row.text(`name_${tag}`);
    return name === '' ? [] : [[tag, name] as const];
  });
  const [until, after, days] = [number('until_months'), row.text('after'), number('after_days')];
  const dose = {
    code: row.text('code').toLowerCase(),
    labels: Object.fromEntries(names),
    from_months: number('from_months') ?? Number.NaN,
    ...(until === undefined ? {} : { until_months: until }),
    ...(after === '' ? {} : { after: { dose: after.toLowerCase(), days: days ?? 1 } }),
  };
  const parsed = doses.element.safeParse(dose);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = issues.map(({ path: [key = '', inner], code, message }) => {
    const column =
      key === 'after'
        ? inner === 'days'
          ? 'after_days'
          : 'after'
        : (COLUMN_OF[String(key)] ?? String(key));
    const own = code === 'custom' || message === 'not_a_code' ? message : 'wrong_format';
    return wrong(row.row, column, own);
  });
  if (names.length === 0) problems.push(wrong(row.row, 'name_en', 'required'));
  if (until !== undefined && dose.from_months >= until) {
    const minimum = dose.from_months + 1;
    problems.push({ ...wrong(row.row, 'until_months', 'too_small'), details: { minimum } });
  }
  return { dose, problems };
}
