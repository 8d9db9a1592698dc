/** Between which two numbers a cell must lie, as far as a reader knows; `high` may be infinite. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** One cell is the sum of others: places in the list of cells. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Sums of sums settle in a few rounds; more would only sharpen what is known already. */
const ROUNDS = 12;

/**
 * What a reader who subtracts can work out of every cell: the narrowest bounds that follow from the sums,
 * each cell in turn from all others, until nothing moves. A hidden cell whose bounds are close together
 * is not hidden.
 */
export function boundsFrom(known: readonly Bounds[], sums: readonly Sum[]): Bounds[] {
  const cells = [...known];
  const narrow = (index: number, low: number, high: number): boolean => {
    const before = cells[index];
    if (before === undefined) return false;
    const after = { low: Math.max(before.low, low), high: Math.min(before.high, high) };
    // Numbers that do not fit together tell nothing.
    if (after.low > after.high) return false;
    cells[index] = after;
    return after.low > before.low || after.high < before.high;
  };
  for (let round = 0, moved = true; round < ROUNDS && moved; round += 1) {
    moved = false;
    for (const { total, parts } of sums) {
      const all = together(cells, parts);
      moved = narrow(total, all.low, all.high()) || moved;
      const whole = cells[total] ?? { low: 0, high: Number.POSITIVE_INFINITY };
      for (const part of parts) {
        const own = cells[part];
        if (own === undefined) continue;
        const low = whole.low - all.high(own);
        const high = whole.high - (all.low - own.low);
        moved = narrow(part, Number.isFinite(low) ? low : 0, high) || moved;
      }
    }
  }
  return cells;
}

function together(cells: readonly Bounds[], parts: readonly number[]) {
  let low = 0;
  let high = 0;
  let endless = 0;
  for (const part of parts) {
    const one = cells[part];
    low += one?.low ?? 0;
    if (one !== undefined && Number.isFinite(one.high)) high += one.high;
    else endless += 1;
  }
  return {
    low,
    /** The most that they are together, or together without one of them. */
    high: (without?: Bounds): number => {
      const finite = without !== undefined && Number.isFinite(without.high);
      const left = endless - (without === undefined || finite ? 0 : 1);
      if (left > 0) return Number.POSITIVE_INFINITY;
      return high - (finite ? without.high : 0);
    },
  };
}
