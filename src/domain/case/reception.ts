import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

/** Where the person is received: a centre, a sanatorium, a hotel. */
export const enterReception = z.strictObject({ place: line, on: day });
export const leaveReception = z.strictObject({ on: day });

/**
 * The day on which somebody goes home: to their own family, to a guardian, or to a family that takes
 * them in and that was asked before (practice.md 5.3: prior consent of the receiving family).
 */
export const handOver = z.strictObject({
  hand_over_id: id,
  to: z.enum(['family', 'guardian', 'receiving_family']),
  /** The persons who receive. */
  person_ids: z.array(id).min(1).max(20),
  /** The yes of those who receive: who said it, when and how. */
  consent: z
    .strictObject({
      person_id: id,
      on: day,
      expression: z.enum(['signed', 'spoken', 'witnessed', 'thumbprint']),
    })
    .optional(),
  on: day,
  place: line,
});

export interface Stay {
  readonly place: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly entered_at: Instant;
  readonly left_at: Instant | null;
}
export interface HandOver extends z.infer<typeof handOver> {
  readonly by: Id;
  readonly recorded_at: Instant;
}
export interface ReceptionState {
  /** Every stay, oldest first; only the last one can be open. */
  readonly stays: readonly Stay[];
  readonly hand_overs: readonly HandOver[];
}

/** The stay in reception that has not ended. */
export function openStay(slice: ReceptionState): Stay | null {
  const last = slice.stays.at(-1);
  return last !== undefined && last.until === null ? last : null;
}

/** True where the person is not in reception: never was, or has left it. */
export function receptionLeft(slice: ReceptionState): boolean {
  return openStay(slice) === null;
}

function left(slice: ReceptionState, on: Day, at: Instant): readonly Stay[] {
  const open = openStay(slice);
  return open === null
    ? slice.stays
    : [...slice.stays.slice(0, -1), { ...open, until: on, left_at: at }];
}

/** Reception and hand-over; either may come before or after registration. */
export const reception = {
  slice: 'reception',
  initial: { stays: [], hand_overs: [] } as ReceptionState,
  facts: {
    reception_entered: factKind({
      version: 1,
      compartment: 'general',
      body: enterReception,
      apply: (slice: ReceptionState, fact): ReceptionState => ({
        ...slice,
        stays: [
          ...slice.stays,
          {
            ...{ place: fact.body.place, from: fact.body.on, until: null },
            ...{ entered_at: fact.recorded_at, left_at: null },
          },
        ],
      }),
    }),
    reception_left: factKind({
      version: 1,
      compartment: 'general',
      body: leaveReception,
      apply: (slice: ReceptionState, fact): ReceptionState => ({
        ...slice,
        stays: left(slice, fact.body.on, fact.recorded_at),
      }),
    }),
    handed_over: factKind({
      version: 1,
      compartment: 'general',
      body: handOver,
      apply: (slice: ReceptionState, fact): ReceptionState => ({
        stays: left(slice, fact.body.on, fact.recorded_at),
        hand_overs: [
          ...slice.hand_overs,
          { ...fact.body, by: fact.id, recorded_at: fact.recorded_at },
        ],
      }),
    }),
  },
  commands: {
    enter_reception: commandKind({
      body: enterReception,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { today }) => {
        if (openStay(state.reception) !== null) return refuse('in_reception');
        if (command.body.on > today) return refuse('day_in_the_future');
        return accept({ kind: 'reception_entered', body: command.body });
      },
    }),
    leave_reception: commandKind({
      body: leaveReception,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { today }) => {
        const stay = openStay(state.reception);
        if (stay === null) return refuse('not_in_reception');
        if (command.body.on > today) return refuse('day_in_the_future');
        if (command.body.on < stay.from) return refuse('ends_before_start');
        return accept({ kind: 'reception_left', body: command.body });
      },
    }),
    hand_over: commandKind({
      body: handOver,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { today, person }) => {
        const { body } = command;
        const stay = openStay(state.reception);
        const before = state.reception.hand_overs;
        if (before.some((one) => one.hand_over_id === body.hand_over_id)) {
          return refuse('already_recorded');
        }
        if (body.on > today) return refuse('day_in_the_future');
        if (stay !== null && body.on < stay.from) return refuse('ends_before_start');
        if (body.person_ids.includes(person.id)) return refuse('handed_over_to_self');
        const asked = body.consent;
        if (asked === undefined) {
          return body.to === 'receiving_family'
            ? refuse('receiving_consent_missing')
            : accept({ kind: 'handed_over', body });
        }
        // Prior means prior: a yes of the day after was not asked for in time.
        if (asked.on > body.on || !body.person_ids.includes(asked.person_id)) {
          return refuse('receiving_consent_missing');
        }
        return accept({ kind: 'handed_over', body });
      },
    }),
  },
} as const satisfies Noun<'reception'>;
