/** What becomes of a change: what is written, and what is kept beside what stands already. */
export interface Merge<Values> {
  readonly set: Partial<Values>;
  readonly losing: Partial<Values>;
}

/**
 * Field by field: a change goes through unless somebody else changed the same field since its author
 * looked, to another value. Then what stands stays, and the new value is kept beside it until a human
 * decides. Nothing said is lost, and fields that nobody else touched are never in the way.
 *
 * @param standing the values as they are now
 * @param changedSince fields that others changed after the version that the author saw
 */
export function mergeFields<Values extends object>(
  standing: Values,
  changes: Partial<Values>,
  changedSince: ReadonlySet<string>,
): Merge<Values> {
  const set: Partial<Values> = {};
  const losing: Partial<Values> = {};
  for (const field of Object.keys(changes) as (keyof Values & string)[]) {
    const said = changes[field];
    if (said === undefined || sameValue(standing[field], said)) continue;
    (changedSince.has(field) ? losing : set)[field] = said;
  }
  return { set, losing };
}

/** A list with one entry replaced. `undefined` where the entry to be replaced is no longer there. */
export function replaceEntry<Entry>(
  list: readonly Entry[],
  before: Entry | null,
  after: Entry | null,
): readonly Entry[] | undefined {
  if (before === null) {
    if (after === null || list.some((one) => sameValue(one, after))) return list;
    return [...list, after];
  }
  const at = list.findIndex((one) => sameValue(one, before));
  if (at < 0) return undefined;
  return after === null ? list.toSpliced(at, 1) : list.with(at, after);
}

/** Equal in content, whatever the order of keys; a missing key and `undefined` are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return (one ?? null) === (other ?? null);
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameValue(Reflect.get(one, key), Reflect.get(other, key)));
}
