import { sql } from 'kysely';
import type { GroupSummary } from '#domain/case/group.ts';
import type { GroupMember, GroupRow } from '#domain/group/group.ts';
import type { Acting } from '../database.ts';

/** More groups than this at once no list answers. */
const MOST = 500;

/** The sessions of a group as they travel, the earliest first; devices get the same (`feed.ts`). */
export const SESSIONS_OF_GROUP = `(select coalesce(jsonb_agg(jsonb_build_object('id', s.id,
    'on', s.on_day, 'at', s.at_time, 'state', s.state, 'neighbours', s.neighbours)
    order by s.on_day, s.at_time, s.id), '[]')
  from group_session s where s.group_id = community_group.id)`;

/** Groups that the actor knows of: all, or one. Those that ended long ago are left out of the list. */
export async function groupRows(acting: Acting, wanted: string | null): Promise<GroupRow[]> {
  const { rows } = await acting.client.query<{ row: GroupRow }>({
    name: 'groups',
    text: `select jsonb_build_object('id', id, 'organisation_id', organisation_id,
        'place_id', place_id, 'kind', kind, 'compartment', compartment, 'title', title,
        'leader', leader, 'leader_id', leader_id, 'kept_by', kept_by,
        'meeting_place', meeting_place, 'languages', languages, 'capacity', capacity,
        'childcare', childcare, 'ended_on', ended_on, 'version', version,
        'sessions', ${SESSIONS_OF_GROUP}) as row
      from community_group
      where case when $1::uuid is null then ended_on is null or ended_on > now() - interval '1 year'
        else id = $1 end
      order by id limit ${MOST}`,
    values: [wanted],
  });
  return rows.map(({ row }) => row);
}

/** First names for whoever leads the group; the database gives none to anybody else. */
export async function groupMembers(acting: Acting, group: string): Promise<GroupMember[]> {
  const { rows } = await acting.client.query<GroupMember>({
    name: 'group_members',
    text: `select id, called, children,
        (select coalesce(jsonb_object_agg(group_session_id, attended), '{}')
          from attendance_as_said(m.id)) as came
      from group_member m where group_id = $1 order by lower(called), id`,
    values: [group],
  });
  return rows;
}

/** What the actor may do with a group that they know of. */
export async function groupAbilities(acting: Acting, group: string) {
  const { rows } = await acting.client.query<{ change: boolean; count: boolean }>({
    name: 'group_abilities',
    text: `select keeps as change, keeps or homeward_may('append', 'general') as count
      from (select keeps_group(organisation_id, place_id, kept_by, leader_id) as keeps
        from community_group where id = $1) k`,
    values: [group],
  });
  return rows[0] ?? { change: false, count: false };
}

/** What the rule of a command may know of a group; nothing where there is none for this actor. */
export async function groupSummary(
  acting: Acting,
  group: string,
  counted: boolean,
): Promise<Readonly<Record<string, GroupSummary>>> {
  const [row] = await groupRows(acting, group);
  if (row === undefined) return {};
  const { organisation_id, compartment, capacity, ended_on } = row;
  const sessions = Object.fromEntries(row.sessions.map(({ id, on, state }) => [id, { on, state }]));
  const summary = { organisation_id, compartment, capacity, ended_on, sessions };
  if (!counted) return { [group]: summary };
  // Two who want the last place: the second counts when the first has it.
  await sql`select pg_advisory_xact_lock(hashtextextended('group ' || ${group}, 0))`.execute(
    acting.tx,
  );
  const { rows } = await sql<{ taken: number }>`select group_taken(${group}) as taken`.execute(
    acting.tx,
  );
  return { [group]: { ...summary, taken: rows[0]?.taken ?? 0 } };
}
