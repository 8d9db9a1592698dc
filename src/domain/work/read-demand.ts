import type { ArrivalRow } from '../arrival/cell.ts';
import { fold } from '../arrival/fold.ts';
import type { FieldProblem } from '../problem.ts';
import { type DemandFigure, type DemandKind, period } from './demand.ts';
import { type ListColumn, readColumns, readCount, wrong } from './list-columns.ts';
import type { ListGround } from './list-ground.ts';

/** The columns of a list of figures, by headings in three languages. */
export const DEMAND_COLUMNS: readonly ListColumn[] = [
  {
    ...{ name: 'occupation', required: true },
    words: ['isco', 'profession', 'профессия', 'код профессии', 'занятие', 'kasb', 'kasb kodi'],
  },
  {
    ...{ name: 'place', required: true },
    words: ['region', 'регион', 'область', 'район', 'территория', 'hudud', 'viloyat', 'tuman'],
  },
  {
    name: 'period',
    required: true,
    words: ['year', 'month', 'год', 'период', 'месяц', 'yil', 'davr', 'oy'],
  },
  {
    ...{ name: 'value', required: true },
    words: [
      'number',
      'vacancies',
      'need',
      'число',
      'количество',
      'вакансии',
      'потребность',
      'soni',
      'ehtiyoj',
    ],
  },
  { name: 'kind', words: ['вид', 'показатель', 'turi'] },
];

const KIND_WORDS: Readonly<Record<string, DemandKind>> = Object.fromEntries([
  ...['vacancies', 'вакансии', 'bosh ish orinlari', 'вакансия'].map((word) => [word, 'vacancies']),
  ...['need', 'forecast', 'потребность', 'прогноз', 'ehtiyoj', 'prognoz'].map((word) => [
    word,
    'need',
  ]),
]);

export interface ReadDemand {
  readonly figures: readonly (DemandFigure & { readonly row: number })[];
  readonly problems: readonly FieldProblem[];
  readonly left_out: readonly string[];
}

/** Reads a list of figures; each wrong cell is named by row, column and reason. `kind` holds where no column says it. */
export function readDemand(
  all: readonly ArrivalRow[],
  ground: ListGround,
  kind: DemandKind,
): ReadDemand {
  const { rows, problems, left_out } = readColumns(all, DEMAND_COLUMNS);
  if (problems.length > 0) return { figures: [], problems, left_out };
  const found: FieldProblem[] = [];
  const seen = new Set<string>();
  const figures = rows.flatMap((line) => {
    const missing = ['occupation', 'place', 'period', 'value'].filter(
      (one) => line.text(one) === '',
    );
    for (const column of missing) found.push(wrong(line.row, column, 'required'));
    if (missing.length > 0) return [];
    const occupation = ground.occupation(line.text('occupation'));
    const place = ground.place(line.text('place'));
    const when = readPeriod(line.text('period'));
    const value = readCount(line.text('value'));
    const said = line.text('kind');
    const own = said === '' ? kind : (KIND_WORDS[fold(said)] ?? null);
    if (occupation === null) found.push(wrong(line.row, 'occupation', 'not_an_occupation'));
    if (place === null) found.push(wrong(line.row, 'place', 'unknown'));
    if (place === 'several') found.push(wrong(line.row, 'place', 'several_places'));
    if (when === null) found.push(wrong(line.row, 'period', 'not_a_period'));
    if (value === null) found.push(wrong(line.row, 'value', 'not_a_count'));
    if (own === null) found.push(wrong(line.row, 'kind', 'not_one_of'));
    if (occupation === null || place === null || place === 'several') return [];
    if (when === null || value === null || own === null) return [];
    const figure = { kind: own, occupation: occupation.unit, place_id: place, period: when, value };
    const key = [own, figure.occupation, place, when].join(' ');
    if (seen.has(key)) found.push(wrong(line.row, 'value', 'row_twice'));
    seen.add(key);
    return [{ ...figure, row: line.row }];
  });
  return { figures, problems: found, left_out };
}

/** `2026`, `2026-11`, `11.2026`; null for anything else. */
function readPeriod(text: string): string | null {
  const [, month, year] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const written = year === undefined ? text : `${year}-${(month ?? '').padStart(2, '0')}`;
  return period.safeParse(written).success ? written : null;
}
