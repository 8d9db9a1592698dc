import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';
import { retainUntil } from './retention.ts';
import { entering } from './stage.ts';

const plannedCheckIn = z.strictObject({ check_in_id: id, due_on: day });

/**
 * The completion of support, before a supervisor approves it: why, what was reached, whether the
 * person was asked how it was, and which check-ins follow. Said again it replaces what was prepared.
 */
export const prepareClosure = z.strictObject({
  closure_id: id,
  /** A code of `closure_reasons` in the model; the reason says whether the ending is planned or abrupt. */
  reason: z.string().min(1).max(60),
  summary: prose,
  feedback_offered: z.boolean(),
  check_ins: z.array(plannedCheckIn).max(12),
});
/** Met or spoken with; not this time; not reached; and no contact any more, which ends all of them. */
export const CHECK_IN_OUTCOMES = ['done', 'not_reached', 'declined', 'no_contact'] as const;
export const checkIn = z
  .strictObject({
    check_in_id: id,
    outcome: z.enum(CHECK_IN_OUTCOMES),
    on: day,
    /** How it goes, in the person's own words. */
    words: prose.optional(),
    /** The person asks for help: somebody answers, perhaps by taking support up again. */
    asks_help: z.boolean().optional(),
    /** Nobody was reached: tried again on this day, and open until then. */
    again_on: day.optional(),
  })
  .refine(({ outcome, again_on }) => again_on === undefined || outcome === 'not_reached', {
    error: 'unknown_field',
    path: ['again_on'],
  })
  .refine(({ outcome, asks_help }) => asks_help !== true || outcome !== 'not_reached', {
    error: 'unknown_field',
    path: ['asks_help'],
  });
/** What was done when somebody asked for help after completion, where support was not taken up again. */
export const answerHelp = z.strictObject({ check_in_id: id, words: prose });
export const reopenCase = z.strictObject({ reason: prose });

const closurePrepared = prepareClosure.extend({
  ending: z.enum(['planned', 'abrupt']),
  /** The stage that follows the approval, from the reason. */
  stage: z.string().min(1).max(60),
  /** The last day on which the content is kept, from the retention periods of the model. */
  retain_until: day.nullable(),
});

export interface Closure extends z.infer<typeof closurePrepared> {
  /** The fact that said so: what an approval is of. */
  readonly by: Id;
  readonly said_by: Id;
  readonly at: Instant;
}
export interface CheckInOutcome {
  readonly outcome: (typeof CHECK_IN_OUTCOMES)[number];
  readonly on: Day;
  readonly at: Instant;
  readonly help?: 'asked' | 'answered';
}
export interface ClosureState {
  readonly prepared: Closure | null;
  /** What became of the check-ins of this closure. */
  readonly check_ins: Readonly<Record<Id, CheckInOutcome>>;
  /** Days on which those are tried again where nobody was reached; absent where that never was. */
  readonly moved?: Readonly<Record<Id, Day>>;
  /** Since when the person wishes no contact; absent where that was never said. */
  readonly no_contact?: Day;
  readonly reopened: readonly { readonly reason: string; readonly at: Instant; by: Id }[];
}

/** The planned check-ins that nobody has ended yet, the earliest first. */
export function openCheckIns(slice: ClosureState): readonly z.infer<typeof plannedCheckIn>[] {
  if (slice.no_contact !== undefined) return [];
  return (slice.prepared?.check_ins ?? [])
    .filter((one) => slice.check_ins[one.check_in_id] === undefined)
    .map((one) => ({ ...one, due_on: slice.moved?.[one.check_in_id] ?? one.due_on }))
    .toSorted((a, b) => (`${a.due_on}${a.check_in_id}` < `${b.due_on}${b.check_in_id}` ? -1 : 1));
}

/** The check-ins at which somebody asked for help that nobody has answered. */
export function helpAsked(slice: ClosureState) {
  return Object.entries(slice.check_ins)
    .filter(([, { help }]) => help === 'asked')
    .map(([check_in_id, { on }]) => ({ check_in_id, on }));
}

export const closure = {
  slice: 'closure',
  initial: { prepared: null, check_ins: {}, reopened: [] } as ClosureState,
  facts: {
    closure_prepared: factKind({
      version: 1,
      compartment: 'general',
      body: closurePrepared,
      apply: (slice: ClosureState, fact): ClosureState => ({
        ...slice,
        prepared: {
          ...fact.body,
          ...{ by: fact.id, said_by: fact.actor.id, at: fact.recorded_at },
        },
      }),
    }),
    check_in_ended: factKind({
      version: 1,
      compartment: 'general',
      body: checkIn,
      apply: (slice: ClosureState, fact): ClosureState => {
        const { check_in_id, outcome, on, again_on, asks_help } = fact.body;
        if (again_on !== undefined) {
          return { ...slice, moved: { ...slice.moved, [check_in_id]: again_on } };
        }
        const help = asks_help === true ? ({ help: 'asked' } as const) : {};
        const ended = { outcome, on, at: fact.recorded_at, ...help };
        const wish = outcome === 'no_contact' ? { no_contact: on } : {};
        return { ...slice, ...wish, check_ins: { ...slice.check_ins, [check_in_id]: ended } };
      },
    }),
    help_answered: factKind({
      version: 1,
      compartment: 'general',
      body: answerHelp,
      apply: (slice: ClosureState, { body: { check_in_id } }): ClosureState => {
        const known = slice.check_ins[check_in_id];
        if (known === undefined) return slice;
        const answered = { ...known, help: 'answered' } as const;
        return { ...slice, check_ins: { ...slice.check_ins, [check_in_id]: answered } };
      },
    }),
    case_reopened: factKind({
      version: 1,
      compartment: 'general',
      body: reopenCase,
      apply: (slice: ClosureState, fact): ClosureState => ({
        prepared: null,
        check_ins: {},
        reopened: [
          ...slice.reopened,
          { reason: fact.body.reason, at: fact.recorded_at, by: fact.id },
        ],
      }),
    }),
  },
  commands: {
    prepare_closure: commandKind({
      body: prepareClosure,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        const { body } = command;
        const { model, person, today } = situation;
        if (isApproved(state.approval.approved.closure, state.closure)) {
          return refuse('closure_approved_already');
        }
        const reason = model.closure_reasons.find((entry) => entry.code === body.reason);
        if (reason === undefined) return refuse('closure_reason_unknown');
        const ids = body.check_ins.map((one) => one.check_in_id);
        if (new Set(ids).size < ids.length) return refuse('same_id_twice');
        if (body.check_ins.some((one) => one.due_on < today)) return refuse('day_in_the_past');
        return accept({
          kind: 'closure_prepared',
          body: {
            ...{ ...body, ending: reason.ending, stage: reason.stage },
            retain_until: retainUntil(model, person.birth, today),
          },
        });
      },
    }),
    check_in: commandKind({
      body: checkIn,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { today }) => {
        const { check_in_id, on, again_on } = command.body;
        if (!isApproved(state.approval.approved.closure, state.closure))
          return refuse('not_closed');
        const planned = state.closure.prepared?.check_ins ?? [];
        if (!planned.some((one) => one.check_in_id === check_in_id)) {
          return refuse('check_in_unknown');
        }
        const { check_ins, no_contact } = state.closure;
        if (check_ins[check_in_id] !== undefined || no_contact !== undefined) {
          return { stale: { code: 'check_in_ended' } };
        }
        if (again_on !== undefined && again_on <= on) return refuse('day_in_the_past');
        return on > today
          ? refuse('day_in_the_future')
          : accept({ kind: 'check_in_ended', body: command.body });
      },
    }),
    answer_help: commandKind({
      body: answerHelp,
      verb: 'append',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }) => {
        const known = state.closure.check_ins[body.check_in_id];
        if (known?.help === undefined) return refuse('check_in_unknown');
        if (known.help === 'answered') return { stale: { code: 'check_in_ended' } };
        return accept({ kind: 'help_answered', body });
      },
    }),
    reopen_case: commandKind({
      body: reopenCase,
      verb: 'append',
      compartment: 'general',
      onClosed: true,
      decide: (state, command, { model }) => {
        if (state.closure.prepared === null && state.stage.phase !== 'closed') {
          return refuse('not_closed');
        }
        return accept(
          { kind: 'case_reopened', body: command.body },
          entering(model, model.reopened_stage),
        );
      },
    }),
  },
} as const satisfies Noun<'closure'>;

function isApproved(approved: Id | undefined, slice: ClosureState): boolean {
  return approved !== undefined && slice.prepared?.by === approved;
}
