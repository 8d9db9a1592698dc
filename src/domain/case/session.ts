import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { type Day, day, type Instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { dayAfter } from './calendar.ts';
import {
  accept,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
} from './command.ts';
import { raiseConcern, raised } from './concern.ts';
import { factKind, type NewFact } from './fact.ts';
import { safetyOf } from './model-safety.ts';
import type { CaseState } from './state.ts';

export const SESSION_FORMS = ['individual', 'family', 'group'] as const;

/**
 * That there was a session, and nothing of what was said in it: process notes stay with the specialist.
 * There is no field for words, here or anywhere in this noun; a test reads the schemas for it.
 */
export const recordSession = z.strictObject({
  session_id: id,
  form: z.enum(SESSION_FORMS),
  on: day,
  attended: z.boolean(),
  /** The next one; null = none is planned. */
  next_on: day.nullable(),
});
/** The next date alone. */
export const setNextSession = z.strictObject({ next_on: day.nullable() });
export const SCREENING_RESULTS = ['support_wished', 'no_support_wished', 'declined'] as const;
/** That somebody was asked how they are, and what they wish; no score, and no word of the answers. */
export const recordScreening = z.strictObject({
  screening_id: id,
  on: day,
  result: z.enum(SCREENING_RESULTS),
  /** Harm that was told on the way is never only a tick: it goes to a named human at once. */
  harm_told: raiseConcern.omit({ urgency: true }).optional(),
});

const sessionRecorded = recordSession.omit({ next_on: true });
const screeningRecorded = recordScreening.omit({ harm_told: true });

export interface Session extends z.infer<typeof sessionRecorded> {
  readonly by: Id;
  readonly recorded_at: Instant;
}
export interface SessionState {
  readonly sessions: Readonly<Record<Id, Session>>;
  readonly screenings: Readonly<Record<Id, z.infer<typeof screeningRecorded>>>;
  /** What everybody who reaches the file may know of a specialist: when they meet again. */
  readonly next: Readonly<Record<Id, Day>>;
}

/** Whoever works here as a specialist and said when they meet again, the earliest first. */
export function nextMeetings({ assignment, session }: CaseState): readonly [Id, Day][] {
  return Object.entries(session.next)
    .filter(([account]) => assignment.specialists[account] !== undefined)
    .sort(([, one], [, other]) => (one < other ? -1 : 1));
}

/** Only who works with this person as a specialist for it. */
function notTheirs({ assignment }: CaseState, { actor }: Situation): Decision | null {
  const own = assignment.specialists[actor.id];
  return own?.compartment === 'psychosocial' ? null : refuse('not_assigned');
}

function next(next_on: Day | null, { today }: Situation): NewFact | Decision {
  if (next_on !== null && next_on < today) return refuse('day_in_the_past');
  return { kind: 'specialist_next', body: { next_on } };
}

/** The last day on which somebody came home that anybody has written down; else the file's first. */
function arrivedOn({ reception, opening }: CaseState, situation: Situation): Day {
  const { arrived_on = null, model, now } = situation;
  const days = [
    ...reception.stays.map(({ from }) => from),
    ...(arrived_on === null ? [] : [arrived_on]),
  ];
  return days.sort().at(-1) ?? dayAt(opening.opened_at ?? now, model.time_zone);
}

/** Psychosocial support: sessions without their content, and when somebody may first be asked. */
export const session = {
  slice: 'session',
  initial: { sessions: {}, screenings: {}, next: {} } as SessionState,
  facts: {
    session_recorded: factKind({
      version: 1,
      compartment: 'psychosocial',
      body: sessionRecorded,
      apply: (slice: SessionState, { body, actor, recorded_at }): SessionState => {
        const known = { ...body, by: actor.id, recorded_at };
        return { ...slice, sessions: { ...slice.sessions, [body.session_id]: known } };
      },
    }),
    screening_recorded: factKind({
      version: 1,
      compartment: 'psychosocial',
      body: screeningRecorded,
      apply: (slice: SessionState, { body }): SessionState => ({
        ...slice,
        screenings: { ...slice.screenings, [body.screening_id]: body },
      }),
    }),
    specialist_next: factKind({
      version: 1,
      compartment: 'general',
      body: setNextSession,
      apply: (slice: SessionState, { body: { next_on }, actor }): SessionState => {
        const { [actor.id]: _before, ...others } = slice.next;
        return { ...slice, next: next_on === null ? others : { ...others, [actor.id]: next_on } };
      },
    }),
  },
  commands: {
    record_session: commandKind({
      body: recordSession,
      verb: 'hold_session',
      compartment: 'psychosocial',
      decide: (state, { body: { next_on, ...body } }, situation) => {
        const problem = notTheirs(state, situation);
        if (problem !== null) return problem;
        if (state.session.sessions[body.session_id] !== undefined)
          return refuse('already_recorded');
        if (body.on > situation.today) return refuse('day_in_the_future');
        const meeting = next(next_on, situation);
        // Missed or not, the general part is told the same: that there is a next date, or none.
        return 'kind' in meeting ? accept({ kind: 'session_recorded', body }, meeting) : meeting;
      },
    }),
    set_next_session: commandKind({
      body: setNextSession,
      verb: 'hold_session',
      compartment: 'psychosocial',
      decide: (state, { body }, situation) => {
        const meeting = notTheirs(state, situation) ?? next(body.next_on, situation);
        return 'kind' in meeting ? accept(meeting) : meeting;
      },
    }),
    record_screening: commandKind({
      body: recordScreening,
      verb: 'hold_session',
      compartment: 'psychosocial',
      decide: (state, { body: { harm_told, ...body } }, situation) => {
        const problem = notTheirs(state, situation);
        if (problem !== null) return problem;
        const { screenings } = state.session;
        if (screenings[body.screening_id] !== undefined) return refuse('already_recorded');
        if (body.on > situation.today) return refuse('day_in_the_future');
        const days = safetyOf(situation.model).screening_after_days;
        const from = dayAfter(arrivedOn(state, situation), days);
        if (body.on < from) return refuse('screened_too_early', { days, from });
        const said: NewFact = { kind: 'screening_recorded', body };
        if (harm_told === undefined) return accept(said);
        const worry = raised(state, { ...harm_told, urgency: 'now' }, situation);
        if (!('facts' in worry)) return worry;
        return { ...worry, facts: [said, ...worry.facts] };
      },
    }),
  },
} as const satisfies Noun<'session'>;
