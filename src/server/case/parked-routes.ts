import { sql } from 'kysely';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import type { Compartment } from '#domain/access/role.ts';
import { COMMAND_KINDS } from '#domain/case/nouns.ts';
import {
  type parkedCommand,
  parkedCommands,
  settledParked,
  settleParked,
} from '#domain/case/parked.ts';
import { caseNumber } from '#domain/case/row.ts';
import { id } from '#domain/id.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { type Answer, sayIn } from '../journal.ts';
import { isDuplicate } from '../pool.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { PAGE } from './file-routes.ts';

type Parked = z.infer<typeof parkedCommand>;

/** What came in after its author had lost the file: for the supervisor, to be said again or dropped. */
export function addParkedRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/parked',
    {
      schema: {
        querystring: z.strictObject({ after: id.optional() }),
        response: { 200: parkedCommands },
      },
    },
    async (request, reply) => {
      const parked = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'supervisor') return null;
        const rows = await parkedIn(acting, { after: request.query.after ?? null });
        const details = { list: 'parked', rows: rows.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return rows;
      });
      if (parked === null) return sendProblem(reply, { code: 'gone' });
      return { parked, next: parked.length === PAGE ? (parked.at(-1)?.id ?? null) : null };
    },
  );

  app.post(
    '/api/parked/:id',
    { schema: { params: z.object({ id }), body: settleParked, response: { 200: settledParked } } },
    async (request, reply) => {
      const now = deps.clock();
      const { decision } = request.body;
      const said = deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'supervisor') return null;
        const [found] = await parkedIn(acting, { only: request.params.id });
        if (found === undefined || !found.abilities.includes(decision)) return null;
        if (decision === 'drop') return settle(acting, found.id, now).then(() => undefined);
        const { case_id, kind, body, said_at } = found;
        const again = { id: deps.newId(), case_id, kind, body, said_at };
        const answer = await sayIn(acting, again, { actor: acting.actor, device_id: null, now });
        if (isWritten(answer)) await settle(acting, found.id, now);
        return answer;
      });
      // An id in it that is taken in another file, seen or not: it waits on, and no more is told.
      const outcome = await said.catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
        return { answer: 'refused', problem: { code: 'command_reused' } } as const;
      });
      if (outcome === null) return sendProblem(reply, { code: 'gone' });
      if (outcome === undefined) return { settled: true };
      const { answer, problem } = outcome;
      return { settled: isWritten(outcome), answer, ...(problem === undefined ? {} : { problem }) };
    },
  );
}

function isWritten({ answer }: Pick<Answer, 'answer'>): boolean {
  return answer === 'applied' || answer === 'conflict';
}

async function parkedIn(
  acting: Acting,
  { after = null, only = null }: { after?: string | null; only?: string | null },
): Promise<Parked[]> {
  const { rows } = await sql<{
    id: string;
    case_id: string;
    kind: string;
    body: Record<string, unknown>;
    name: string | null;
    said_at: Date;
    parked_at: Date;
  }>`
    select p.id, p.case_id, p.kind, p.body, a.name, p.said_at, p.parked_at
    from parked_command p left join auth.account a on a.id = p.actor_id
    where p.settled_at is null and (${after}::uuid is null or p.id > ${after}::uuid)
      and (${only}::uuid is null or p.id = ${only}::uuid)
    order by p.id limit ${PAGE} ${only === null ? sql`` : sql`for update of p skip locked`}`.execute(
    acting.tx,
  );
  return rows.map(({ body, said_at, parked_at, ...row }) => {
    const compartment = compartmentOf(row.kind, body);
    const readable = may('supervisor', 'read', compartment);
    return {
      ...{ ...row, number: caseNumber(row.case_id), compartment },
      ...{ said_at: said_at.toISOString(), parked_at: parked_at.toISOString() },
      body: readable ? body : null,
      abilities: readable ? ['say', 'drop'] : ['drop'],
    };
  });
}

/** Where its words would lie; what nobody can tell any more is treated like what few may read. */
function compartmentOf(kindName: string, body: unknown): Compartment {
  const kind = COMMAND_KINDS.get(kindName);
  const parsed = kind?.body.safeParse(body);
  if (kind === undefined || parsed?.success !== true) return 'psychosocial';
  return kind.chosen?.(parsed.data) ?? kind.compartment;
}

async function settle(acting: Acting, parkedId: string, now: Date): Promise<void> {
  const done = await acting.tx
    .updateTable('parked_command')
    .set({ settled_at: now, settled_by: acting.actor.id, body: '{}' })
    .where('id', '=', parkedId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw new Error('a parked command that was locked has moved');
}
