import { z } from 'zod';
import type { Verb } from '../access/rights.ts';
import { fieldProblems } from '../field-problem.ts';
import { countNeighbours } from '../group/group.ts';
import { id } from '../id.ts';
import type { Problem } from '../problem.ts';
import { line } from '../text.ts';
import { day, instant } from '../time.ts';
import { country } from './country.ts';
import { agreeFamilyGoal, endFamilyStep } from './family-plan.ts';
import { GUARDIANSHIP_KINDS, KINSHIP_KINDS, PARENT_STATES } from './household.ts';
import {
  leaveHousehold,
  membershipFields,
  mergeHouseholds,
  moveHousehold,
  splitHousehold,
} from './moving.ts';
import { name, nameKind } from './name.ts';
import { contact, paper, person } from './person.ts';
import { RETURN_CONTEXTS } from './return.ts';

/**
 * Commands about people, households and returns: plain rows, said in the envelope of case commands
 * without a case, answered by the same names and queued in the same outbox (design 3).
 */
export const registerEnvelope = z.strictObject({
  id,
  kind: z.string().min(1).max(60),
  body: z.unknown(),
  said_at: instant,
});
export type RegisterEnvelope = z.infer<typeof registerEnvelope>;

/** What a relative is to the person; parents by their word, as whose consent counts hangs on it. */
export const TIES = ['mother', 'father', ...KINSHIP_KINDS] as const;
export const PARENT_TIES = ['mother', 'father', 'parent'] as const;
export type Tie = (typeof TIES)[number];

const span = { from: day.optional(), until: day.optional() };
const inOrder = (value: { from?: string | undefined; until?: string | undefined }) =>
  value.from === undefined || value.until === undefined || value.from <= value.until;
const endsBeforeStart = { path: ['until'], error: 'before_start' };

const tieFields = {
  id,
  /** Absent where the relative is known by word only. */
  relative_id: id.optional(),
  kind: z.enum(TIES),
  parent_state: z.enum(PARENT_STATES).optional(),
  ...span,
};
const onlyOfParents = {
  path: ['parent_state'],
  error: 'only_of_parents',
};
const isParentOrSaysNothing = (tie: { kind: Tie; parent_state?: string | undefined }) =>
  tie.parent_state === undefined || PARENT_TIES.some((one) => one === tie.kind);

const tie = z
  .strictObject(tieFields)
  .refine(isParentOrSaysNothing, onlyOfParents)
  .refine(inOrder, endsBeforeStart);

const guardian = z.union([
  z.strictObject({ person_id: id }),
  /** An institution, by its name in words. */
  z.strictObject({ institution: line }),
]);
const guardianFields = {
  id,
  guardian,
  kind: z.enum(GUARDIANSHIP_KINDS),
  from: day,
  until: day.optional(),
};
const guardianOf = z.strictObject(guardianFields).refine(inOrder, endsBeforeStart);

const homecomingFields = {
  id,
  context: z.enum(RETURN_CONTEXTS),
  arrived_on: day.optional(),
  /** A country and nothing finer. */
  from_country: country.optional(),
  arrival_place: id.optional(),
  /** Kept apart: read by intake officer, caseworker and supervisor only. */
  operation: line.optional(),
};

/** A new person with all that is known at once. `relative` = takes part in a household, has no file. */
export const registerPerson = z.strictObject({
  person: person.extend({ kind: z.enum(['participant', 'relative']) }),
  household: z.strictObject(membershipFields).optional(),
  kinship: z.array(tie).max(40),
  guardianship: z.array(guardianOf).max(10),
  return: z.strictObject(homecomingFields).optional(),
});
export type RegisterPerson = z.infer<typeof registerPerson>;

/** Fields of a person that two people may change at once; `null` takes a value away. */
export const personFields = z
  .strictObject({
    name: person.shape.name,
    called: line.nullable(),
    sex: person.shape.sex,
    birth: z.union([z.null(), person.shape.birth.unwrap()]),
    languages: person.shape.languages,
    interpreter_needed: z.boolean(),
    citizenships: person.shape.citizenships,
  })
  .partial();
export type PersonFields = z.infer<typeof personFields>;
export type PersonField = keyof PersonFields;

const changePerson = z.strictObject({
  person_id: id,
  /** The version of the person that its author saw. */
  seen_version: z.int().min(1),
  changes: personFields.refine((changes) => Object.keys(changes).length > 0, { error: 'required' }),
});

/** One entry of a list replaced by another; `null` before = a new one, `null` after = taken away. */
const changesSomething = (change: { before: unknown; after: unknown }) =>
  change.before !== null || change.after !== null;
const afterNeeded = { path: ['after'], error: 'required' };
const changePaper = z
  .strictObject({ person_id: id, before: paper.nullable(), after: paper.nullable() })
  .refine(changesSomething, afterNeeded);
const changeContact = z
  .strictObject({ person_id: id, before: contact.nullable(), after: contact.nullable() })
  .refine(changesSomething, afterNeeded);

const otherName = name.refine((given) => given.kind !== nameKind.enum.current, {
  path: ['kind'],
  error: 'not_one_of',
});

interface RegisterKind<Body> {
  readonly body: z.ZodType<Body>;
  /** The right it needs, in `general`. */
  readonly verb: Verb;
  /** Ids that it brings into the world: later commands that name them wait for it. */
  creates?(body: Body): readonly string[];
}

function kind<Body>(given: RegisterKind<Body>): RegisterKind<Body> {
  return given;
}

export const REGISTER_KINDS = {
  register_person: kind({
    body: registerPerson,
    verb: 'open',
    creates: ({ person: { id: personId }, household }) =>
      household?.begins === true ? [personId, household.household_id] : [personId],
  }),
  change_person: kind({ body: changePerson, verb: 'append' }),
  settle_conflict: kind({
    body: z.strictObject({
      person_id: id,
      conflict_id: id,
      /** `standing` = the value that is there now; `other` = the one that was kept beside it. */
      keep: z.enum(['standing', 'other']),
    }),
    verb: 'append',
  }),
  add_name: kind({ body: z.strictObject({ person_id: id, name: otherName }), verb: 'append' }),
  change_paper: kind({ body: changePaper, verb: 'append' }),
  change_contact: kind({ body: changeContact, verb: 'append' }),
  join_household: kind({
    body: z.strictObject({ person_id: id, ...membershipFields }),
    verb: 'append',
    creates: (body) => [body.member_id, ...(body.begins ? [body.household_id] : [])],
  }),
  leave_household: kind({ body: leaveHousehold, verb: 'append' }),
  move_household: kind({
    body: moveHousehold,
    verb: 'append',
    creates: (body) => [body.member_id, ...(body.begins ? [body.household_id] : [])],
  }),
  split_household: kind({
    body: splitHousehold,
    verb: 'append',
    creates: (body) => [body.new_household_id, ...body.movers.map((one) => one.member_id)],
  }),
  merge_households: kind({
    body: mergeHouseholds,
    verb: 'append',
    creates: (body) => body.movers.map((one) => one.member_id),
  }),
  record_kinship: kind({
    body: z
      .strictObject({
        person_id: id,
        /** What was said before about the same relative; it ends where this begins. */
        replaces: id.optional(),
        ...tieFields,
      })
      .refine(isParentOrSaysNothing, onlyOfParents)
      .refine(inOrder, endsBeforeStart),
    verb: 'append',
    creates: (body) => [body.id],
  }),
  record_guardianship: kind({
    body: z.strictObject({ child_id: id, ...guardianFields }).refine(inOrder, endsBeforeStart),
    verb: 'append',
    creates: (body) => [body.id],
  }),
  end_guardianship: kind({
    body: z.strictObject({ child_id: id, guardianship_id: id, until: day }),
    verb: 'append',
  }),
  contest_guardianship: kind({
    body: z.strictObject({ child_id: id, guardianship_id: id, contested: z.boolean() }),
    verb: 'append',
  }),
  record_return: kind({
    body: z.strictObject({ person_id: id, ...homecomingFields }),
    verb: 'append',
    creates: (body) => [body.id],
  }),
  agree_family_goal: kind({
    body: agreeFamilyGoal,
    verb: 'append',
    creates: (body) => [body.goal_id, ...body.steps.map((one) => one.step_id)],
  }),
  end_family_step: kind({ body: endFamilyStep, verb: 'append' }),
  /** A row of a place and of nobody; it travels here because it is said where there is no line. */
  count_neighbours: kind({ body: countNeighbours, verb: 'append' }),
} as const;

export type RegisterName = keyof typeof REGISTER_KINDS;
export type RegisterBodies = {
  [K in RegisterName]: (typeof REGISTER_KINDS)[K] extends RegisterKind<infer Body> ? Body : never;
};
/** A parsed command about people, told apart by its kind. */
export type RegisterCommand = {
  [K in RegisterName]: { readonly kind: K; readonly body: RegisterBodies[K] };
}[RegisterName];

export function isRegisterKind(name: string): name is RegisterName {
  return Object.hasOwn(REGISTER_KINDS, name);
}

/** Parses a command about people; the problem names each wrong field. */
export function parseRegister(said: {
  readonly kind: string;
  readonly body: unknown;
}): { command: RegisterCommand } | { problem: Problem } {
  if (!isRegisterKind(said.kind)) return { problem: { code: 'command_unknown' } };
  const parsed = REGISTER_KINDS[said.kind].body.safeParse(said.body);
  if (!parsed.success) {
    const fields = fieldProblems(parsed.error.issues, 'body', said.body);
    return { problem: { code: 'invalid_input', fields } };
  }
  return { command: { kind: said.kind, body: parsed.data } as RegisterCommand };
}

/** The ids that a command brings into the world, for the outbox. */
export function createdBy<K extends RegisterName>(
  name: K,
  body: RegisterBodies[K],
): readonly string[] {
  const given: RegisterKind<RegisterBodies[K]> = REGISTER_KINDS[name] as never;
  return given.creates?.(body) ?? [];
}
