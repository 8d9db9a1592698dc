import type { FieldProblem } from '#domain/problem.ts';

/** The same fault in the same column of several rows: said once. */
export interface FoldedRows {
  /** `3–7, 9`, after the name of the table where there are several. */
  readonly where: string;
  readonly column: string;
  readonly field: FieldProblem;
}

/** Faults of a file by what is wrong, in the order in which each first appears: forty equal lines are read by nobody. */
export function foldRows(fields: readonly FieldProblem[]): FoldedRows[] {
  const folded = Map.groupBy(fields, ({ path, code, details }) => {
    const [table = '', , ...column] = path.split('.');
    return JSON.stringify([table, column, code, details]);
  });
  return [...folded.values()].flatMap((same) => {
    const [field] = same;
    if (field === undefined) return [];
    const [table = '', , ...column] = field.path.split('.');
    const rows = same.map(({ path }) => path.split('.')[1] ?? '');
    const where = table === 'rows' ? ranges(rows) : `${table} ${ranges(rows)}`;
    return [{ where, column: column.join('.'), field }];
  });
}

/** `3`, `4`, `5`, `9` as `3–5, 9`. */
function ranges(rows: readonly string[]): string {
  const numbers = [...new Set(rows.map(Number))].toSorted((a, b) => a - b);
  if (numbers.some(Number.isNaN)) return [...new Set(rows)].join(', ');
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
