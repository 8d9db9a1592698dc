import { type RawBuilder, sql } from 'kysely';
import { COURSE } from '../course/course-rows.ts';
import type { Acting } from '../database.ts';
import { SESSIONS_OF_GROUP } from '../group/group-rows.ts';

/** Where a device stands in the feed: changes below `after` are known; `upper` … `last` page a window. */
export interface Cursor {
  readonly epoch: string;
  readonly after: string;
  readonly upper: string | null;
  readonly source: number;
  readonly last: string;
}

export interface FeedRow {
  readonly table: string;
  readonly id: string;
  readonly op: 'put' | 'remove';
  readonly data?: unknown;
}

/** Window of transaction ids: `after` ≤ xid < `upper`. */
interface Window {
  readonly after: string;
  readonly upper: string;
  readonly last: string;
  readonly limit: number;
}

interface Source {
  readonly table: string;
  readonly op: 'put' | 'remove';
  /** What must be new for this source to have anything; of several one is enough. */
  readonly news: readonly (keyof News)[];
  rows(window: Window): RawBuilder<{ id: string; data: unknown }>;
}

const NOTHING = '00000000-0000-0000-0000-000000000000';

const within = (column: string, window: Window) =>
  sql`${sql.ref(column)} >= ${window.after}::xid8 and ${sql.ref(column)} < ${window.upper}::xid8`;

/** Files in reach of the actor whose reach began in the window. */
const begun = (window: Window) => sql`files_begun(${window.after}::xid8, ${window.upper}::xid8)`;

const changed = (window: Window) => sql`(
  select case_id from ${begun(window)}
  union select case_id from files_changed(${window.after}::xid8, ${window.upper}::xid8))`;

/** What is new for the actor in a window, asked once before any source. */
interface News {
  readonly programme_model: boolean;
  readonly place: boolean;
  readonly organisation: boolean;
  readonly service: boolean;
  readonly community_group: boolean;
  readonly course: boolean;
  readonly colleague: boolean;
  readonly lost: boolean;
  readonly begun: boolean;
  readonly changed: boolean;
  readonly person: boolean;
  readonly household: boolean;
}

const movedPersons = (window: Window) => sql`
  select p.id from person p where ${within('p.xid', window)}
    and exists (select from case_reach r where r.person_id = p.id and r.compartment = 'general')`;

const plain = (table: string & keyof News, columns: string): Source => ({
  table,
  op: 'put',
  news: [table],
  rows: (window) => sql`
    select id, jsonb_build_object(${sql.raw(columns)}) as data from ${sql.table(table)}
    where ${within('xid', window)} and id > ${window.last}::uuid
    order by id limit ${window.limit}`,
});

/**
 * Everything that reaches a device, table by table. A file whose reach began in the window comes whole;
 * of the others come the changes. Facts carry their place among the facts that this reader sees:
 * positions in the chain would tell how much is hidden.
 */
const SOURCES: readonly Source[] = [
  plain('programme_model', `'id', id, 'code', code, 'version', version, 'document', document`),
  plain(
    'place',
    `'id', id, 'parent_id', parent_id, 'level', level, 'name', name, 'time_zone', time_zone`,
  ),
  plain('organisation', `'id', id, 'name', name, 'kind', kind, 'place_id', place_id`),
  plain(
    'service',
    `'id', id, 'organisation_id', organisation_id, 'name', name, 'need_domain', need_domain,
     'purpose', purpose, 'place_id', place_id, 'languages', languages, 'note', note,
     'active', active, 'version', version`,
  ),
  plain(
    'community_group',
    `'id', id, 'organisation_id', organisation_id, 'place_id', place_id, 'kind', kind,
     'compartment', compartment, 'title', title, 'leader', leader, 'leader_id', leader_id,
     'kept_by', kept_by, 'meeting_place', meeting_place, 'languages', languages,
     'capacity', capacity, 'childcare', childcare, 'ended_on', ended_on, 'version', version,
     'sessions', ${SESSIONS_OF_GROUP}`,
  ),
  {
    table: 'course',
    op: 'put',
    news: ['course'],
    rows: (window) => sql`
      select id, ${sql.raw(COURSE)} as data from course
      where ${within('xid', window)} and id > ${window.last}::uuid
      order by id limit ${window.limit}`,
  },
  {
    table: 'colleague',
    op: 'put',
    news: ['colleague'],
    rows: (window) => sql`
      select a.id, jsonb_build_object('id', a.id, 'name', a.name, 'role', c.role,
        'place_id', c.place_id, 'organisation_id', c.organisation_id,
        'active', c.active and a.disabled_at is null) as data
      from colleagues() c join auth.account a on a.id = c.account_id
      where ${within('c.xid', window)} and a.id > ${window.last}::uuid
      order by a.id limit ${window.limit}`,
  },
  {
    table: 'case',
    op: 'remove',
    news: ['lost'],
    rows: (window) => sql`
      select distinct l.case_id as id, jsonb_build_object('person_id', l.person_id) as data
      from reach_lost l where ${within('l.xid', window)} and l.case_id > ${window.last}::uuid
        and l.compartment = 'general'
        and not exists (select from case_reach r
          where r.case_id = l.case_id and r.compartment = 'general')
      order by id limit ${window.limit}`,
  },
  {
    table: 'case',
    op: 'put',
    news: ['begun', 'changed'],
    rows: (window) => sql`
      select c.id, to_jsonb(c) - 'xid' || as_given_away(c.id) as data from ${changed(window)} r
      join case_file c on c.id = r.case_id where c.id > ${window.last}::uuid
      order by c.id limit ${window.limit}`,
  },
  {
    table: 'person',
    op: 'put',
    news: ['begun', 'person'],
    rows: (window) => sql`
      select p.id, to_jsonb(p) - 'xid' - 'created_by' || jsonb_build_object(
        'summary', device_person_summary(p.id),
        'contacts', (select s.contacts from safe_contact s where s.person_id = p.id),
        'kinship', (select coalesce(jsonb_agg(to_jsonb(k) - 'xid'), '[]') from kinship k
          where k.person_id = p.id),
        'guardianship', (select coalesce(jsonb_agg(to_jsonb(g) - 'xid'), '[]') from guardianship g
          where g.child_id = p.id),
        'conflicts', (select coalesce(jsonb_agg(to_jsonb(f) - 'xid'), '[]') from field_conflict f
          where f.person_id = p.id and f.settled_at is null),
        'returns', (select coalesce(jsonb_agg(to_jsonb(h) - 'xid' - 'arrival_list_id'
            || jsonb_build_object('operation', (select o.label from homecoming_operation o
              where o.homecoming_id = h.id))), '[]')
          from homecoming h where h.person_id = p.id),
        'household_ids', (select coalesce(jsonb_agg(m.household_id), '[]') from household_member m
          where m.person_id = p.id and m.until_day is null)) || family_as_given(p.id) as data
      from (select person_id from ${begun(window)} union ${movedPersons(window)}) r
      join person_as_read p on p.id = r.person_id where p.id > ${window.last}::uuid
      order by p.id limit ${window.limit}`,
  },
  {
    table: 'household',
    op: 'put',
    // Also where somebody's file is lost: what was shared with them alone goes from the device.
    news: ['begun', 'household', 'lost'],
    rows: (window) => sql`
      select h.id, jsonb_build_object('id', h.id, 'family_number', h.family_number,
        'members', household_members(h.id), 'family_plan', family_plan(h.id)) as data
      from household_as_read h
      where h.id > ${window.last}::uuid and h.id in (
        select m.household_id from ${begun(window)} r
          join household_member m on m.person_id = r.person_id
        union select g.household_id from ${begun(window)} r
          join household_as_given g on g.case_id = r.case_id
        union select m.household_id from reach_lost l
          join household_member m on m.person_id = l.person_id
          where ${within('l.xid', window)} and l.compartment = 'general'
        union select hh.id from household hh where ${within('hh.xid', window)}
          and exists (select from household_member m join case_reach r on r.person_id = m.person_id
            where m.household_id = hh.id and r.compartment = 'general' and r.reads_to is null))
      order by h.id limit ${window.limit}`,
  },
  {
    table: 'fact',
    op: 'put',
    news: ['begun', 'changed'],
    rows: (window) => sql`
      select f.id, jsonb_build_object('id', f.id, 'case_id', f.case_id, 'kind', f.kind,
        'version', f.version, 'compartment', f.compartment,
        'actor', jsonb_build_object('kind', f.actor_kind, 'id', f.actor_id), 'role', f.role,
        'said_at', to_char(f.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'recorded_at', to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'body', b.body::jsonb,
        'order', (select count(*) from fact e where e.case_id = f.case_id
          and e.compartment = 'general' and e.position < f.position)) as data
      from (
        select n.id from ${begun(window)} r
          join fact n on n.case_id = r.case_id and n.compartment = 'general'
        union select n.id from fact n where ${window.after}::xid8 > '0'
          and ${within('n.xid', window)} and n.compartment = 'general') n
      join fact f on f.id = n.id left join fact_body b on b.fact_id = f.id
      where f.id > ${window.last}::uuid order by f.id limit ${window.limit}`,
  },
];

interface Head {
  readonly epoch: string;
  readonly upper: string;
  readonly next: string;
}

/** The tables whose rows everybody may read, each looked at by its index. */
const CHANGED_TABLES = [
  ...['programme_model', 'place', 'organisation', 'service', 'community_group', 'course'],
]
  .map(
    (table) =>
      `exists (select from ${table} t where t.xid >= $1::xid8 and t.xid < h.upper) as ${table}`,
  )
  .join(', ');

export interface Page {
  readonly cursor: Cursor;
  /** The number that the next change gets; what is known lies below `cursor.after`. */
  readonly next: string;
  readonly more: boolean;
  readonly rows: readonly FeedRow[];
}

/**
 * One page of what changed for this actor since the cursor, at most `limit` rows. The upper end of a
 * window is the oldest transaction still open, so that a slow writer is never skipped (design 3). Safe
 * to repeat; a cursor of another epoch starts over.
 */
export async function pullPage(acting: Acting, given: Cursor | null, limit: number): Promise<Page> {
  const { rows: heads } = await acting.client.query<News & Head>({
    name: 'feed_news',
    text: `select h.epoch, h.upper::text, h.next, news.*, ${CHANGED_TABLES}
      from (select own.epoch, coalesce(case when own.epoch = $3 then $2 end,
          pg_snapshot_xmin(pg_current_snapshot())::text)::xid8 as upper,
          pg_snapshot_xmax(pg_current_snapshot())::text as next
        from (select own_feed_epoch() as epoch) own) h, feed_news($1::xid8, h.upper) news`,
    values: [given?.after ?? '0', given?.upper ?? null, given?.epoch ?? null],
  });
  const head = heads[0];
  if (head === undefined) throw new Error('the feed has no epoch');
  // A cursor of another epoch starts over; at the start everything is new.
  const known = given?.epoch === head.epoch ? given : null;
  const upper = known?.upper ?? head.upper;
  let cursor = known ?? { epoch: head.epoch, after: '0', upper: null, source: 0, last: NOTHING };
  const found: FeedRow[] = [];
  for (;;) {
    const source = SOURCES[cursor.source];
    if (source === undefined) {
      const done = { ...cursor, after: upper, upper: null, source: 0, last: NOTHING };
      return { cursor: done, next: head.next, more: false, rows: found };
    }
    if (cursor.after !== '0' && !source.news.some((name) => head[name])) {
      cursor = { ...cursor, upper, source: cursor.source + 1, last: NOTHING };
      continue;
    }
    const window = { after: cursor.after, upper, last: cursor.last, limit: limit - found.length };
    const { rows } = await source.rows(window).execute(acting.tx);
    for (const row of rows) {
      found.push({ table: source.table, id: row.id, op: source.op, data: row.data });
    }
    const lastId = rows.at(-1)?.id;
    cursor =
      rows.length < window.limit || lastId === undefined
        ? { ...cursor, upper, source: cursor.source + 1, last: NOTHING }
        : { ...cursor, upper, last: lastId };
    if (found.length >= limit) return { cursor, next: head.next, more: true, rows: found };
  }
}
