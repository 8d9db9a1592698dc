import { z } from 'zod';
import { workOf } from '#domain/case/model-work.ts';
import {
  type FileWork,
  fileWork,
  nextTry,
  PAIRING_DAYS,
  pairVisits,
  safeWays,
  tryContact,
} from '#domain/duty/file-work.ts';
import { id } from '#domain/id.ts';
import type { Contact } from '#domain/people/person.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';

const params = z.object({ id });
const ofTry = z.object({ id, try: id });
const written = z.object({ id });
const gone: Problem = { code: 'gone' };

/**
 * Lost contact and visits in two: states of the work, read and said over the line by the file's worker and
 * its supervisor. To everybody else no such thing exists; no list and no number knows of it.
 */
export function addFileWorkRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/cases/:id/work',
    { schema: { params, response: { 200: fileWork } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        const contacts = await contactsOf(acting, request.params.id);
        return contacts === null ? null : work(acting, request.params.id, contacts);
      });
      return found ?? sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/cases/:id/contact-tries/:try',
    { schema: { params: ofTry, body: tryContact, response: { 200: written } } },
    async (request, reply) => {
      const { id: case_id, try: try_id } = request.params;
      const now = deps.clock();
      const problem = await deps.database.as(request.actor, async (acting) => {
        const contacts = await contactsOf(acting, case_id);
        return contacts === null
          ? gone
          : addTry(acting, { case_id, try_id, contacts, now }, request.body);
      });
      return problem === null ? { id: try_id } : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/cases/:id/lost-contact',
    { schema: { params, response: { 200: written } } },
    (request, reply) => remove(deps, 'lost_contact', request, reply),
  );

  app.put(
    '/api/cases/:id/pairing',
    { schema: { params, body: pairVisits, response: { 200: written } } },
    async (request, reply) => {
      const now = deps.clock();
      const problem = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'supervisor' && (await contactsOf(acting, request.params.id)) !== null
          ? pair(acting, request.params.id, request.body.until, now)
          : gone,
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/cases/:id/pairing',
    { schema: { params, response: { 200: written } } },
    (request, reply) => remove(deps, 'pairing', request, reply),
  );
}

/** The person's contacts where the account works with the open file, else null. */
async function contactsOf(acting: Acting, case_id: string): Promise<Contact[] | null> {
  if (acting.role !== 'caseworker' && acting.role !== 'supervisor') return null;
  const { rows } = await acting.client.query<{ contacts: Contact[] | null }>({
    name: 'file_work_of',
    text: `select p.contacts from case_file c left join safe_contact p on p.person_id = c.person_id
      where c.id = $1 and c.closed_at is null and works_with_file(c.id)`,
    values: [case_id],
  });
  return rows[0] === undefined ? null : (rows[0].contacts ?? []);
}

async function work(acting: Acting, case_id: string, contacts: Contact[]): Promise<FileWork> {
  const { rows } = await acting.client.query<Pick<FileWork, 'lost' | 'pairing' | 'turn'>>({
    name: 'file_work',
    text: `select (select jsonb_build_object('since', l.since_day, 'next_try_on', l.next_try_on,
          'tries', (select jsonb_agg(jsonb_build_object('id', t.id, 'on', t.on_day, 'way', t.way,
              'words', t.words, 'by', a.name) order by t.on_day desc, t.tried_at desc)
            from contact_try t left join auth.account a on a.id = t.tried_by where t.case_id = $1))
        from lost_contact l where l.case_id = $1) as lost,
      (select jsonb_build_object('until', p.until_day, 'by', a.name)
        from pairing p left join auth.account a on a.id = p.said_by where p.case_id = $1) as pairing,
      (select t.turn from contact_turn t where t.case_id = $1) as turn`,
    values: [case_id],
  });
  return {
    ...(rows[0] ?? { lost: null, pairing: null, turn: null }),
    ways: safeWays(contacts),
    abilities: acting.role === 'supervisor' ? ['try', 'pair'] : ['try'],
  };
}

interface Tried {
  readonly case_id: string;
  readonly try_id: string;
  readonly contacts: Contact[];
  readonly now: Date;
}

/**
 * One more try; the first one says that contact is lost, and no other does. The same again is the same, also after
 * contact was found; another file's id is taken.
 */
async function addTry(
  acting: Acting,
  { case_id, try_id, contacts, now }: Tried,
  { on, way, words, first, turn = null }: z.infer<typeof tryContact>,
): Promise<Problem | null> {
  const model = await newestModel(acting);
  if (on > dayAt(now.toISOString(), model?.time_zone ?? 'UTC'))
    return { code: 'day_in_the_future' };
  if (!safeWays(contacts).includes(way)) return { code: 'contact_not_safe' };
  const next_try_on = nextTry(on, workOf(model ?? {}).try_again_days);
  const ended = await acting.client.query<{ ended: boolean }>('select try_ended($1) as ended', [
    try_id,
  ]);
  if (ended.rows[0]?.ended === true) return null;
  await acting.client.query('savepoint before_try');
  if (first === true) {
    // Of two who say it from the same look, the one that comes after contact was found is too late.
    const ended_turn = await acting.client.query<{ turn: string }>(
      'select turn from contact_turn where case_id = $1',
      [case_id],
    );
    const found = ended_turn.rows[0]?.turn ?? null;
    if (found !== null && found !== turn) return { code: 'contact_found' };
    await acting.tx
      .insertInto('lost_contact')
      .values({ case_id, since_day: on, next_try_on })
      .onConflict((conflict) => conflict.column('case_id').doNothing())
      .execute();
  } else {
    const lost = await acting.client.query(
      'select 1 from lost_contact where case_id = $1 for update',
      [case_id],
    );
    // Somebody was in touch meanwhile: what was tried before that day brings nothing back.
    if (lost.rowCount === 0) return { code: 'contact_found' };
  }
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('contact_try')
    .values({
      ...{ id: try_id, case_id, on_day: on, way, words: words ?? null },
      ...{ tried_by: acting.actor.id, tried_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    const known = await acting.tx
      .selectFrom('contact_try')
      .select('case_id')
      .where('id', '=', try_id)
      .executeTakeFirst();
    if (known?.case_id === case_id) return null;
    await acting.client.query('rollback to savepoint before_try');
    return { code: 'invalid_input', fields: [{ path: 'params.try', code: 'taken' }] };
  }
  await acting.tx
    .updateTable('lost_contact')
    .set({ next_try_on })
    .where('case_id', '=', case_id)
    .where('next_try_on', '<', next_try_on)
    .execute();
  return null;
}

async function pair(
  acting: Acting,
  case_id: string,
  until_day: string,
  now: Date,
): Promise<Problem | null> {
  const model = await newestModel(acting);
  const today = dayAt(now.toISOString(), model?.time_zone ?? 'UTC');
  if (until_day < today) return { code: 'day_in_the_past' };
  const last = nextTry(today, PAIRING_DAYS);
  if (until_day > last) return { code: 'review_too_late', details: { last } };
  const said = { until_day, said_by: acting.actor.id, said_at: now };
  await acting.tx
    .insertInto('pairing')
    .values({ case_id, reason: 'worker_safety', ...said })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(said))
    .execute();
  return null;
}

async function remove(
  deps: Deps,
  table: 'lost_contact' | 'pairing',
  request: import('fastify').FastifyRequest<{ Params: { id: string } }>,
  reply: import('fastify').FastifyReply,
) {
  const { id: case_id } = request.params;
  const removed = await deps.database.as(request.actor, async (acting) => {
    const { numDeletedRows } = await acting.tx
      .deleteFrom(table)
      .where('case_id', '=', case_id)
      .executeTakeFirstOrThrow();
    return numDeletedRows;
  });
  return removed === 1n ? { id: case_id } : sendProblem(reply, gone);
}
