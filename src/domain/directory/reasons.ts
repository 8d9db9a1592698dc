import type { Entry, Reason, Wanted } from './directory.ts';

/** The parent of each place; null above all. */
export type Parents = ReadonlyMap<string, string | null>;

/**
 * Why a service fits what is looked for, or null where it does not. What is not known of a service is not
 * assumed: who asks for women to be seen by gets only services that say so.
 */
export function reasonsFor(one: Entry, wanted: Wanted, parents: Parents): readonly Reason[] | null {
  const reasons: Reason[] = [];
  if (wanted.need !== undefined) {
    if (one.need_domain !== wanted.need) return null;
    reasons.push('need');
  }
  if (wanted.place !== undefined) {
    const near = nearness(one.place_id, wanted.place, parents);
    if (near === null) return null;
    reasons.push(near);
  }
  if (wanted.language !== undefined) {
    const base = (tag: string) => tag.split('-')[0];
    if (!one.languages.some((spoken) => base(spoken) === base(wanted.language ?? ''))) return null;
    reasons.push('language');
  }
  if (wanted.staff !== undefined) {
    if (one.staff !== 'both' && one.staff !== wanted.staff) return null;
    reasons.push('staff');
  }
  if (wanted.childcare === true) {
    if (!one.childcare) return null;
    reasons.push('childcare');
  }
  if (wanted.open === true) {
    if (one.open !== true) return null;
    reasons.push('open');
  }
  if (wanted.free === true) {
    if ((one.places_free ?? 0) === 0) return null;
    reasons.push('free');
  }
  return reasons;
}

/** The nearest first, then what takes new requests soonest, then what was made sure of last. */
export function order(
  a: Entry & { readonly reasons: readonly Reason[] },
  b: Entry & { readonly reasons: readonly Reason[] },
): number {
  const distance = (one: typeof a) =>
    one.reasons.includes('in_this_place') ? 0 : one.reasons.includes('near_this_place') ? 1 : 2;
  const wait = (one: typeof a) => one.waiting_days ?? 3651;
  return (
    distance(a) - distance(b) ||
    wait(a) - wait(b) ||
    (b.assured_on ?? '').localeCompare(a.assured_on ?? '') ||
    a.id.localeCompare(b.id)
  );
}

/** The places whose services are for a place: itself with all below it, and all above it. */
export function placesAround(
  wanted: string,
  parents: Parents,
): { readonly within: readonly string[]; readonly above: readonly string[] } {
  const below = [...parents.keys()].filter((one) => above(one, parents).includes(wanted));
  return { within: [wanted, ...below], above: above(wanted, parents) };
}

function nearness(of: string | null, wanted: string, parents: Parents): Reason | null {
  if (of === null) return 'whole_country';
  if (of === wanted || above(of, parents).includes(wanted)) return 'in_this_place';
  return above(wanted, parents).includes(of) ? 'near_this_place' : null;
}

function above(place: string, parents: Parents): string[] {
  const found: string[] = [];
  let parent = parents.get(place) ?? null;
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = parents.get(parent) ?? null;
  }
  return found;
}
