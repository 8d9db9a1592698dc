import { COMPARTMENTS, type Compartment, ROLES, type Role } from './role.ts';

/**
 * What can be done to a file. `append` writes ordinary facts; the other verbs are acts of their own
 * that not everybody who writes may do. `answer` is a receiving service's only verb.
 * `open_in_emergency` alone is for files that are not in reach.
 */
export const VERBS = [
  'read',
  'append',
  'open',
  'assign',
  'take',
  'approve',
  'override',
  'answer',
  'raise_concern',
  'close_concern',
  'record_authority_request',
  'erase',
  'open_in_emergency',
  'name_authority',
  'review_own_no',
  'weigh_best_interests',
  'hold_session',
  'withhold',
  'keep_duty',
  'propose_transfer',
  'answer_transfer',
  'change_model',
] as const;
export type Verb = (typeof VERBS)[number];

type RightsOfRole = { readonly [C in Compartment]?: readonly Verb[] };

// Reads only where the person said yes: reach alone decides that (`BY_CONSENT` in reach.ts).
const author = {
  health: ['read', 'append'],
  psychosocial: ['read', 'append'],
  legal: ['read', 'append'],
} as const;
const concern = { protection: ['raise_concern'] } as const;

/**
 * Rights = role × verb × compartment: the one table (design 4). It decides in the domain, is copied
 * to the database for row-level security when migrating, and is printed whole by a test. Rights say
 * what a role may do where it has reach; reach (`reach.ts`) says where.
 */
export const RIGHTS: Readonly<Record<Role, RightsOfRole>> = {
  intake_officer: { general: ['read', 'append', 'open', 'assign'], ...concern },
  caseworker: {
    general: ['read', 'append', 'open', 'take', 'open_in_emergency', 'propose_transfer'],
    ...author,
    protection: ['append', 'raise_concern'],
  },
  supervisor: {
    general: [
      'read',
      'append',
      'open',
      'assign',
      'approve',
      'override',
      'record_authority_request',
      'erase',
      'open_in_emergency',
      'name_authority',
      'review_own_no',
      'keep_duty',
      'propose_transfer',
      'answer_transfer',
      'change_model',
    ],
    protection: [
      'read',
      'append',
      'raise_concern',
      'close_concern',
      'erase',
      'weigh_best_interests',
    ],
  },
  specialist_health: {
    general: ['read', 'append', 'open_in_emergency', 'review_own_no'],
    health: ['read', 'append'],
    ...concern,
  },
  specialist_psychosocial: {
    general: ['read', 'append', 'open_in_emergency', 'review_own_no', 'keep_duty'],
    psychosocial: ['read', 'append', 'hold_session'],
    // Only of a worry that was given to them while on duty: reach opens nothing else (reach.ts).
    protection: ['read', 'raise_concern', 'close_concern'],
  },
  specialist_legal: {
    general: ['read', 'append', 'open_in_emergency', 'review_own_no'],
    legal: ['read', 'append'],
    ...concern,
  },
  specialist_protection: {
    general: [
      ...(['read', 'append', 'open_in_emergency', 'name_authority', 'review_own_no'] as const),
      'keep_duty',
    ],
    protection: [
      ...(['read', 'append', 'raise_concern', 'close_concern', 'weigh_best_interests'] as const),
      'withhold',
    ],
  },
  partner: { general: ['answer'], ...concern },
  coordinator: {},
  data_protection_officer: {},
  complaints_officer: {},
  administrator: {},
  participant: {},
  // Sees agreed meetings and no file: its own rows (`mentor_activity`), nothing by reach.
  mentor: {},
};

/** Whether the role may do the verb in the compartment, where it has reach. */
export function may(role: Role, verb: Verb, compartment: Compartment): boolean {
  return RIGHTS[role][compartment]?.includes(verb) ?? false;
}

/** The table as rows, for the database and for printing. */
export function rightRows(): { role: Role; verb: Verb; compartment: Compartment }[] {
  return ROLES.flatMap((role) =>
    COMPARTMENTS.flatMap((compartment) =>
      (RIGHTS[role][compartment] ?? []).map((verb) => ({ role, verb, compartment })),
    ),
  );
}
