import { z } from 'zod';
import { id } from '../id.ts';
import type { Reason } from './alike.ts';

// Two entries of the directory that are one are merged field by field. Nothing is thrown away: the one that goes stays
// as it is behind the one that stays, and within the days of undo both stand again.

export const MERGE_KINDS = ['service', 'organisation'] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** Whose value a field has afterwards. */
export const SIDES = ['kept', 'other', 'both'] as const;
export type Side = (typeof SIDES)[number];

/** So long a merge can be taken back. */
export const UNDO_DAYS = 30;

/** An entry taken apart into fields by name; what is empty is left out. */
export type Fields = Readonly<Record<string, unknown>>;
export type Chosen = Readonly<Record<string, Side>>;

export interface Difference {
  readonly field: string;
  readonly kept: unknown;
  readonly other: unknown;
  /** Whether both can stand together: lists, and names in several languages. */
  readonly both: boolean;
  /** What is taken where nobody chooses. */
  readonly first: Side;
}

/** Fields in which two entries differ, each with what is taken where nobody chooses: what is said before what is not. */
export function differences(kept: Fields, other: Fields): Difference[] {
  return fieldsOf(kept, other).flatMap((field) => {
    const [one, two] = [kept[field], other[field]];
    if (same(one, two)) return [];
    const both = joined(one, two) !== undefined;
    const first: Side = one === undefined ? 'other' : both ? 'both' : 'kept';
    return [{ field, kept: one, other: two, both, first }];
  });
}

/** The entry that stays, with what was chosen; what was not chosen is taken as `differences` proposes. */
export function merged(kept: Fields, other: Fields, chosen: Chosen): Fields {
  const taken: Record<string, unknown> = { ...kept };
  for (const one of differences(kept, other)) {
    const side = chosen[one.field] ?? one.first;
    if (side === 'other') taken[one.field] = one.other;
    else if (side === 'both') taken[one.field] = joined(one.kept, one.other);
  }
  return told(taken);
}

/** What was chosen of a field that does not differ, or in a way that it does not offer. */
export function wrongChoices(kept: Fields, other: Fields, chosen: Chosen): string[] {
  const known = new Map(differences(kept, other).map((one) => [one.field, one]));
  return Object.entries(chosen).flatMap(([field, side]) => {
    const one = known.get(field);
    return one === undefined || (side === 'both' && !one.both) ? [field] : [];
  });
}

/**
 * How an entry stands once a merge is taken back: as before it, but for the fields that somebody changed since. Those
 * stay as they are now and are named.
 */
export function restored(
  now: Fields,
  after: Fields,
  before: Fields,
): { readonly fields: Fields; readonly left: readonly string[] } {
  const fields: Record<string, unknown> = {};
  const left: string[] = [];
  for (const field of fieldsOf({ ...now, ...after }, before)) {
    const untouched = same(now[field], after[field]);
    fields[field] = untouched ? before[field] : now[field];
    if (!untouched && !same(before[field], after[field])) left.push(field);
  }
  return { fields: told(fields), left };
}

/** Fields without those in which nothing is said. */
export function told(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

function fieldsOf(one: Fields, other: Fields): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
}

/** Both values together, or `undefined` where one has to go. */
function joined(one: unknown, two: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(two)) {
    return [...one, ...two.filter((part) => !one.some((known) => same(known, part)))];
  }
  // Names by language: the one that stays is asked first.
  if (isNames(one) && isNames(two)) return { ...two, ...one };
  return undefined;
}

function isNames(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([tag, word]) => /^[a-z]{2,3}(-|$)/.test(tag) && typeof word === 'string',
  );
}

/** Whether two values say the same: ids of their parts, and the order of keys, are not what is said. */
function same(one: unknown, two: unknown): boolean {
  return plain(one) === plain(two);
}

function plain(value: unknown): string {
  return (
    JSON.stringify(value, (key, one: unknown) => {
      if (key === 'id') return undefined;
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
      return Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}

const side = z.enum(SIDES);
const pair = { kind: z.enum(MERGE_KINDS), kept_id: id, merged_id: id };
/** Two entries in question. */
export const mergePair = z
  .strictObject(pair)
  .refine((one) => one.kept_id !== one.merged_id, { path: ['merged_id'], error: 'same_entry' });
const versions = {
  ...{ kept_version: z.int().min(1), merged_version: z.int().min(1) },
  ...{ kept_capacity: z.int().min(0), merged_capacity: z.int().min(0) },
};
/** A merge says which versions it was made from: a newer one is not overwritten. */
export const merge = z
  .strictObject({
    ...{ id, ...pair, ...versions },
    chosen: z
      .record(z.string().min(1).max(80), side)
      .refine((one) => Object.keys(one).length <= 100, { error: 'too_many' }),
    /** Whether the places where the other is given come along. */
    with_places: z.boolean(),
  })
  .refine((one) => one.kept_id !== one.merged_id, { path: ['merged_id'], error: 'same_entry' });
export type Merge = z.infer<typeof merge>;

const named = z.record(z.string(), z.string());
/** One of two entries as they are shown side by side. */
export const alikeEntry = z.object({
  ...{
    id: z.string(),
    name: named,
    organisation: named.nullable(),
    place_id: z.string().nullable(),
  },
  ...{ phone: z.string().nullable(), address: z.string().nullable(), active: z.boolean() },
});
export const alikePairs = z.object({
  pairs: z.array(
    z.object({
      one: alikeEntry,
      other: alikeEntry,
      reasons: z.array(z.string() as z.ZodType<Reason>),
    }),
  ),
  /** How many there are in all; those that are most alike are shown. */
  total: z.int(),
});
export type AlikePairs = z.infer<typeof alikePairs>;

export const sideBySide = z.object({
  ...{ one: alikeEntry, other: alikeEntry, ...versions },
  fields: z.array(
    z.object({
      // Absent where nothing is said.
      ...{ field: z.string(), kept: z.unknown().optional(), other: z.unknown().optional() },
      ...{ both: z.boolean(), first: side },
    }),
  ),
  /** What comes along with the one that goes. */
  moves: z.object({
    ...{ services: z.int(), places: z.int(), courses: z.int(), vacancies: z.int() },
  }),
});
export type SideBySide = z.infer<typeof sideBySide>;

export const merges = z.object({
  merges: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum(MERGE_KINDS), kept_id: z.string(), merged_id: z.string() },
      ...{ kept: named, merged: named, merged_at: z.string(), undo_until: z.string() },
      undone_at: z.string().nullable(),
      may_undo: z.boolean(),
    }),
  ),
});
export type Merges = z.infer<typeof merges>;
export const undone = z.object({
  /** Fields that somebody changed since; they stay as they are. */
  left: z.array(z.string()),
});
