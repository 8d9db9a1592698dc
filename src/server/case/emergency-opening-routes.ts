import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import {
  askInEmergency,
  emergencyOpened,
  listedEmergencies,
} from '#domain/case/emergency-opening.ts';
import { caseNumber, writtenNumber } from '#domain/case/row.ts';
import type { Problem } from '#domain/problem.ts';
import { instant } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { type Answer, sayIn } from '../journal.ts';
import { decodeCursor, encodeCursor } from '../page-cursor.ts';
import { isDuplicate } from '../pool.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { PAGE } from './file-routes.ts';

type Asked = z.infer<typeof askInEmergency>;
type Listed = z.infer<typeof listedEmergencies>['openings'][number];
type InVain = z.infer<typeof listedEmergencies>['in_vain'][number];
const cursor = z.tuple([instant, z.uuid()]);
const query = z.strictObject({
  state: z.enum(['waiting', 'reviewed']).default('waiting'),
  after: z.string().max(300).optional(),
});
const NOT_OPENED = { code: 'emergency_not_opened' } as const;

/** Break-glass (docs/decisions/0009): opening a file by its number, and what supervisors review. */
export function addEmergencyOpeningRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/emergency-openings',
    { schema: { body: askInEmergency, response: { 200: emergencyOpened } } },
    async (request, reply) => {
      const opened = await deps.database.as(request.actor, (acting) =>
        open(acting, request.body, deps.clock()),
      );
      return 'code' in opened ? sendProblem(reply, opened) : opened;
    },
  );

  app.get(
    '/api/emergency-openings',
    { schema: { querystring: query, response: { 200: listedEmergencies } } },
    async (request, reply) => {
      const after = decodeCursor(cursor, request.query.after);
      const found = await deps.database.as(request.actor, async (acting) => {
        const officer = acting.role === 'data_protection_officer';
        const reviews = acting.role !== null && may(acting.role, 'approve', 'general');
        if (!officer && !reviews) return null;
        const rows = await listOpenings(acting, request.query.state, after, reviews);
        const first = request.query.state === 'waiting' && after === null;
        const in_vain = first ? await listInVain(acting, deps.clock()) : [];
        const details = { list: 'emergency_openings', rows: rows.length + in_vain.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return { rows, in_vain };
      });
      if (found === null) return sendProblem(reply, { code: 'gone' });
      const { rows: openings, in_vain } = found;
      const last = openings.length === PAGE ? openings.at(-1) : undefined;
      const next = last === undefined ? null : encodeCursor([last.opened_at, last.id]);
      return { openings, in_vain, next };
    },
  );
}

/**
 * Opens the file of the number by its own command. Whatever does not open is undone and then written
 * down by one and the same way, so that nobody learns whether there is such a file.
 */
async function open(
  acting: Acting,
  asked: Asked,
  now: Date,
): Promise<z.infer<typeof emergencyOpened> | Problem> {
  const { client } = acting;
  const number = writtenNumber(asked.number);
  const turn = await client.query('select emergency_turn($1) as may', [now]);
  if (turn.rows[0]?.may === false) return { code: 'not_allowed' };
  if (turn.rows[0]?.may !== true) return { code: 'emergency_tried_often' };
  await client.query('savepoint tried');
  const found = await client.query<{ file: { case_id: string; own: boolean } | null }>(
    'select emergency_file($1) as file',
    [number],
  );
  const file = found.rows[0]?.file ?? null;
  if (file?.own === true) return { case_id: file.case_id, until: null };
  const answer = file === null ? null : await say(acting, file.case_id, asked, now);
  if (file !== null && answer?.answer === 'applied') {
    return { case_id: file.case_id, until: await logOpening(acting, file.case_id, asked, now) };
  }
  await client.query('rollback to savepoint tried');
  // The same request once more: it was answered before.
  if (file !== null && answer?.first === 'applied') return { case_id: file.case_id, until: null };
  await client.query('select emergency_failed($1, $2, $3, $4)', [
    ...[uuid(), number, asked.reason, now],
  ]);
  return NOT_OPENED;
}

/** Null where an id was taken: that too must not tell a file that is there from one that is not. */
async function say(
  acting: Acting,
  case_id: string,
  asked: Asked,
  now: Date,
): Promise<Answer | null> {
  const { command_id, number: _number, ...body } = asked;
  const said_at = now.toISOString();
  const envelope = { id: command_id, case_id, kind: 'open_in_emergency', body, said_at };
  try {
    return await sayIn(acting, envelope, { actor: acting.actor, device_id: null, now });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return null;
  }
}

/** In the log that the person may see: by whom it was opened, and why by its kind. */
async function logOpening(
  acting: Acting,
  case_id: string,
  { opening_id, reason }: Asked,
  now: Date,
): Promise<string | null> {
  const row = await acting.tx
    .selectFrom('emergency_opening')
    .innerJoin('case_file', 'case_file.id', 'emergency_opening.case_id')
    .select(['person_id', 'until'])
    .where('case_id', '=', case_id)
    .where('emergency_opening.id', '=', opening_id)
    .executeTakeFirstOrThrow();
  const until = row.until.toISOString();
  const read = { action: 'opened_in_emergency' as const, case_id, person_id: row.person_id };
  await logRead(acting, { ...read, details: { reason, until } }, now);
  return until;
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) =>
  `to_char(e.${column} at time zone 'UTC', ${MOMENT}) as ${column}`;

async function listOpenings(
  acting: Acting,
  state: 'waiting' | 'reviewed',
  after: z.infer<typeof cursor> | null,
  reviews: boolean,
): Promise<Listed[]> {
  const { rows } = await acting.client.query<Omit<Listed, 'number' | 'abilities'>>({
    name: 'list_emergency_openings',
    text: `select e.id, e.case_id, e.reason, e.words, e.opened_by as account_id, a.name, e.role,
        e.outcome, ${moment('opened_at')}, ${moment('until')}, ${moment('reviewed_at')},
        (select coalesce(jsonb_object_agg(l.action, l.n), '{}') from (
          select action, count(*)::int as n from read_log where case_id = e.case_id
            and actor_id = e.opened_by and at between e.opened_at and e.until
            and action <> 'opened_in_emergency' group by action) l) as read,
        (select coalesce(jsonb_object_agg(f.kind, f.n), '{}') from (
          select kind, count(*)::int as n from fact where case_id = e.case_id
            and actor_id = e.opened_by and recorded_at between e.opened_at and e.until
            and kind not in ('opened_in_emergency', 'emergency_words') group by kind) f) as written
      from emergency_opening e left join auth.account a on a.id = e.opened_by
      where (e.reviewed_at is null) = ($1::text = 'waiting')
        and ($2::timestamptz is null or (e.opened_at, e.id) < ($2, $3::uuid))
      order by e.opened_at desc, e.id desc limit ${PAGE}`,
    values: [state, ...(after ?? [null, null])],
  });
  return rows.map((row) => ({
    ...{ ...row, number: caseNumber(row.case_id) },
    abilities:
      reviews && row.reviewed_at === null && row.account_id !== acting.actor.id ? ['review'] : [],
  }));
}

/** Whoever asked in vain for a file in reach, the last week's; the officer sees numbers without a file too. */
async function listInVain(acting: Acting, now: Date): Promise<InVain[]> {
  const { rows } = await acting.client.query<InVain>({
    name: 'list_emergency_denied',
    text: `select l.id, l.case_id, l.details ->> 'number' as number, l.details ->> 'reason' as reason,
        a.name, l.role, to_char(l.at at time zone 'UTC', ${MOMENT}) as at
      from read_log l left join auth.account a on a.id = l.actor_id
      where l.action = 'emergency_denied' and l.at > $1::timestamptz - interval '7 days'
      order by l.at desc, l.id desc limit ${PAGE}`,
    values: [now],
  });
  return rows;
}
