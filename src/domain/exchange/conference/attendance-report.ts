import { z } from 'zod';

/** Fewer people than this are not shown: in a small room everybody knows who they are. */
export const SMALLEST_CELL = 5;

/** A cell of a table; null = hidden. */
export const reportCell = z.object({ code: z.string(), people: z.int().nullable() });
export type ReportCell = z.infer<typeof reportCell>;
export const reportTable = z.object({
  cells: z.array(reportCell),
  /** Everybody in the table; null where these are too few themselves. */
  total: z.int().nullable(),
});
export type ReportTable = z.infer<typeof reportTable>;

/**
 * Counts in which everybody stands once, beside their total. A small cell is hidden, and where it is the
 * only one, or all hidden cells together are few, the next smallest goes with it: nobody gets the number
 * by subtracting.
 */
export function reportOf(codes: readonly (string | null)[], smallest = SMALLEST_CELL): ReportTable {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const known = code ?? NOT_SAID;
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const rows = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (codes.length < smallest)
    return { cells: rows.map(([code]) => ({ code, people: null })), total: null };
  const hidden = new Set(rows.filter(([, people]) => people < smallest).map(([code]) => code));
  while (hidden.size > 0 && hidden.size < rows.length && givesAway(rows, hidden, smallest)) {
    const shown = rows.filter(([code]) => !hidden.has(code));
    const least = Math.min(...shown.map(([, people]) => people));
    // Equals go together: which of two came first would be a hint too.
    for (const [code, people] of shown) if (people === least) hidden.add(code);
  }
  return {
    // In an order that says nothing about the size of what is hidden.
    cells: rows
      .map(([code, people]) => ({ code, people: hidden.has(code) ? null : people }))
      .toSorted((a, b) => (b.people ?? -1) - (a.people ?? -1) || (a.code < b.code ? -1 : 1)),
    total: codes.length,
  };
}

/** Whoever did not say. */
export const NOT_SAID = 'not_said';

function givesAway(
  rows: readonly (readonly [string, number])[],
  hidden: ReadonlySet<string>,
  smallest: number,
): boolean {
  const together = rows.reduce((sum, [code, people]) => sum + (hidden.has(code) ? people : 0), 0);
  const least = Math.min(...rows.filter(([code]) => !hidden.has(code)).map(([, n]) => n));
  // As in `evidence/disclosure-control`: any one of the hidden could still be empty.
  return together < smallest || together > (hidden.size - 1) * (least - 1);
}
