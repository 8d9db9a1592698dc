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
import type { CaseState } from './state.ts';
import { dueAt } from './timers.ts';
import { lastTransfer } from './transfer-state.ts';

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
/**
 * On whose word it is closed. The person, whoever is feared and guardians are not among them: somebody
 * may stand behind them. Where nothing is said, whoever closes it has seen for themselves.
 */
export const CONCERN_WORDS_OF = ['closer', 'colleague', 'service', 'somebody_else'] as const;
export const closeConcern = z.strictObject({
  concern_id: id,
  outcome: z.enum(CONCERN_OUTCOMES),
  words: prose,
  on_word_of: z
    .strictObject({ who: z.enum(CONCERN_WORDS_OF), person_id: id.optional() })
    .optional(),
});
/** Whoever may close it takes it in their own name. */
export const takeConcern = z.strictObject({ concern_id: id });
const concernGiven = z.strictObject({
  concern_id: id,
  account_id: id,
  /** On duty at that hour, the nearest supervisor, or by their own hand. */
  as: z.enum(['duty', 'supervisor', 'taken']),
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
  /** The named human whose task it is; without one, the supervisor's and child protection's together. */
  readonly given_to?: Id;
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
  /** Whose task it is, by name. */
  given_to: z.string().nullable(),
  closed_at: instant.nullable(),
  outcome: z.enum(CONCERN_OUTCOMES).nullable(),
});

/** The concerns that nobody has closed yet. */
export function openConcerns(slice: ConcernState): readonly Concern[] {
  return Object.values(slice.concerns).filter(({ closed }) => closed === null);
}

/** The human whose task it is; null where it is shared, as it is again once another region has the file. */
export function namedFor(concern: Concern, { transfer }: CaseState): Id | null {
  const moved = lastTransfer(transfer)?.over_at ?? '';
  return concern.given_to === undefined || concern.raised_at <= moved ? null : concern.given_to;
}

/** By when somebody has to look into it: the model's hours, without pauses; without a timer, at once. */
function answerBy(urgency: Concern['urgency'], { model, now }: Situation): Instant {
  const due = model.timers
    .filter((one) => one.starts_on.includes('concern_raised'))
    .filter((one) => one.applies_to !== 'urgent' || urgency === 'now')
    .map((timer) => dueAt(timer, now, model) ?? now);
  return due.sort()[0] ?? now;
}

/**
 * The facts of a worry. One that is urgent goes to a named human at once: who is on duty, else the
 * supervisor. A device does not know the rota: there that fact is missing until it comes back.
 */
export function raised(
  state: CaseState,
  body: z.infer<typeof raiseConcern>,
  situation: Situation,
): Decision {
  const { concern_id, urgency } = body;
  if (state.concern.concerns[concern_id] !== undefined) return refuse('already_recorded');
  const fact = { kind: 'concern_raised', body: { ...body, due_at: answerBy(urgency, situation) } };
  const { on_duty } = situation;
  if (urgency !== 'now' || on_duty == null) return accept(fact);
  return { facts: [fact], last: [{ kind: 'concern_given', body: { concern_id, ...on_duty } }] };
}

/** Whether it would be closed on the word of whom it is about, or of a guardian. */
function wordNotTaken(
  concern: Concern,
  said: z.infer<typeof closeConcern>['on_word_of'],
  { person }: Situation,
): boolean {
  const by = said?.person_id;
  if (by === undefined) return false;
  return by === person.id || by === concern.about.person_id || person.guardian_ids.includes(by);
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
    concern_given: factKind({
      version: 1,
      compartment: 'protection',
      body: concernGiven,
      apply: (slice: ConcernState, { body }): ConcernState => {
        const known = slice.concerns[body.concern_id];
        if (known === undefined) return slice;
        const given = { ...known, given_to: body.account_id };
        return { concerns: { ...slice.concerns, [body.concern_id]: given } };
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
      decide: (state, { body }, situation): Decision => raised(state, body, situation),
    }),
    take_concern: commandKind({
      body: takeConcern,
      verb: 'close_concern',
      compartment: 'protection',
      onClosed: true,
      decide: (state, { body }, { actor }): Decision => {
        const known = state.concern.concerns[body.concern_id];
        if (known === undefined) return refuse('concern_unknown');
        if (known.closed !== null) return { stale: { code: 'concern_closed' } };
        const own = known.about.account_id === actor.id;
        if (own || actor.kind !== 'account') return refuse('concern_of_your_own');
        if (known.given_to === actor.id) return { stale: { code: 'already_assigned' } };
        return accept({
          kind: 'concern_given',
          body: { ...body, account_id: actor.id, as: 'taken' },
        });
      },
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
        if (wordNotTaken(known, body.on_word_of, situation))
          return refuse('concern_word_not_taken');
        return accept({ kind: 'concern_closed', body });
      },
    }),
  },
} as const satisfies Noun<'concern'>;
