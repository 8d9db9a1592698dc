import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { caseNumber } from '#domain/case/row.ts';
import {
  answerTransfer,
  type ListedTransfer,
  listedTransfers,
  type TransferTalk,
} from '#domain/case/transfer-state.ts';
import { id } from '#domain/id.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { type Answer, sayIn } from '../journal.ts';
import { isDuplicate } from '../pool.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { PAGE } from './file-routes.ts';

const answered = z.object({
  answer: z.string(),
  /** The file, once it is the own region's. */
  case_id: id.nullable(),
});

/** Requests between regions: what another region asks, what it was answered, and what the own one asked. */
export function addTransferRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/transfers',
    { schema: { response: { 200: listedTransfers } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'answer_transfer', 'general')) return null;
        const transfers = await listed(acting);
        const details = { list: 'transfers', rows: transfers.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return { transfers, workers: await workersHere(acting) };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.post(
    '/api/transfers/:id/answer',
    {
      schema: { params: z.object({ id }), body: answerTransfer, response: { 200: answered } },
    },
    async (request, reply) => {
      const now = deps.clock();
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'answer_transfer', 'general')) return null;
        const row = await acting.tx
          .selectFrom('transfer_request')
          .select('case_id')
          .where('id', '=', request.params.id)
          .executeTakeFirst();
        if (row === undefined) return null;
        return { ...(await say(acting, row.case_id, request.params.id, request.body, now)), row };
      });
      if (found === null || found.answer === 'gone') return sendProblem(reply, { code: 'gone' });
      if (found.problem !== undefined) return sendProblem(reply, found.problem);
      const accepted = request.body.answer === 'accept';
      return { answer: found.answer, case_id: accepted ? found.row.case_id : null };
    },
  );
}

const KINDS = {
  accept: 'accept_transfer',
  ask: 'ask_about_transfer',
  decline: 'decline_transfer',
} as const;

async function say(
  acting: Acting,
  case_id: string,
  transfer_id: string,
  { answer, command_id, ...said }: z.infer<typeof answerTransfer>,
  now: Date,
): Promise<Answer> {
  const body = { ...said, transfer_id };
  const envelope = { id: command_id, case_id, kind: KINDS[answer], body };
  const at = { ...envelope, said_at: now.toISOString() };
  try {
    return await sayIn(acting, at, { actor: acting.actor, device_id: null, now });
  } catch (error) {
    // An id that is taken in another file, seen or not: no more is told.
    if (!isDuplicate(error)) throw error;
    return { command_id, answer: 'refused', problem: { code: 'command_reused' } };
  }
}

/** What waits first, then the newest; of the other region nothing that leads to a person. */
async function listed(acting: Acting): Promise<ListedTransfer[]> {
  const { rows } = await acting.client.query<{
    id: string;
    case_id: string;
    reads: boolean;
    waits: boolean;
    talk: TransferTalk[];
    status: ListedTransfer['status'];
    told: Omit<
      ListedTransfer,
      'id' | 'case_id' | 'direction' | 'number' | 'talk' | 'status' | 'abilities'
    >;
  }>({
    name: 'list_transfers',
    text: `select t.id, t.case_id, t.talk, t.status,
        exists (select from case_reach r where r.case_id = t.case_id and r.compartment = 'general') as reads,
        exists (select from case_reach r where r.case_id = t.case_id and r.compartment = 'transfer')
          and t.status = 'proposed' as waits,
        jsonb_build_object('to_place_id', t.to_place_id, 'wished_on', t.wished_on,
          'persons', t.persons, 'needs', t.needs, 'languages', t.languages, 'urgent', t.urgent,
          'declined', t.declined, 'proposed_at',
          to_char(t.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as told
      from transfer_request t
      order by t.status <> 'proposed', t.proposed_at desc, t.id limit ${PAGE}`,
  });
  return rows.map(({ id: transfer, case_id, reads, waits, talk, status, told }) => ({
    ...{ ...told, id: transfer, number: caseNumber(case_id), status, talk },
    ...{ case_id: reads ? case_id : null, direction: waits ? 'incoming' : 'outgoing' },
    abilities: waits
      ? (
          ['accept', ...(talk.at(-1)?.reply === null ? [] : ['ask' as const]), 'decline'] as const
        ).slice()
      : [],
  }));
}

/** Workers of the own place and below it, by name. */
async function workersHere(acting: Acting) {
  const { rows } = await acting.client.query<{ account_id: string; name: string }>({
    name: 'workers_of_place',
    text: `select a.id as account_id, a.name from colleagues() c join auth.account a on a.id = c.account_id
      where c.role = 'caseworker' and c.active and a.disabled_at is null
        and homeward_place() = any (place_path(c.place_id)::uuid[])
      order by a.name, a.id`,
  });
  return rows;
}
