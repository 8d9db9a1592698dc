import { z } from 'zod';
import { waitingFiles } from '#domain/arrival/list.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

/** No list names more people than this on a page. */
const PAGE = 50;

const query = z.object({
  after: z
    .string()
    .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/, { error: 'unknown' })
    .optional(),
});

/** Files that wait for a worker, families together, the newest list first: the intake officer gives them to caseworkers. */
export function addHandOverRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/waiting-files',
    { schema: { querystring: query, response: { 200: waitingFiles } } },
    async (request, reply) => {
      // The answer leaves when its row in the read log has been committed, not before.
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'intake_officer') return null;
        const files = await listWaiting(acting, request.query.after);
        const details = { list: 'waiting_files', rows: files.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        const last = files.length === PAGE ? files.at(-1) : undefined;
        const next = last === undefined ? null : `${last.group_id}.${last.case_id}`;
        return {
          files: files.map(({ group_id: _group, ...file }) => file),
          total: await countWaiting(acting),
          next,
        };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );
}

type Waiting = z.infer<typeof waitingFiles>['files'][number] & { group_id: string };

const IN_REACH = `c.worker_id is null and c.closed_at is null and c.id in (
  select r.case_id from case_reach r where r.key = any (homeward_keys()) and r.compartment = 'general')`;

async function listWaiting(acting: Acting, after: string | undefined): Promise<Waiting[]> {
  const [group, file] = after === undefined ? [null, null] : after.split('.');
  const { rows } = await acting.client.query<Waiting>({
    name: 'waiting_files',
    text: `select * from (
        select c.id as case_id, c.number, c.person_id, p.name, p.birth_date, p.birth_precision,
          m.household_id, coalesce(m.household_id, c.id) as group_id, c.place_id, l.row,
          to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as opened_at
        from case_file c join person p on p.id = c.person_id
        left join lateral (select m.household_id from household_member m
          where m.person_id = c.person_id and m.until_day is null limit 1) m on true
        left join arrival_list_row l on l.case_id = c.id
        where ${IN_REACH}
      ) w where $1::uuid is null or (w.group_id, w.case_id) < ($1, $2::uuid)
      order by w.group_id desc, w.case_id desc limit ${PAGE}`,
    values: [group, file],
  });
  return rows;
}

async function countWaiting(acting: Acting): Promise<number> {
  const { rows } = await acting.client.query<{ total: number }>(
    `select count(*)::int as total from case_file c where ${IN_REACH}`,
  );
  return rows[0]?.total ?? 0;
}
