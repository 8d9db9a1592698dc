import { z } from 'zod';
import { GROUP_COMPARTMENTS, groupKinds } from '../case/model-groups.ts';
import { id } from '../id.ts';
import { line } from '../text.ts';
import { type Day, day, instant } from '../time.ts';

/** A session is planned, took place, or fell out. */
export const GROUP_SESSION_STATES = ['planned', 'held', 'dropped'] as const;
const state = z.enum(GROUP_SESSION_STATES);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' });
/** More neighbours than this are a feast and not a group. */
export const MOST_NEIGHBOURS = 500;
const MOST_SESSIONS = 60;

/** One day of a group. Neighbours are counted and never named; null where nobody has counted. */
export const groupSession = z.strictObject({
  id,
  on: day,
  at: time,
  state,
  neighbours: z.int().min(0).max(MOST_NEIGHBOURS).nullable(),
});
export type GroupSession = z.infer<typeof groupSession>;

const fields = {
  organisation_id: id,
  place_id: id,
  /** A code of `group_kinds` in the model. */
  kind: z.string().min(1).max(60),
  /** In neutral words: it stands on the door and on the list. */
  title: line,
  /** How people call whoever leads it. */
  leader: line,
  /** Where it meets: a library, a school. */
  meeting_place: line,
  languages: z.array(z.string().min(2).max(20)).min(1).max(10),
  capacity: z.int().min(2).max(500),
  /** Whether somebody looks after the children meanwhile. */
  childcare: z.boolean(),
};
const plannedSession = groupSession.pick({ id: true, on: true, at: true });
const sessions = z
  .array(plannedSession)
  .max(MOST_SESSIONS)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, { error: 'twice' });

/** A new group with its first sessions; it belongs to an organisation and a place, to no file. */
export const newGroup = z.strictObject({
  id,
  ...fields,
  /** Whoever writes it down leads it too, and reads the list of names. */
  led_by_me: z.boolean(),
  sessions: sessions.min(1),
});
export type NewGroup = z.infer<typeof newGroup>;

export const changedGroup = z.strictObject({
  ...fields,
  ended_on: day.nullable(),
  version: z.int().min(1),
  /** Sessions that are added. */
  sessions,
});

/** One session moved, dropped or taken up again. */
export const changedSession = groupSession.pick({ on: true, at: true }).extend({
  state: z.enum(['planned', 'dropped']),
  version: z.int().min(1),
});

/** How many neighbours came. Said on a device too, so it travels in the outbox. */
export const countNeighbours = z.strictObject({
  group_id: id,
  group_session_id: id,
  neighbours: z.int().min(0).max(MOST_NEIGHBOURS),
});

/** The list of a session as the organisation that runs it takes it: who came, and how many neighbours. */
export const answeredSession = z.strictObject({
  neighbours: z.int().min(0).max(MOST_NEIGHBOURS).nullable(),
  marks: z
    .array(z.strictObject({ command_id: id, member_id: id, attended: z.boolean() }))
    .max(MOST_NEIGHBOURS),
  said_at: instant,
});

/** A group as everybody who works here may know it: no person stands in it. */
export const groupRow = z.object({
  id,
  ...fields,
  leader_id: id.nullable(),
  kept_by: id,
  compartment: z.enum(GROUP_COMPARTMENTS),
  ended_on: day.nullable(),
  version: z.int(),
  sessions: z.array(groupSession),
});
export type GroupRow = z.infer<typeof groupRow>;

/** What the leader knows of who takes part: what somebody is called here, and children who come along. */
export const groupMember = z.object({
  ...{ id, called: z.string(), children: z.int() },
  /** What the organisation has said itself, by session; of what others wrote it learns nothing. */
  came: z.record(id, z.boolean()),
});
export type GroupMember = z.infer<typeof groupMember>;

/** With the kinds and languages of the programme, which not everybody who runs a group may read whole. */
export const groupList = z.object({
  groups: z.array(groupRow),
  kinds: groupKinds,
  languages: z.array(z.string()),
});
export const groupWithMembers = groupRow.extend({
  /** Null where this reader has no list: neither leads the group nor works for the organisation. */
  members: z.array(groupMember).nullable(),
  abilities: z.object({ change: z.boolean(), count: z.boolean() }),
});

/** What a certificate of attendance says: as much of it as the person wants. */
export const groupCertificate = z.object({
  title: line,
  organisation_id: id,
  place_id: id,
  from: day,
  until: day,
  sessions_held: z.int(),
  /** Null where the person does not want it said. */
  sessions_attended: z.int().nullable(),
});
export type GroupCertificate = z.infer<typeof groupCertificate>;

/** The days of a plan: every week on these weekdays (1 = Monday), `count` sessions from a day on. */
export function plannedDays(plan: {
  readonly weekdays: readonly number[];
  readonly from: Day;
  readonly count: number;
}): Day[] {
  const days: Day[] = [];
  if (plan.weekdays.length === 0 || !day.safeParse(plan.from).success) return days;
  const at = new Date(`${plan.from}T00:00:00Z`);
  const wanted = Math.min(plan.count, MOST_SESSIONS);
  // A week has one of these weekdays at least.
  for (let looked = 0; days.length < wanted && looked < MOST_SESSIONS * 7; looked++) {
    if (plan.weekdays.includes(at.getUTCDay() || 7)) days.push(at.toISOString().slice(0, 10));
    at.setUTCDate(at.getUTCDate() + 1);
  }
  return days;
}

/** The next session of a group that is not dropped, on or after a day. */
export function nextSession(
  { sessions: all }: Pick<GroupRow, 'sessions'>,
  today: Day,
): GroupSession | null {
  return (
    all
      .filter((one) => one.state !== 'dropped' && one.on >= today)
      .toSorted((a, b) => (`${a.on} ${a.at}` < `${b.on} ${b.at}` ? -1 : 1))[0] ?? null
  );
}

/**
 * The names of a printed list: of people with a file and of neighbours alike, in the order of the
 * alphabet, so that nobody who reads it can tell them apart.
 */
export function listedNames(
  members: readonly string[],
  neighbours: readonly string[],
  locale: string,
): string[] {
  const names = [...members, ...neighbours].map((one) => one.trim()).filter((one) => one !== '');
  return names.toSorted((a, b) => a.localeCompare(b, locale));
}
