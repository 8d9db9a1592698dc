/** How many people stand behind a cell of a table, and from how many households they come. */
export interface Count {
  readonly code: string;
  readonly people: number;
  readonly households: number;
}

/** What keeps a table from telling about anybody. */
export interface Rule {
  /** No cell below this is shown: `thresholds.smallest_cell` of the programme model. */
  readonly smallest_cell: number;
  /** Nor one from fewer households: one family of ten is no crowd to hide in (practice.md 4.7). */
  readonly smallest_households: number;
  /** What is shown is rounded to this, so that two months side by side do not show one person. */
  readonly rounded_to: number;
}

/** A cell as it may be shown; `null` = under the smallest cell, or hidden to keep another one hidden. */
export interface Cell {
  readonly code: string;
  readonly people: number | null;
}

export interface SafeTable {
  readonly cells: readonly Cell[];
  /** All people of the table; `null` where these are too few, or where the cells overlap. */
  readonly total: number | null;
}

/**
 * A table in which everybody stands in exactly one cell, beside its total. Small cells are hidden, and
 * then further ones, the smallest first, until a reader who subtracts all that is shown from the total,
 * and knows this very method, still has as many values to guess for each hidden cell as the smallest
 * cell has (proven by trying every small table).
 */
export function divided(counts: readonly Count[], rule: Rule): SafeTable {
  const total = sum(counts);
  if (total < rule.smallest_cell) return { cells: counts.map(hidden), total: null };
  const hiding = new Set(counts.filter((one) => isSmall(one, rule)).map((one) => one.code));
  while (hiding.size > 0 && !isSafe(counts, hiding, rule)) {
    const shown = counts.filter((one) => !hiding.has(one.code));
    const least = Math.min(...shown.map((one) => one.people));
    // Equals go together: which of two came first would be a hint too.
    for (const one of shown) if (one.people === least) hiding.add(one.code);
  }
  return {
    cells: counts.map((one) => (hiding.has(one.code) ? hidden(one) : rounded(one, rule))),
    total: round(total, rule),
  };
}

/**
 * A table whose cells overlap (a person may have several needs), each a part of the same `all` people.
 * The rest of a cell is a cell too: where all but a few are in it, nothing is shown either.
 */
export function overlapping(counts: readonly Count[], all: Count, rule: Rule): SafeTable {
  const cells = counts.map((one) => {
    const rest = all.people - one.people;
    return isSmall(one, rule) || rest < rule.smallest_cell ? hidden(one) : rounded(one, rule);
  });
  return { cells, total: null };
}

function isSmall({ people, households }: Count, rule: Rule): boolean {
  return people < rule.smallest_cell || households < rule.smallest_households;
}

/**
 * What is hidden adds up to no less than the smallest cell, and any one of it could be empty with the
 * others still smaller than all that is shown, as the order of hiding would have it.
 */
function isSafe(counts: readonly Count[], hiding: ReadonlySet<string>, rule: Rule): boolean {
  const shown = counts.filter((one) => !hiding.has(one.code));
  if (shown.length === 0) return true;
  const together = sum(counts.filter((one) => hiding.has(one.code)));
  const least = Math.min(...shown.map((one) => one.people));
  return together >= rule.smallest_cell && together <= (hiding.size - 1) * (least - 1);
}

function sum(counts: readonly Count[]): number {
  return counts.reduce((people, one) => people + one.people, 0);
}

function round(people: number, { rounded_to }: Rule): number {
  return Math.round(people / rounded_to) * rounded_to;
}

function hidden({ code }: Count): Cell {
  return { code, people: null };
}

function rounded({ code, people }: Count, rule: Rule): Cell {
  return { code, people: round(people, rule) };
}
