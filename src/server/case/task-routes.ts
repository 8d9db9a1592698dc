import { z } from 'zod';
import { id } from '#domain/id.ts';
import { instant } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

/** No list names more people than this on a page, whoever asks. */
const PAGE = 50;

/** Where a page ended: what orders the list, as base64url of JSON. */
const cursor = z.tuple([instant, id, z.string(), z.string()]);
type Cursor = z.infer<typeof cursor>;

const query = z.object({
  /** `mine` = given to me; `team` = all in my reach; `overdue` = of these, what is late. */
  scope: z.enum(['mine', 'team', 'overdue']).default('mine'),
  /** Of one kind alone: the decisions on children's best interests that are to be looked at again. */
  kind: z.enum(['best_interests_review']).optional(),
  after: z
    .string()
    .max(600)
    .transform(decode)
    .refine((found) => found !== null, { error: 'unknown' })
    .optional(),
  limit: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
});
const task = z.object({
  case_id: id,
  number: z.string(),
  person_id: id,
  name: z.unknown(),
  kind: z.string(),
  ref: z.string(),
  account_id: z.uuid().nullable(),
  due_at: instant,
  overdue: z.boolean(),
  details: z.record(z.string(), z.string()),
});
type ListedTask = z.infer<typeof task>;
const answer = z.object({ tasks: z.array(task), next: z.string().nullable() });

/** What is to be done, the earliest due first, at most a page of 50. */
export function addTaskRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/tasks',
    { schema: { querystring: query, response: { 200: answer } } },
    async (request) => {
      const { scope, kind, after, limit } = request.query;
      const now = deps.clock();
      const tasks = await deps.database.as(request.actor, async (acting) => {
        const rows = await listTasks(acting, scope, kind ?? null, after ?? null, limit, now);
        const details = { list: `tasks_${kind ?? scope}`, rows: rows.length };
        await logRead(acting, { action: 'listed', details }, now);
        return rows;
      });
      const last = tasks.length === limit ? tasks.at(-1) : undefined;
      const next: Cursor | null =
        last === undefined ? null : [last.due_at, last.case_id, last.kind, last.ref];
      return { tasks, next: next === null ? null : encode(next) };
    },
  );
}

/**
 * Tasks in reach. The page is cut before a file or a person is looked at: mine by the index of the
 * account; all others from the files in reach, or, where these are many, by the index of due days.
 */
async function listTasks(
  acting: Acting,
  scope: 'mine' | 'team' | 'overdue',
  kind: string | null,
  after: Cursor | null,
  limit: number,
  now: Date,
): Promise<ListedTask[]> {
  const way = scope === 'mine' ? 'mine' : (await reachesMany(acting)) ? 'due' : 'reach';
  const { rows } = await acting.client.query<ListedTask>({
    name: `list_tasks_${way}`,
    text: `with page as materialized (
        select t.* from task t
        where ${WAYS[way]} and ($2::text <> 'overdue' or t.due_at < $1)
          and ($8::text is null or t.kind = $8)
          and ($3::timestamptz is null
            or (t.due_at, t.case_id, t.kind, t.ref) > ($3, $4::uuid, $5::text, $6::text))
        order by t.due_at, t.case_id, t.kind, t.ref limit $7)
      select t.case_id, c.number, t.person_id, p.name, t.kind, t.ref, t.account_id, t.details,
        to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_at,
        t.due_at < $1 as overdue
      from page t join case_file c on c.id = t.case_id join person p on p.id = t.person_id
      order by t.due_at, t.case_id, t.kind, t.ref`,
    values: [now, scope, ...(after ?? [null, null, null, null]), limit, kind],
  });
  return rows;
}

const WAYS = {
  mine: 't.account_id = homeward_actor()',
  reach: `t.case_id in (select r.case_id from case_reach r
    where r.key = any (homeward_keys()) and r.compartment = 'general')`,
  // Row-level security filters as the index is walked: among many files the page is soon full.
  due: 'true',
} as const;

/** Whether the actor reaches so many files that walking through all of them costs more. */
async function reachesMany(acting: Acting): Promise<boolean> {
  const { rows } = await acting.client.query<{ many: boolean }>({
    name: 'reaches_many',
    text: `select count(*) >= 1000 as many from (select from case_reach r
      where r.key = any (homeward_keys()) and r.compartment = 'general' limit 1000) files`,
  });
  return rows[0]?.many === true;
}

function encode(given: Cursor): string {
  return Buffer.from(JSON.stringify(given)).toString('base64url');
}

function decode(given: string): Cursor | null {
  try {
    const parsed = cursor.safeParse(JSON.parse(Buffer.from(given, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
