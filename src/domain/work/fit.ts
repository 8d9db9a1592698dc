import { z } from 'zod';
import type { Parents } from '../directory/reasons.ts';
import { id } from '../id.ts';
import { languageTag } from '../people/person.ts';
import { occupationCode, unitOf } from './occupation.ts';

/**
 * What is asked for somebody: codes, a place and limits. No name, no words and no number of a file: whoever reads this
 * question learns of nobody.
 */
export const fitQuestion = z.strictObject({
  /** Occupations wished for, the dearest first. */
  wishes: z.array(occupationCode).max(10),
  experience: z.array(occupationCode).max(20),
  place_id: id,
  languages: z.array(languageTag).max(12),
  hours: z.enum(['any', 'full', 'part', 'few']),
  distance: z.enum(['home', 'neighbourhood', 'district', 'region', 'anywhere']),
  ...{ childcare: z.boolean(), papers_missing: z.boolean(), lighter_work: z.boolean() },
});
export type FitQuestion = z.infer<typeof fitQuestion>;

/** A vacancy or a course, as far as fitting is concerned; null where it does not say. */
export interface Opening {
  readonly occupation: string | null;
  readonly place_id: string | null;
  readonly at_home: boolean;
  readonly hours: string | null;
  readonly languages: readonly string[];
  readonly experience_needed: boolean;
  readonly papers_needed: boolean | null;
  readonly childcare: boolean | null;
  readonly heavy: boolean | null;
}

export const FOR = [
  ...(['wished', 'near_a_wish', 'in_demand', 'has_experience', 'at_home', 'in_reach'] as const),
  ...(['language', 'hours', 'childcare', 'no_papers', 'light'] as const),
] as const;
export const AGAINST = [
  ...(['another_occupation', 'experience_needed', 'too_far', 'language', 'hours'] as const),
  ...(['no_childcare', 'papers_needed', 'heavy'] as const),
] as const;
/** What the vacancy does not say and matters here: somebody has to ask. */
export const ASK = ['occupation', 'distance', 'hours', 'childcare', 'papers', 'heavy'] as const;

export const fit = z.object({
  for: z.array(z.enum(FOR)),
  against: z.array(z.enum(AGAINST)),
  ask: z.array(z.enum(ASK)),
  /** Which wish it is, from 1; null where it is none. */
  wish: z.int().nullable(),
});
export type Fit = z.infer<typeof fit>;

/** The group of ISCO-08 above a unit group: related work. */
const NEAR = 3;
/** How much of the path of places is the same: the country, the region, the district, the neighbourhood. */
const LEVELS_SHARED = { home: 5, neighbourhood: 4, district: 3, region: 2, anywhere: 0 } as const;

/**
 * What speaks for an opening and what against it, for somebody. Nothing is added up: whoever reads it decides with the
 * person, and what speaks against one may not matter to them.
 */
export function fitOf(
  opening: Opening,
  asked: FitQuestion,
  { parents, demanded }: { readonly parents: Parents; readonly demanded: ReadonlySet<string> },
): Fit {
  const found: Found = { for: [], against: [], ask: [], wish: null };
  occupationFit(opening, asked, demanded, found);
  if (opening.at_home) found.for.push('at_home');
  else {
    const reached = isInReach(opening.place_id, asked, parents);
    if (reached === true) found.for.push('in_reach');
    else if (reached === false || asked.distance === 'home') found.against.push('too_far');
    else found.ask.push('distance');
  }
  if (opening.languages.length > 0) {
    const spoken = new Set(asked.languages.map(base));
    const fits = opening.languages.some((tag) => spoken.has(base(tag)));
    if (asked.languages.length > 0) (fits ? found.for : found.against).push('language');
  }
  if (asked.hours !== 'any') {
    if (opening.hours === null) found.ask.push('hours');
    else if (opening.hours === asked.hours) found.for.push('hours');
    else found.against.push('hours');
  }
  limit(asked.childcare, opening.childcare, {
    yes: () => found.for.push('childcare'),
    no: () => found.against.push('no_childcare'),
    unknown: () => found.ask.push('childcare'),
  });
  limit(asked.papers_missing, opening.papers_needed, {
    yes: () => found.against.push('papers_needed'),
    no: () => found.for.push('no_papers'),
    unknown: () => found.ask.push('papers'),
  });
  limit(asked.lighter_work, opening.heavy, {
    yes: () => found.against.push('heavy'),
    no: () => found.for.push('light'),
    unknown: () => found.ask.push('heavy'),
  });
  return found;
}

type Found = { for: Fit['for']; against: Fit['against']; ask: Fit['ask']; wish: number | null };

function occupationFit(
  { occupation, experience_needed }: Opening,
  asked: FitQuestion,
  demanded: ReadonlySet<string>,
  found: Found,
): void {
  if (occupation === null) {
    found.ask.push('occupation');
    return;
  }
  const unit = unitOf(occupation);
  const at = asked.wishes.findIndex((wish) => unitOf(wish) === unit);
  if (at >= 0) {
    found.wish = at + 1;
    found.for.push('wished');
  } else if (asked.wishes.some((wish) => wish.slice(0, NEAR) === unit.slice(0, NEAR)))
    found.for.push('near_a_wish');
  else if (asked.wishes.length > 0) found.against.push('another_occupation');
  if (demanded.has(unit)) found.for.push('in_demand');
  const hasDone = asked.experience.some((done) => unitOf(done) === unit);
  if (hasDone) found.for.push('has_experience');
  else if (experience_needed) found.against.push('experience_needed');
}

interface Told {
  readonly yes: () => void;
  readonly no: () => void;
  readonly unknown: () => void;
}

/** A limit that the person does not have says nothing. */
function limit(matters: boolean, said: boolean | null, told: Told): void {
  if (!matters) return;
  if (said === null) told.unknown();
  else if (said) told.yes();
  else told.no();
}

/**
 * The order in which openings are shown: the wish first, then what is looked for here, then what the person has done,
 * then how near it is. All of them stay in the list.
 */
export function fitOrder(one: Fit, other: Fit): number {
  const has = (fit: Fit, reason: (typeof FOR)[number]) => (fit.for.includes(reason) ? 0 : 1);
  const rank = (fit: Fit) => fit.wish ?? (fit.for.includes('near_a_wish') ? 98 : 99);
  const reach = (fit: Fit) => (fit.against.includes('too_far') ? 1 : 0);
  return (
    rank(one) - rank(other) ||
    has(one, 'in_demand') - has(other, 'in_demand') ||
    has(one, 'has_experience') - has(other, 'has_experience') ||
    reach(one) - reach(other)
  );
}

function base(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** A place and all above it, the highest first: country, region, district, neighbourhood. */
function pathOf(place: string, parents: Parents): readonly string[] {
  const path = [place];
  for (let next = parents.get(place) ?? null; next !== null; next = parents.get(next) ?? null) {
    if (path.includes(next)) break;
    path.unshift(next);
  }
  return path;
}

/** Whether one gets there; null where it may be anywhere in what is around the home. */
function isInReach(of: string | null, asked: FitQuestion, parents: Parents): boolean | null {
  const own = pathOf(asked.place_id, parents);
  const shared = of === null ? [] : pathOf(of, parents).filter((place, at) => own[at] === place);
  if (shared.length >= LEVELS_SHARED[asked.distance]) return true;
  return of === null || own.includes(of) ? null : false;
}
