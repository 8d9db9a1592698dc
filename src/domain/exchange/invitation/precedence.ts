import { z } from 'zod';

/** Offices from the highest down, as protocol ranks them. */
export const RANKS = [
  'head_of_state',
  'head_of_government',
  'minister',
  'deputy_minister',
  'ambassador',
  'head_of_institution',
  'head_of_department',
  'expert',
] as const;
export type Rank = (typeof RANKS)[number];

/** What decides between two guests, tried in the order in which an edition lists them. */
export const PRECEDENCE_RULES = [
  /** The host country and its institutions come first. */
  'host_first',
  /** By office. */
  'rank',
  /** States before organisations. */
  'states_first',
  /** Countries by the alphabet of the language of the print. */
  'country',
  /** Institutions by that alphabet. */
  'institution',
  /** People by that alphabet. */
  'name',
] as const;
export const precedenceRules = z
  .array(z.enum(PRECEDENCE_RULES))
  .max(PRECEDENCE_RULES.length)
  .refine((rules) => new Set(rules).size === rules.length, { error: 'twice' });
export type PrecedenceRule = (typeof PRECEDENCE_RULES)[number];

/** Somebody, or an institution, with a place in the order. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  /** ISO 3166-1 alpha-2; null for an international organisation. */
  readonly country: string | null;
  readonly rank: Rank | null;
  readonly host: boolean;
}

/** Places given by hand, counted from 1. */
export type FixedPlaces = Readonly<Record<string, number>>;

/**
 * The order of precedence: by the rules one after the other, then by id, so that it is the same each
 * time; who was given a place by hand stands there, and the others fill the places that are left.
 */
export function inPrecedence<G extends Guest>(
  guests: readonly G[],
  rules: readonly PrecedenceRule[],
  lang: string,
  fixed: FixedPlaces = {},
): G[] {
  const compare = comparison(rules, lang);
  const ordered = guests.toSorted((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
  const order = ordered.filter((guest) => fixed[guest.id] === undefined);
  const placed = ordered
    .filter((guest) => fixed[guest.id] !== undefined)
    .toSorted((a, b) => (fixed[a.id] ?? 0) - (fixed[b.id] ?? 0));
  for (const guest of placed) {
    order.splice(Math.max(0, (fixed[guest.id] ?? 1) - 1), 0, guest);
  }
  return order;
}

function comparison(rules: readonly PrecedenceRule[], lang: string) {
  const { compare } = new Intl.Collator(lang);
  const countries = new Intl.DisplayNames(lang, { type: 'region' });
  const called = (guest: Guest) => (guest.country === null ? '' : countries.of(guest.country));
  const rank = (guest: Guest) => (guest.rank === null ? RANKS.length : RANKS.indexOf(guest.rank));
  const by: Readonly<Record<PrecedenceRule, (a: Guest, b: Guest) => number>> = {
    host_first: (a, b) => Number(b.host) - Number(a.host),
    rank: (a, b) => rank(a) - rank(b),
    states_first: (a, b) => Number(a.country === null) - Number(b.country === null),
    country: (a, b) => compare(called(a) ?? '', called(b) ?? ''),
    institution: (a, b) => compare(a.institution, b.institution),
    name: (a, b) => compare(a.name, b.name),
  };
  return (a: Guest, b: Guest) =>
    rules.reduce((decided, rule) => (decided === 0 ? by[rule](a, b) : decided), 0);
}
