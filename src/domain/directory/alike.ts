import type { ReadWords } from '../people/name/remembered-words.ts';
import { isSameJoined, isSameWord, SAME_NAME, similarity } from '../people/name/similarity.ts';
import { type Word, wordsOf } from '../people/name/words.ts';
import { type NameKeys, nameKeys } from '../people/name.ts';
import type { Labels } from '../text.ts';

/** Why two entries of the directory may be one; shown with them, so that somebody can judge. */
export const ALIKE_REASONS = [
  'same_name',
  'alike_name',
  'same_phone',
  'same_address',
  'same_website',
  'same_organisation',
  'alike_organisation',
  'same_place',
  'same_need',
] as const;
export type Reason = (typeof ALIKE_REASONS)[number];

/** What is known of an entry for finding doubles. A confidential address is no part of it. */
export interface Summary {
  readonly id: string;
  readonly name: Labels;
  readonly organisation_id: string | null;
  readonly organisation: Labels | null;
  readonly place_id: string | null;
  readonly need_domain: string | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  readonly website: string | null;
}

/** A summary with its keys, made once. */
export interface Comparable {
  readonly summary: Summary;
  readonly names: readonly NameKeys[];
  readonly owners: readonly NameKeys[];
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  readonly website: string | null;
}

export interface AlikePair {
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly Reason[];
}

type SameWord = (left: Word, right: Word) => boolean;

const WEIGHTS: Readonly<Record<Reason, number>> = {
  ...{ same_name: 4, alike_name: 2, same_phone: 4, same_address: 3, same_website: 2 },
  ...{ same_organisation: 2, alike_organisation: 2, same_place: 1, same_need: 1 },
};

/** Reads a name word by word: names of houses differ, their words are always the same few thousand. */
export function wordByWord(read: ReadWords): ReadWords {
  return (text) => text.split(/\s+/u).flatMap((word) => read(word, 'any'));
}

/** `isSameWord` that remembers: for one list, then let go. Words of a reader that remembers are known by identity. */
export function rememberedSameWord(): SameWord {
  const known = new Map<Word, Map<Word, boolean>>();
  return (left, right) => {
    if (left === right || left.text === right.text) return true;
    let row = known.get(left);
    if (row === undefined) {
      row = new Map();
      known.set(left, row);
    }
    const remembered = row.get(right);
    if (remembered !== undefined) return remembered;
    const same = isSameWord(left, right);
    row.set(right, same);
    return same;
  };
}

/** Makes the keys of an entry: names in any script, the figures of phones, addresses by their words. */
export function comparable(summary: Summary, read: ReadWords = wordsOf): Comparable {
  const keys = (labels: Labels | null) =>
    Object.values(labels ?? {}).flatMap((text) => {
      const made = text === undefined ? null : nameKeys({ single: text }, read);
      return made === null || made.folded === '' ? [] : [made];
    });
  return {
    ...{ summary, names: keys(summary.name), owners: keys(summary.organisation) },
    phones: [...new Set(summary.phones.map(figures).filter((one) => one.length >= 5))],
    addresses: [
      ...new Set(
        summary.addresses
          .map((one) => nameKeys({ single: one }, read).folded)
          // A town alone is no address.
          .filter((one) => one.includes(' ')),
      ),
    ],
    website: host(summary.website),
  };
}

/** Why two entries may be one, or null where too little speaks for it. */
export function alike(
  a: Comparable,
  b: Comparable,
  same: SameWord = isSameWord,
): readonly Reason[] | null {
  const [one, other] = [a.summary, b.summary];
  const phone = shares(a.phones, b.phones);
  const address = shares(a.addresses, b.addresses);
  const website = a.website !== null && a.website === b.website;
  const sameOwner = one.organisation_id !== null && one.organisation_id === other.organisation_id;
  const place = one.place_id !== null && one.place_id === other.place_id;
  // A branch in another town has the same name and is another door.
  const elsewhere = one.place_id !== null && other.place_id !== null && !place;
  const need = one.need_domain !== null && one.need_domain === other.need_domain;
  const contact = phone || address;
  // Whatever they are called: most pairs end here, and names take the longest.
  if (elsewhere && !contact && !website) return null;
  const name = likeness(a.names, b.names, same);
  const owner = sameOwner
    ? 'same_organisation'
    : alikeOwner(a, b, same)
      ? 'alike_organisation'
      : null;
  const isOne =
    name === null
      ? // Names in two languages have nothing in common; services of one house share its phone.
        !sameOwner && ((phone && address) || (website && contact))
      : contact || website || (!elsewhere && (place || owner !== null));
  if (!isOne || (one.need_domain !== other.need_domain && name === null)) return null;
  return [
    ...(name === null ? [] : [name]),
    ...(phone ? (['same_phone'] as const) : []),
    ...(address ? (['same_address'] as const) : []),
    ...(website ? (['same_website'] as const) : []),
    ...(owner === null ? [] : ([owner] as const)),
    ...(place ? (['same_place'] as const) : []),
    ...(need ? (['same_need'] as const) : []),
  ];
}

/** Those that are most alike first. */
export function byLikeness(a: AlikePair, b: AlikePair): number {
  const weight = ({ reasons }: AlikePair) => reasons.reduce((sum, one) => sum + WEIGHTS[one], 0);
  return weight(b) - weight(a) || a.one.localeCompare(b.one) || a.other.localeCompare(b.other);
}

/** What an entry is found by: two that share none of these keys are not laid side by side. */
export function blockKeys({ summary, names, phones, addresses, website }: Comparable): Set<string> {
  const near = summary.place_id ?? '';
  const sounds = names.flatMap(telling);
  return new Set([
    ...phones.map((one) => `phone ${one}`),
    ...addresses.map((one) => `address ${one}`),
    ...(website === null ? [] : [`website ${website}`]),
    ...names.map((one) => `name ${one.tokens.join(' ')}`),
    // Spelled otherwise: a sound of the name in the same place or organisation.
    ...sounds.map((sound) => `place ${near} ${sound}`),
    ...sounds.map((sound) => `owner ${summary.organisation_id} ${sound}`),
  ]);
}

/** The sounds of a name that say something: one letter or a number is in the name of every third house. */
function telling({ phonetic }: NameKeys): readonly string[] {
  const long = phonetic.filter((sound) => sound.length > 1 && !/^\d+$/.test(sound));
  return long.length > 0 ? long : phonetic;
}

function likeness(
  a: readonly NameKeys[],
  b: readonly NameKeys[],
  same: SameWord,
): 'same_name' | 'alike_name' | null {
  if (a.some((one) => b.some((other) => one.folded === other.folded))) return 'same_name';
  return a.some((one) => b.some((other) => isOneName(one, other, same))) ? 'alike_name' : null;
}

/**
 * Whether two names are one: each word of the shorter has its like in the longer, or both are the same letters, parted
 * otherwise. One word without its like keeps a name below `SAME_NAME`, so nothing is lost, and most pairs end here.
 */
function isOneName(one: NameKeys, other: NameKeys, same: SameWord): boolean {
  const [short, long] =
    one.words.length > other.words.length ? [other.words, one.words] : [one.words, other.words];
  // What tells houses apart, a number or a street, stands at the end.
  const all = short.every((_, at) => long.some((word) => same(short.at(-1 - at) ?? word, word)));
  return all ? similarity(one, other).score >= SAME_NAME : isSameJoined(one, other);
}

function alikeOwner(a: Comparable, b: Comparable, same: SameWord): boolean {
  return likeness(a.owners, b.owners, same) !== null;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

/** The last nine figures: with or without the code of the country it is the same telephone. */
function figures(phone: string): string {
  return phone.replaceAll(/\D/g, '').slice(-9);
}

function host(website: string | null): string | null {
  const found = /^[a-z]+:\/\/(?:www\.)?([^/?#]+)(\/[^?#]*)?/i.exec(website ?? '');
  return found === null ? null : `${found[1]}${(found[2] ?? '').replace(/\/$/, '')}`.toLowerCase();
}
