import { z } from 'zod';
import { type Compartment, compartment } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import type { Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { factKind, type NewFact } from './fact.ts';
import { placeChange } from './opening.ts';
import type { CaseState } from './state.ts';

export const assignWorker = z.strictObject({ account_id: id });
/** Nobody works with the person from then on until a worker is chosen: a region accepted without one. */
export const releaseWorker = z.strictObject({ account_id: id });
/** A worker takes a file that nobody has: the one thing about it that is her own choice. */
export const takeFile = z.strictObject({});
export const assignSpecialist = z.strictObject({
  account_id: id,
  compartment: compartment.exclude(['general']),
});
export const releaseSpecialist = z.strictObject({ account_id: id });

export interface AssignmentState {
  /** The one primary worker: the caseworker who goes the way with the person. */
  readonly worker: { readonly account_id: Id; readonly since: Instant } | null;
  readonly specialists: Readonly<Record<Id, { compartment: Compartment; since: Instant }>>;
}

/**
 * Whether an account holds a role in the case's place or above or below it in the same region. A
 * device does not hold other people's roles: there the server decides when the command arrives.
 */
function holds(situation: Situation, accountId: Id, role: string, state: CaseState): boolean {
  if (situation.accounts === undefined) return true;
  const held = situation.accounts[accountId];
  if (held === undefined || held.role !== role) return false;
  const [own] = held.place_path;
  const [here] = state.opening.place_path;
  if (own === undefined || here === undefined) return false;
  return state.opening.place_path.includes(own) || held.place_path.includes(here);
}

/** Whether the file may be given to that support worker, as far as a device knows. */
export function mayBeGiven(
  { situation, state }: { readonly situation: Situation; readonly state: CaseState },
  accountId: Id,
): boolean {
  return holds(situation, accountId, 'caseworker', state);
}

/**
 * A file takes the place of its worker where that lies below its own: whoever supervises the worker
 * then sees it. A worker of the same place or of one above leaves it where it is.
 */
function moved(situation: Situation, accountId: Id, state: CaseState): readonly NewFact[] {
  const path = situation.accounts?.[accountId]?.place_path ?? [];
  const { place_id } = state.opening;
  const below = place_id !== null && path.indexOf(place_id) > 0;
  return below ? [placeChange(path)] : [];
}

/**
 * Who works with the person. There is one primary worker at a time; specialists read their own
 * compartment of this file and the general part, nobody else's.
 */
export const assignment = {
  slice: 'assignment',
  initial: { worker: null, specialists: {} } as AssignmentState,
  facts: {
    worker_assigned: factKind({
      version: 1,
      compartment: 'general',
      body: assignWorker,
      apply: (slice: AssignmentState, fact): AssignmentState => ({
        ...slice,
        worker: { account_id: fact.body.account_id, since: fact.recorded_at },
      }),
    }),
    worker_released: factKind({
      version: 1,
      compartment: 'general',
      body: releaseWorker,
      apply: (slice: AssignmentState): AssignmentState => ({ ...slice, worker: null }),
    }),
    specialist_assigned: factKind({
      version: 1,
      compartment: 'general',
      body: assignSpecialist,
      apply: (slice: AssignmentState, fact): AssignmentState => ({
        ...slice,
        specialists: {
          ...slice.specialists,
          [fact.body.account_id]: {
            compartment: fact.body.compartment,
            since: fact.recorded_at,
          },
        },
      }),
    }),
    specialist_released: factKind({
      version: 1,
      compartment: 'general',
      body: releaseSpecialist,
      apply: (slice: AssignmentState, fact): AssignmentState => {
        const { [fact.body.account_id]: _released, ...specialists } = slice.specialists;
        return { ...slice, specialists };
      },
    }),
  },
  commands: {
    assign_worker: commandKind({
      body: assignWorker,
      verb: 'assign',
      compartment: 'general',
      decide: (state, command, situation) => {
        if (state.assignment.worker?.account_id === command.body.account_id) {
          return refuse('already_assigned');
        }
        if (!holds(situation, command.body.account_id, 'caseworker', state)) {
          return refuse('not_a_worker_here');
        }
        return {
          facts: [{ kind: 'worker_assigned', body: command.body }],
          last: moved(situation, command.body.account_id, state),
        };
      },
    }),
    /** Whoever opened a file goes on with it herself, while she has room (practice.md 1.3). */
    take_file: commandKind({
      body: takeFile,
      verb: 'take',
      compartment: 'general',
      decide: (state, _command, situation) => {
        const { actor, caseload = 0, model } = situation;
        const full = model.thresholds.caseload_full;
        if (state.assignment.worker !== null) return refuse('already_assigned');
        if (!holds(situation, actor.id, 'caseworker', state)) return refuse('not_a_worker_here');
        if (caseload >= full) return refuse('caseload_full', { files: caseload, full });
        return {
          facts: [{ kind: 'worker_assigned', body: { account_id: actor.id } }],
          last: moved(situation, actor.id, state),
        };
      },
    }),
    assign_specialist: commandKind({
      body: assignSpecialist,
      verb: 'assign',
      compartment: 'general',
      decide: (state, command, situation) => {
        const { account_id, compartment: asked } = command.body;
        return holds(situation, account_id, `specialist_${asked}`, state)
          ? accept({ kind: 'specialist_assigned', body: command.body })
          : refuse('not_a_specialist_here');
      },
    }),
    release_specialist: commandKind({
      body: releaseSpecialist,
      verb: 'assign',
      compartment: 'general',
      decide: (state, command) =>
        state.assignment.specialists[command.body.account_id] === undefined
          ? refuse('not_assigned')
          : accept({ kind: 'specialist_released', body: command.body }),
    }),
  },
} as const satisfies Noun<'assignment'>;
