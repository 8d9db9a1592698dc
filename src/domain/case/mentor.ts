import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line } from '../text.ts';
import { type Day, day } from '../time.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { factKind } from './fact.ts';

/** Somebody from the community at one's side: chosen by the person, and by nobody else. */
export const chooseMentor = z.strictObject({
  mentoring_id: id,
  account_id: id,
  /** What the mentor calls the person: a first name, or the name that the person wishes. */
  called: line,
  /** Said by the person, in words or otherwise; a mentor whom somebody else wants is none. */
  chosen_by_person: z.literal(true, { error: 'not_chosen_by_person' }),
});
/** All that a mentor ever learns: what, when, and where they meet. */
export const agreeActivity = z.strictObject({
  activity_id: id,
  mentoring_id: id,
  what: line,
  on: day,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' }),
  meeting_place: line,
});
export const cancelActivity = z.strictObject({ activity_id: id });
export const endMentoring = z.strictObject({
  mentoring_id: id,
  said_by: z.enum(['person', 'mentor', 'worker']),
});

type Activity = Omit<z.infer<typeof agreeActivity>, 'activity_id' | 'mentoring_id'> & {
  readonly on: Day;
};
export interface Mentoring {
  readonly account_id: Id;
  readonly called: string;
  readonly ended: boolean;
  readonly activities: Readonly<Record<Id, Activity>>;
}
export interface MentorState {
  readonly mentorings: Readonly<Record<Id, Mentoring>>;
}

/** The mentor who is at the person's side now; at most one. */
export function runningMentoring(slice: MentorState): [Id, Mentoring] | null {
  return Object.entries(slice.mentorings).find(([, { ended }]) => !ended) ?? null;
}

function changed(
  slice: MentorState,
  mentoring: Id,
  change: (known: Mentoring) => Mentoring,
): MentorState {
  const known = slice.mentorings[mentoring];
  if (known === undefined) return slice;
  return { mentorings: { ...slice.mentorings, [mentoring]: change(known) } };
}

/** The mentoring in which something was agreed. */
function holderOf(slice: MentorState, activity: Id): Id | undefined {
  const all = Object.entries(slice.mentorings);
  return all.find(([, { activities }]) => activities[activity] !== undefined)?.[0];
}

/** A mentor sees agreed meetings and nothing of the file; it ends at once when the person says so. */
export const mentor = {
  slice: 'mentor',
  initial: { mentorings: {} } as MentorState,
  facts: {
    mentor_chosen: factKind({
      version: 1,
      compartment: 'general',
      body: chooseMentor,
      apply: (slice: MentorState, { body: { mentoring_id, account_id, called } }): MentorState => ({
        mentorings: {
          ...slice.mentorings,
          [mentoring_id]: { account_id, called, ended: false, activities: {} },
        },
      }),
    }),
    activity_agreed: factKind({
      version: 1,
      compartment: 'general',
      body: agreeActivity,
      apply: (slice: MentorState, { body: { activity_id, mentoring_id, ...activity } }) =>
        changed(slice, mentoring_id, (known) => ({
          ...known,
          activities: { ...known.activities, [activity_id]: activity },
        })),
    }),
    activity_cancelled: factKind({
      version: 1,
      compartment: 'general',
      body: cancelActivity,
      apply: (slice: MentorState, { body: { activity_id } }) =>
        changed(slice, holderOf(slice, activity_id) ?? '', (known) => {
          const { [activity_id]: _cancelled, ...activities } = known.activities;
          return { ...known, activities };
        }),
    }),
    mentoring_ended: factKind({
      version: 1,
      compartment: 'general',
      body: endMentoring,
      apply: (slice: MentorState, { body }) =>
        changed(slice, body.mentoring_id, (known) => ({ ...known, ended: true, activities: {} })),
    }),
  },
  commands: {
    choose_mentor: commandKind({
      body: chooseMentor,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { accounts }) => {
        if (state.mentor.mentorings[body.mentoring_id] !== undefined)
          return refuse('already_recorded');
        if (runningMentoring(state.mentor) !== null) return refuse('mentor_there_already');
        // Without the list of accounts nothing can be said here: the server decides.
        if (accounts !== undefined && accounts[body.account_id]?.role !== 'mentor') {
          return refuse('not_a_mentor');
        }
        return accept({ kind: 'mentor_chosen', body });
      },
    }),
    agree_activity: commandKind({
      body: agreeActivity,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const known = state.mentor.mentorings[body.mentoring_id];
        if (known === undefined) return refuse('mentoring_unknown');
        if (known.ended) return stale('mentoring_ended');
        if (holderOf(state.mentor, body.activity_id) !== undefined)
          return refuse('already_recorded');
        if (body.on < today) return refuse('day_in_the_past');
        return accept({ kind: 'activity_agreed', body });
      },
    }),
    cancel_activity: commandKind({
      body: cancelActivity,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) =>
        holderOf(state.mentor, body.activity_id) === undefined
          ? stale('activity_unknown')
          : accept({ kind: 'activity_cancelled', body }),
    }),
    end_mentoring: commandKind({
      body: endMentoring,
      verb: 'append',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }) => {
        const known = state.mentor.mentorings[body.mentoring_id];
        if (known === undefined) return refuse('mentoring_unknown');
        return known.ended ? stale('mentoring_ended') : accept({ kind: 'mentoring_ended', body });
      },
    }),
  },
} as const satisfies Noun<'mentor'>;
