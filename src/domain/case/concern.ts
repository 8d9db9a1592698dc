import { z } from 'zod';
import { type Role, role } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Instant, instant } from '../time.ts';
import {
  accept,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
} from './command.ts';
import { factKind } from './fact.ts';
import { dueAt } from './timers.ts';

/** Whom a concern is about; a person of the household or a colleague may be named by id. */
const about = z.strictObject({
  who: z.enum(['participant', 'household_member', 'caregiver', 'colleague', 'somebody_else']),
  person_id: id.optional(),
  /** Where it is about somebody who works here: never the one who closes it. */
  account_id: id.optional(),
});

export const raiseConcern = z.strictObject({
  concern_id: id,
  about,
  urgency: z.enum(['now', 'soon']),
  /** What was seen, what was said. */
  words: prose,
});
export const CONCERN_OUTCOMES = [
  'safety_agreed',
  'help_arranged',
  'passed_on_by_law',
  'no_harm_found',
  'said_in_error',
] as const;
export const closeConcern = z.strictObject({
  concern_id: id,
  outcome: z.enum(CONCERN_OUTCOMES),
  words: prose,
});
const concernRaised = raiseConcern.extend({ due_at: instant });

export interface Concern {
  readonly concern_id: Id;
  readonly about: z.infer<typeof about>;
  readonly urgency: 'now' | 'soon';
  readonly raised_by: Id;
  readonly raised_role: Role;
  readonly raised_at: Instant;
  readonly due_at: Instant;
  readonly closed: {
    readonly by: Id;
    readonly at: Instant;
    readonly outcome: (typeof CONCERN_OUTCOMES)[number];
  } | null;
}
export interface ConcernState {
  readonly concerns: Readonly<Record<Id, Concern>>;
}

/** A concern as a list shows it; what was said stays in the file. */
export const listedConcern = z.object({
  id,
  case_id: id,
  number: z.string(),
  urgency: z.enum(['now', 'soon']),
  about: about.shape.who,
  raised_role: role,
  raised_at: instant,
  due_at: instant,
  overdue: z.boolean(),
  closed_at: instant.nullable(),
  outcome: z.enum(CONCERN_OUTCOMES).nullable(),
});

/** The concerns that nobody has closed yet. */
export function openConcerns(slice: ConcernState): readonly Concern[] {
  return Object.values(slice.concerns).filter(({ closed }) => closed === null);
}

/** By when somebody has to look into it: the model's hours, without pauses; without a timer, at once. */
function answerBy({ model, now }: Situation): Instant {
  const timer = model.timers.find((one) => one.starts_on.includes('concern_raised'));
  return timer === undefined ? now : (dueAt(timer, now, model) ?? now);
}

/** A named human, not whom it is about, and not who raised it unless that is the supervisor. */
function mayClose(concern: Concern, { actor, role }: Situation): boolean {
  if (actor.kind !== 'account' || concern.about.account_id === actor.id) return false;
  return concern.raised_by !== actor.id || role === 'supervisor';
}

/**
 * A concern for somebody's safety. It lies in the file of whoever spoke, in `protection` alone: no
 * general fact, task or row tells that there is one, so that nobody at home is tipped off.
 */
export const concern = {
  slice: 'concern',
  initial: { concerns: {} } as ConcernState,
  facts: {
    concern_raised: factKind({
      version: 1,
      compartment: 'protection',
      body: concernRaised,
      apply: (slice: ConcernState, fact): ConcernState => {
        const { words: _words, ...said } = fact.body;
        const raised: Concern = {
          ...said,
          ...{ raised_by: fact.actor.id, raised_role: fact.role, raised_at: fact.recorded_at },
          closed: null,
        };
        return { concerns: { ...slice.concerns, [said.concern_id]: raised } };
      },
    }),
    concern_closed: factKind({
      version: 1,
      compartment: 'protection',
      body: closeConcern,
      apply: (slice: ConcernState, fact): ConcernState => {
        const { concern_id, outcome } = fact.body;
        const known = slice.concerns[concern_id];
        if (known === undefined) return slice;
        const closed = { by: fact.actor.id, at: fact.recorded_at, outcome };
        return { concerns: { ...slice.concerns, [concern_id]: { ...known, closed } } };
      },
    }),
  },
  commands: {
    raise_concern: commandKind({
      body: raiseConcern,
      verb: 'raise_concern',
      compartment: 'protection',
      onClosed: true,
      decide: (state, { body }, situation): Decision =>
        state.concern.concerns[body.concern_id] === undefined
          ? accept({ kind: 'concern_raised', body: { ...body, due_at: answerBy(situation) } })
          : refuse('already_recorded'),
    }),
    close_concern: commandKind({
      body: closeConcern,
      verb: 'close_concern',
      compartment: 'protection',
      onClosed: true,
      decide: (state, { body }, situation): Decision => {
        const known = state.concern.concerns[body.concern_id];
        if (known === undefined) return refuse('concern_unknown');
        if (known.closed !== null) return { stale: { code: 'concern_closed' } };
        if (!mayClose(known, situation)) return refuse('concern_of_your_own');
        return accept({ kind: 'concern_closed', body });
      },
    }),
  },
} as const satisfies Noun<'concern'>;
