import type { SavePractice } from './card.ts';

/** One field on which two authors wrote meanwhile: nothing of it is written, both values are shown. */
export interface Clash {
  field: string;
  /** What stands there now. */
  theirs: unknown;
  /** What was to be written. */
  yours: unknown;
}

export interface Merged {
  changes: Record<string, unknown>;
  clashes: Clash[];
}

/**
 * A save against what stands there now. A field that nobody else changed since its author saw it is
 * written; where both wrote the same, nothing is to be done; where they differ both values stay.
 */
export function mergeEdit(
  now: Readonly<Record<string, unknown>>,
  edit: Pick<SavePractice, 'texts' | 'facts'>,
): Merged {
  const merged: Merged = { changes: {}, clashes: [] };
  for (const [field, one] of Object.entries({ ...edit.texts, ...edit.facts })) {
    if (one === undefined) continue;
    const standing = now[field];
    if (same(standing, one.value)) continue;
    if (same(standing, one.was)) merged.changes[field] = one.value;
    else merged.clashes.push({ field, theirs: standing, yours: one.value });
  }
  return merged;
}

/** True where two values say the same, however they are written down. */
export function same(a: unknown, b: unknown): boolean {
  return written(a) === written(b);
}

/** Objects by their keys in order, so that two ways of writing one answer are the same. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, one]) => one !== false)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
