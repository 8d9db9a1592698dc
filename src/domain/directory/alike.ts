import type { ReadWords } from '../people/name/remembered-words.ts';
import { SAME_NAME, similarity } from '../people/name/similarity.ts';
import { wordsOf } from '../people/name/words.ts';
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

const WEIGHTS: Readonly<Record<Reason, number>> = {
  ...{ same_name: 4, alike_name: 2, same_phone: 4, same_address: 3, same_website: 2 },
  ...{ same_organisation: 2, alike_organisation: 2, same_place: 1, same_need: 1 },
};
/** A block that holds more says nothing: half the country has "school" in its name. */
const LARGEST_BLOCK = 40;

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
export function alike(a: Comparable, b: Comparable): readonly Reason[] | null {
  const [one, other] = [a.summary, b.summary];
  const name = likeness(a.names, b.names);
  const phone = shares(a.phones, b.phones);
  const address = shares(a.addresses, b.addresses);
  const website = a.website !== null && a.website === b.website;
  const sameOwner = one.organisation_id !== null && one.organisation_id === other.organisation_id;
  const owner = sameOwner ? 'same_organisation' : alikeOwner(a, b) ? 'alike_organisation' : null;
  const place = one.place_id !== null && one.place_id === other.place_id;
  // A branch in another town has the same name and is another door.
  const elsewhere = one.place_id !== null && other.place_id !== null && !place;
  const need = one.need_domain !== null && one.need_domain === other.need_domain;
  const contact = phone || address;
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

/** The pairs of a whole directory that may be one, by blocks: not every entry is laid beside every other. */
export function* candidatePairs(
  entries: readonly Comparable[],
): Generator<readonly [Comparable, Comparable]> {
  const blocks = new Map<string, Comparable[]>();
  for (const entry of entries) {
    for (const key of blockKeys(entry)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [entry]);
      else block.push(entry);
    }
  }
  const seen = new Set<string>();
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (const [at, one] of block.entries()) {
      for (const other of block.slice(at + 1)) {
        const key = [one.summary.id, other.summary.id].toSorted().join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        yield [one, other];
      }
    }
  }
}

/** Those that are most alike first. */
export function byLikeness(a: AlikePair, b: AlikePair): number {
  const weight = ({ reasons }: AlikePair) => reasons.reduce((sum, one) => sum + WEIGHTS[one], 0);
  return weight(b) - weight(a) || a.one.localeCompare(b.one) || a.other.localeCompare(b.other);
}

function blockKeys({ summary, names, phones, addresses, website }: Comparable): Set<string> {
  const near = summary.place_id ?? '';
  return new Set([
    ...phones.map((one) => `phone ${one}`),
    ...addresses.map((one) => `address ${one}`),
    ...(website === null ? [] : [`website ${website}`]),
    ...names.map((one) => `name ${one.tokens.join(' ')}`),
    // Spelled otherwise: a sound of the name in the same place or organisation.
    ...names.flatMap((one) => one.phonetic.map((sound) => `place ${near} ${sound}`)),
    ...names.flatMap((one) =>
      one.phonetic.map((sound) => `owner ${summary.organisation_id} ${sound}`),
    ),
  ]);
}

function likeness(
  a: readonly NameKeys[],
  b: readonly NameKeys[],
): 'same_name' | 'alike_name' | null {
  if (a.some((one) => b.some((other) => one.folded === other.folded))) return 'same_name';
  return a.some((one) => b.some((other) => similarity(one, other).score >= SAME_NAME))
    ? 'alike_name'
    : null;
}

function alikeOwner(a: Comparable, b: Comparable): boolean {
  return likeness(a.owners, b.owners) !== null;
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
