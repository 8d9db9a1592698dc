/** How often a combination of values occurs, and how many people of the population that stands for. */
export interface Frequency {
  readonly rows: number;
  readonly weight: number;
}

/**
 * For each row, how many rows have the same values, itself among them. A missing value (null) is like
 * any other value, in both directions, because nobody can tell it apart.
 */
export function frequencies(
  rows: readonly (readonly (string | null)[])[],
  weights: readonly number[] = rows.map(() => 1),
): Frequency[] {
  const groups = new Map<string, { values: readonly (string | null)[]; found: Frequency }>();
  const keys = rows.map((values, index) => {
    const key = JSON.stringify(values);
    const { rows: before, weight } = groups.get(key)?.found ?? { rows: 0, weight: 0 };
    const found = { rows: before + 1, weight: weight + (weights[index] ?? 0) };
    groups.set(key, { values, found });
    return key;
  });
  const all = [...groups.values()];
  const gaps = all.filter(({ values }) => values.includes(null));
  const alike = new Map(
    [...groups].map(([key, { values, found }]) => {
      // Only where a value is missing can two different combinations be the same people.
      const others = values.includes(null) ? all : gaps;
      const more = others.filter(
        (other) => other.values !== values && isAlike(values, other.values),
      );
      return [key, more.reduce((sum, other) => added(sum, other.found), found)] as const;
    }),
  );
  return keys.map((key) => alike.get(key) ?? { rows: 0, weight: 0 });
}

function isAlike(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  return one.every((value, index) => {
    const beside = other[index] ?? null;
    return value === null || beside === null || value === beside;
  });
}

function added(one: Frequency, other: Frequency): Frequency {
  return { rows: one.rows + other.rows, weight: one.weight + other.weight };
}
