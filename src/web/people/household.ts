import type { Household, KinshipKind, ParentState } from '#domain/people/household.ts';
import { holdsOn, KINSHIP_KINDS, PARENT_STATES } from '#domain/people/household.ts';
import { PARENT_TIES } from '#domain/people/register.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';

/** Somebody in the drawing of a household. */
export interface TreeMember {
  readonly key: string;
  /** null = a parent who is known by word only. */
  readonly person_id: string | null;
  /** null for a member beyond reach: what they are to the family, and nothing else. */
  readonly name: PersonRow['name'] | null;
  /** What they are to the head of the household, or `mother`, `father`, `parent` of `of`. */
  readonly relation: string;
  readonly of: string | null;
  readonly sex: string;
  readonly birth_year: number | null;
  readonly generation: number;
  readonly state: ParentState | null;
  /** Does not live with the others. */
  readonly outside: boolean;
}

/** A line of the drawing: `from` is parent or guardian of `to`, or cares for `to` now. */
export interface TreeLine {
  readonly from: string;
  readonly to: string;
  readonly kind: 'parent' | 'guardian' | 'care';
  readonly contested: boolean;
}

export interface Tree {
  /** Oldest generation first. */
  readonly generations: readonly (readonly TreeMember[])[];
  readonly lines: readonly TreeLine[];
  /** Who lived here before and does not now, the last to leave first. */
  readonly before: readonly FormerMember[];
}

/** Somebody who lived here before: until when and, where this reader may know, why not any more. */
export interface FormerMember {
  readonly key: string;
  readonly name: PersonRow['name'] | null;
  readonly relation: string;
  readonly sex: string;
  readonly until_day: string;
  readonly reason: string | null;
}

const OLDER = ['parent', 'step_parent', 'foster_parent', 'aunt_or_uncle', 'parent_in_law'];
const YOUNGER = ['child', 'step_child', 'foster_child', 'niece_or_nephew', 'child_in_law'];

function generationOf(relation: string): number {
  if (relation === 'grandparent') return -2;
  if (relation === 'grandchild') return 2;
  if (OLDER.includes(relation)) return -1;
  return YOUNGER.includes(relation) ? 1 : 0;
}

/** Who cares for a child in the care arrangement that runs now. */
export interface CareTie {
  readonly from: string;
  readonly to: string;
}

/** A household by generations, with who is parent and guardian of whom, on a day. */
export function treeOf(
  household: HouseholdRow,
  people: ReadonlyMap<string, PersonRow>,
  today: string,
  care: readonly CareTie[] = [],
): Tree {
  const living = livingIn(household, today);
  const members = new Map<string, TreeMember>();
  for (const one of living) {
    members.set(one.person_id, {
      ...{ key: one.person_id, person_id: one.person_id, name: one.name, relation: one.relation },
      ...{ of: null, sex: one.sex, birth_year: one.birth_year, state: null, outside: false },
      generation: generationOf(one.relation),
    });
  }
  const lines: TreeLine[] = [];
  const withParents = new Set<string>();
  const parentLine = (from: string, to: string) => {
    lines.push({ from, to, kind: 'parent', contested: false });
    withParents.add(to);
  };
  for (const { person_id } of living) {
    const person = people.get(person_id);
    const generation = members.get(person_id)?.generation ?? 0;
    for (const tie of person?.kinship ?? []) {
      if (!isParentTie(tie.kind) || !holds(tie, today)) continue;
      const there = tie.relative_id === null ? undefined : members.get(tie.relative_id);
      if (there === undefined) {
        const key = tie.relative_id ?? tie.id;
        members.set(key, outsideParent(key, tie, person_id, people, generation - 1));
        parentLine(key, person_id);
      } else {
        members.set(there.key, { ...there, state: stateOf(tie.parent_state) ?? there.state });
        parentLine(there.key, person_id);
      }
    }
    for (const one of person?.guardianship ?? []) {
      if (one.guardian_id === null || !members.has(one.guardian_id) || !holds(one, today)) continue;
      lines.push({
        from: one.guardian_id,
        to: person_id,
        kind: 'guardian',
        contested: one.contested,
      });
    }
  }
  const head = living.find((one) => one.relation === 'head');
  for (const { person_id, relation } of living) {
    if (head === undefined || person_id === head.person_id) continue;
    // Where no tie was written down, the word of the list is the tie.
    if (relation === 'child' && !withParents.has(person_id)) parentLine(head.person_id, person_id);
    const drawn = lines.some((one) => one.kind === 'parent' && one.from === person_id);
    const up = relation === 'parent' && !drawn;
    if (up) parentLine(person_id, head.person_id);
  }
  for (const { from, to } of care) {
    const drawn = lines.some((one) => one.from === from && one.to === to && one.kind !== 'parent');
    if (drawn || !members.has(from) || !members.has(to)) continue;
    lines.push({ from, to, kind: 'care', contested: false });
  }
  const levels = Map.groupBy(members.values(), (one) => one.generation);
  const generations = [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
  return { generations, lines, before: formerIn(household, living) };
}

type Member = HouseholdRow['members'][number];

/** Who lives there now. Somebody who leaves today has left. */
export function livingIn(household: HouseholdRow, today: string): Member[] {
  return household.members.filter((one) => one.until_day === null || one.until_day > today);
}

function formerIn(household: HouseholdRow, living: readonly Member[]): FormerMember[] {
  const here = new Set(living.map((one) => one.person_id));
  return household.members
    .flatMap(({ id: key, name, relation, sex, until_day, reason = null, person_id }) =>
      until_day === null || here.has(person_id)
        ? []
        : [{ key, name, relation, sex, until_day, reason }],
    )
    .sort((one, other) => other.until_day.localeCompare(one.until_day));
}

type Tie = PersonRow['kinship'][number];

function outsideParent(
  key: string,
  tie: Tie,
  of: string,
  people: ReadonlyMap<string, PersonRow>,
  generation: number,
): TreeMember {
  const known = tie.relative_id === null ? undefined : people.get(tie.relative_id);
  const sex = tie.kind === 'mother' ? 'female' : tie.kind === 'father' ? 'male' : 'unknown';
  return {
    ...{ key, person_id: tie.relative_id, name: known?.name ?? null, relation: tie.kind, of },
    ...{ sex, birth_year: null, generation, state: stateOf(tie.parent_state), outside: true },
  };
}

function isParentTie(kind: string): boolean {
  return PARENT_TIES.some((one) => one === kind);
}

function stateOf(state: string | null): ParentState | null {
  return PARENT_STATES.find((one) => one === state) ?? null;
}

function holds(
  span: { from_day: string | null; until_day: string | null },
  today: string,
): boolean {
  return holdsOn({ from: span.from_day ?? undefined, until: span.until_day ?? undefined }, today);
}

/** The rows as the domain's household, to propose who may consent for a child. */
export function domainHousehold(person: PersonRow, households: readonly HouseholdRow[]): Household {
  const until = (day: string | null) => (day === null ? {} : { until: day });
  const from = (day: string | null) => (day === null ? {} : { from: day });
  return {
    id: households[0]?.id ?? person.id,
    members: households.flatMap((one) =>
      one.members.map((member) => ({
        ...{ person: member.person_id, from: member.from_day },
        ...until(member.until_day),
      })),
    ),
    kinships: person.kinship.flatMap((tie) => {
      const is: KinshipKind | undefined = KINSHIP_KINDS.find((one) => one === tie.kind);
      if (is === undefined || is === 'parent' || tie.relative_id === null) return [];
      return [
        {
          person: tie.relative_id,
          is,
          of: person.id,
          ...from(tie.from_day),
          ...until(tie.until_day),
        },
      ];
    }),
    guardianships: person.guardianship.map((one) => ({
      child: person.id,
      guardian:
        one.guardian_id === null
          ? { institution: one.institution ?? '?' }
          : { person: one.guardian_id },
      kind: one.kind as Household['guardianships'][number]['kind'],
      ...{ contested: one.contested, ...from(one.from_day), ...until(one.until_day) },
    })),
    parents: person.kinship.flatMap((tie) => {
      const state = stateOf(tie.parent_state);
      if (!isParentTie(tie.kind) || state === null) return [];
      const which = tie.kind === 'mother' || tie.kind === 'father' ? tie.kind : 'unknown';
      return [
        {
          ...{ child: person.id, which, state, ...from(tie.from_day), ...until(tie.until_day) },
          ...(tie.relative_id === null ? {} : { parent: tie.relative_id }),
        } as const,
      ];
    }),
  };
}
