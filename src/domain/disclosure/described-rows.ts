/** What a table must say of itself before anybody else may use it. */
export interface Described {
  readonly title: string;
  readonly method: string;
  readonly denominators: string;
  readonly source: string;
  readonly period: string;
  readonly geography: string;
}

/**
 * How a file with HXL hashtags says it, in rows above its header row: programs that read HXL pass over
 * them. Both halves write it so; a human carries the file from one to the other.
 */
export const DESCRIBED = {
  title: 'Title',
  method: 'Method',
  denominators: 'Denominators',
  source: 'Source',
  period: 'Period',
  geography: 'Geography',
} as const satisfies Record<keyof Described, string>;

/** How a number that is kept back is written in a file. */
export const KEPT_BACK = '*';
export const KEPT_BACK_NAME = 'Not shown';
const NOTE = `${KEPT_BACK} = kept back, because few people or another kept number would be told`;

/** A file's rows: what it says of itself, then header, hashtags and values. */
export function describedRows(
  described: Described,
  cells: readonly (readonly string[])[],
): (readonly string[])[] {
  const kept = cells.some((row) => row.includes(KEPT_BACK));
  const fields = Object.entries(DESCRIBED) as [keyof Described, string][];
  return [
    ...fields.map(([field, name]) => [name, described[field]]),
    ...(kept ? [[KEPT_BACK_NAME, NOTE]] : []),
    ...cells,
  ];
}
