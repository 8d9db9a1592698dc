import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line } from '../text.ts';
import { type Day, day } from '../time.ts';
import {
  accept,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
  stale,
} from './command.ts';
import { factKind } from './fact.ts';
import { GROUP_COMPARTMENTS, type GroupCompartment } from './model-groups.ts';
import type { CaseState } from './state.ts';

const compartment = z.enum(GROUP_COMPARTMENTS);
const CHILDREN = 20;

/** Somebody joins a group because they want to; a group that others want for them is none. */
export const joinGroup = z.strictObject({
  participation_id: id,
  group_id: id,
  /** Who runs it: its staff read the first name on the list, and may say who came. */
  organisation_id: id,
  /** Where it is kept: as the kind of the group says. */
  compartment,
  /** What they are called in the group: a first name, or the name that the person wishes. */
  called: line,
  /** How many children come along, so that somebody looks after them. */
  children: z.int().min(0).max(CHILDREN),
  on: day,
  agreed_by_person: z.literal(true, { error: 'not_agreed_by_person' }),
});
/** Whoever leaves gives no reason: there is no field for one. */
export const leaveGroup = z.strictObject({ participation_id: id, compartment, on: day });
/**
 * Came, or did not come. No reason, no count, no rate: nothing follows from it, here or anywhere. Said
 * again of the same day, the later word holds.
 */
export const noteAttendance = z.strictObject({
  participation_id: id,
  compartment,
  group_session_id: id,
  on: day,
  attended: z.boolean(),
});

/** The same by the organisation that runs the group, which reads no file. */
export const answerAttendance = noteAttendance.omit({ compartment: true });

export interface Participation {
  readonly group_id: Id;
  readonly organisation_id: Id;
  readonly compartment: GroupCompartment;
  readonly called: string;
  readonly children: number;
  readonly joined_on: Day;
  readonly left_on: Day | null;
  /** By the session of the group: the day, and whether the person came. */
  readonly attendance: Readonly<Record<Id, { readonly on: Day; readonly attended: boolean }>>;
}
export interface GroupState {
  readonly participations: Readonly<Record<Id, Participation>>;
}

/** What a rule may know of a group: no person stands in it. */
export interface GroupSummary {
  readonly organisation_id: Id;
  readonly compartment: string;
  readonly capacity: number;
  readonly ended_on: Day | null;
  readonly sessions: Readonly<Record<Id, { readonly on: Day; readonly state: string }>>;
  /** How many places are taken by people with a file; known on the server only. */
  readonly taken?: number;
}

/** The groups in which somebody takes part now, with the id of the participation. */
export function runningParticipations(slice: GroupState): readonly [Id, Participation][] {
  return Object.entries(slice.participations).filter(([, { left_on }]) => left_on === null);
}

/**
 * Those that stand on the lists of groups: none of a file that has ended, as if the person had left, so that
 * nobody who runs a group learns of the end.
 */
export function listedParticipations({
  group: slice,
  stage,
}: Pick<CaseState, 'group' | 'stage'>): readonly [Id, Participation][] {
  return stage.phase === 'closed' ? [] : runningParticipations(slice);
}

function changed(
  slice: GroupState,
  participation: Id,
  change: (known: Participation) => Participation,
): GroupState {
  const known = slice.participations[participation];
  if (known === undefined) return slice;
  return { participations: { ...slice.participations, [participation]: change(known) } };
}

/** In psychosocial support only who works with this person as a specialist for it. */
function notTheirs(
  { assignment }: CaseState,
  held: GroupCompartment,
  { actor }: Situation,
): Decision | null {
  if (held === 'general') return null;
  const own = assignment.specialists[actor.id];
  return own?.compartment === 'psychosocial' ? null : refuse('not_assigned');
}

/** A participation of the compartment that the command named; of another it says nothing. */
function known(slice: GroupState, named: { participation_id: Id; compartment: GroupCompartment }) {
  const found = slice.participations[named.participation_id];
  return found?.compartment === named.compartment ? found : undefined;
}

/**
 * What came of the session for this person; the same whoever takes the list. An organisation says it for itself:
 * whether somebody else has said so before, it does not learn.
 */
function attendance(
  { group: slice }: CaseState,
  body: z.infer<typeof noteAttendance>,
  { today, groups, role }: Situation,
): Decision {
  const one = known(slice, body);
  if (one === undefined) return refuse('participation_unknown');
  if (body.on > today) return refuse('day_in_the_future');
  if (body.on < one.joined_on) return refuse('day_before_joining');
  if (one.left_on !== null && body.on > one.left_on) return stale('group_left_already');
  const same = one.attendance[body.group_session_id]?.attended === body.attended;
  if (same && role !== 'partner') return stale('already_recorded');
  if (groups !== undefined) {
    const held = groups[one.group_id]?.sessions[body.group_session_id];
    if (held === undefined || held.on !== body.on || held.state === 'dropped')
      return refuse('group_session_unknown');
  }
  return accept({ kind: 'group_attendance_noted', body, compartment: body.compartment });
}

/** Groups of a place that are open to neighbours: who joins, leaves and comes is said in the own file. */
export const group = {
  slice: 'group',
  initial: { participations: {} } as GroupState,
  facts: {
    group_joined: factKind({
      version: 1,
      compartment: 'general',
      body: joinGroup,
      apply: (slice: GroupState, { body }): GroupState => {
        const { participation_id, on, agreed_by_person: _agreed, ...said } = body;
        const joined = { ...said, joined_on: on, left_on: null, attendance: {} };
        return { participations: { ...slice.participations, [participation_id]: joined } };
      },
    }),
    group_left: factKind({
      version: 1,
      compartment: 'general',
      body: leaveGroup,
      apply: (slice: GroupState, { body: { participation_id, on } }) =>
        changed(slice, participation_id, (one) => ({ ...one, left_on: on })),
    }),
    group_attendance_noted: factKind({
      version: 1,
      compartment: 'general',
      body: noteAttendance,
      apply: (slice: GroupState, { body }) =>
        changed(slice, body.participation_id, (one) => ({
          ...one,
          attendance: {
            ...one.attendance,
            [body.group_session_id]: { on: body.on, attended: body.attended },
          },
        })),
    }),
  },
  commands: {
    join_group: commandKind({
      body: joinGroup,
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      decide: (state, { body }, situation) => {
        const problem = notTheirs(state, body.compartment, situation);
        if (problem !== null) return problem;
        if (state.group.participations[body.participation_id] !== undefined)
          return refuse('already_recorded');
        const there = runningParticipations(state.group).some(
          ([, one]) => one.group_id === body.group_id && one.compartment === body.compartment,
        );
        if (there) return refuse('in_group_already');
        if (body.on > situation.today) return refuse('day_in_the_future');
        // Without the list of groups nothing more can be said here: the server decides.
        const wanted = situation.groups?.[body.group_id];
        if (situation.groups !== undefined) {
          if (wanted === undefined) return refuse('group_unknown');
          if (wanted.organisation_id !== body.organisation_id) return refuse('group_unknown');
          if (wanted.compartment !== body.compartment) return refuse('group_held_elsewhere');
          if (wanted.ended_on !== null) return refuse('group_ended');
          if ((wanted.taken ?? 0) >= wanted.capacity) return refuse('group_full');
        }
        return accept({ kind: 'group_joined', body, compartment: body.compartment });
      },
    }),
    leave_group: commandKind({
      body: leaveGroup,
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      onClosed: true,
      decide: (state, { body }, situation) => {
        const problem = notTheirs(state, body.compartment, situation);
        if (problem !== null) return problem;
        const one = known(state.group, body);
        if (one === undefined) return refuse('participation_unknown');
        if (one.left_on !== null) return stale('group_left_already');
        if (body.on > situation.today) return refuse('day_in_the_future');
        if (body.on < one.joined_on) return refuse('day_before_joining');
        return accept({ kind: 'group_left', body, compartment: body.compartment });
      },
    }),
    note_attendance: commandKind({
      body: noteAttendance,
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      decide: (state, { body }, situation) =>
        notTheirs(state, body.compartment, situation) ?? attendance(state, body, situation),
    }),
    answer_attendance: commandKind({
      body: answerAttendance,
      verb: 'answer',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const told = { ...body, compartment: 'general' } as const;
        const one = known(state.group, told);
        const theirs = one?.organisation_id === situation.organisation_id;
        // Whoever has left is on no list any more.
        if (one === undefined || !theirs || one.left_on !== null)
          return refuse('participation_unknown');
        return attendance(state, told, situation);
      },
    }),
  },
} as const satisfies Noun<'group'>;
