import { z } from 'zod';
import { callStanding, deadlineOf } from '#domain/exchange/conference/call.ts';
import {
  afterStep,
  changedProposal,
  mayBeChanged,
  newProposal,
  type ProposalInput,
} from '#domain/exchange/conference/proposal.ts';
import { authorStep, proposalView } from '#domain/exchange/conference/proposal-view.ts';
import { id } from '#domain/id.ts';
import { isHard } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { type CallRow, callOf, graceOf } from './call-rows.ts';
import {
  isAuthor,
  keepSpeakers,
  logged,
  type ProposalRow,
  proposalById,
  rewordedOf,
  wordsOf,
} from './proposal-rows.ts';
import { viewOf } from './proposal-view.ts';
import { zoneOf } from './reader-zone.ts';

const params = z.object({ id });
/** Drafts and proposals of one participant for one edition. */
const MOST_OWN = 20;
const gone = { code: 'gone' } as const;

/** What a proposer does: writes, hands in, withdraws, confirms. Nothing written is ever thrown away. */
export function addProposalRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/editions/:id/proposals',
    { schema: { params, body: newProposal, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const problem = await deps.exchange.as(request.participant.id, (taking) =>
        writeDown(deps, taking, request.participant.id, request.params.id, request.body),
      );
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: request.body.id });
    },
  );

  app.get(
    '/api/exchange/proposals/:id',
    { schema: { params, response: { 200: proposalView } } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const view = await deps.exchange.as(me, async (taking) => {
        const zone = await zoneOf(taking.client, me);
        return viewOf(taking, { id: me, zone }, request.params.id, deps.clock());
      });
      return view ?? sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/exchange/proposals/:id',
    {
      schema: { params, body: changedProposal, response: { 200: z.object({ version: z.int() }) } },
    },
    async (request, reply) => {
      const { version, ...fields } = request.body;
      const { id: me } = request.participant;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const row = await ownOne(taking, me, request.params.id);
        if (row === undefined) return gone;
        const call = await callOf(taking.client, row.edition_id);
        const { standing } = await standingFor(deps, taking, me, call, row.edition_id);
        if (!mayBeChanged(row.state, standing === 'open')) return { code: 'proposal_step_unfit' };
        if (row.version !== version) return { code: 'version_conflict' };
        const wrong = outsideCall(call, fields) ?? betrays(fields);
        if (wrong !== null) return wrong;
        const words = rewordedOf(row, fields, deps.clock());
        if ('code' in words) return words;
        await taking.client.query(
          `update exchange.proposal set kind = $2, title = $3, abstract = $4, description = $5,
             do_not_record = $6, interpretation = $7, version = version + 1 where id = $1`,
          [row.id, ...columnsOf(words, fields)],
        );
        await keepSpeakers(taking.client, row, fields.speakers);
        return null;
      });
      return problem === null ? { version: version + 1 } : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/proposals/:id/steps',
    { schema: { params, body: authorStep, response: { 200: z.object({ version: z.int() }) } } },
    async (request, reply) => {
      const { step, version } = request.body;
      const { id: me } = request.participant;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const row = await ownOne(taking, me, request.params.id);
        if (row === undefined) return gone;
        if (row.version !== version) return { code: 'version_conflict' };
        const next = afterStep(row.state, step);
        if ('problem' in next) return { code: next.problem };
        if (step === 'submit') {
          const shut = await shutFor(deps, taking, me, row);
          if (shut !== null) return shut;
        }
        await taking.client.query(
          `update exchange.proposal set state = $2, version = version + 1,
             submitted_at = case when $3 = 'submit' then $4::timestamptz else submitted_at end
           where id = $1`,
          [row.id, next.state, step, deps.clock()],
        );
        await logged(taking.client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: `proposal_${step}` },
          ...{ kind: 'proposal', subject: row.id },
        });
        return null;
      });
      return problem === null ? { version: version + 1 } : sendProblem(reply, problem);
    },
  );
}

async function writeDown(
  deps: ExchangeDeps,
  taking: Taking,
  me: string,
  edition: string,
  input: ProposalInput,
): Promise<Problem | null> {
  const { client } = taking;
  const found = await client.query<{ state: string; mine: number }>(
    `select e.state, (select count(*)::integer from exchange.proposal p
         join exchange.proposal_author w on w.proposal_id = p.id
         where p.edition_id = e.id and w.participant_id = $2) as mine
     from exchange.edition e where e.id = $1`,
    [edition, me],
  );
  const call = await callOf(client, edition);
  const [row] = found.rows;
  if (row === undefined || row.state !== 'published' || call === undefined) return gone;
  if (row.mine >= MOST_OWN) return { code: 'too_many_requests' };
  const wrong = outsideCall(call, input) ?? betrays(input);
  if (wrong !== null) return wrong;
  // Sent again after a lost answer it is the same proposal, if it is mine.
  const author = await client.query(
    `insert into exchange.proposal_author (proposal_id, edition_id, participant_id)
     values ($1, $2, $3) on conflict (proposal_id) do nothing`,
    [input.id, edition, me],
  );
  if (author.rowCount === 0) return (await isAuthor(client, input.id, me)) ? null : gone;
  await client.query(
    `insert into exchange.proposal (id, edition_id, kind, title, abstract, description,
       do_not_record, interpretation, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [input.id, edition, ...columnsOf(wordsOf(input, deps.clock()), input), deps.clock()],
  );
  await keepSpeakers(client, { id: input.id, edition_id: edition }, input.speakers);
  return null;
}

function columnsOf(words: ReturnType<typeof wordsOf>, fields: Omit<ProposalInput, 'id'>) {
  return [
    ...[fields.kind, JSON.stringify(words.title), JSON.stringify(words.abstract)],
    words.description === null ? null : JSON.stringify(words.description),
    ...[fields.do_not_record, JSON.stringify(fields.interpretation)],
  ];
}

/** A kind or language that the call does not ask for. */
function outsideCall(
  call: CallRow | undefined,
  { kind, language }: Omit<ProposalInput, 'id'>,
): Problem | null {
  const fields = [
    ...(call?.kinds.includes(kind) === false ? [{ path: 'body.kind', code: 'not_one_of' }] : []),
    ...(call?.languages.includes(language) === false
      ? [{ path: 'body.language', code: 'not_one_of' }]
      : []),
  ];
  return fields.length === 0 ? null : { code: 'invalid_input', fields };
}

/**
 * A number of a document, a phone, a date of birth: not even reviewers read it. What else the check finds is
 * asked when the programme that holds the session is released.
 */
function betrays({ title, abstract, description, interpretation }: Omit<ProposalInput, 'id'>) {
  const said = { title, abstract, description, 'interpretation.other': interpretation.other };
  return findsInForm(said, isHard);
}

async function ownOne(taking: Taking, me: string, id: string): Promise<ProposalRow | undefined> {
  const row = await proposalById(taking.client, id, true);
  return row !== undefined && (await isAuthor(taking.client, id, me)) ? row : undefined;
}

async function standingFor(
  deps: ExchangeDeps,
  taking: Taking,
  me: string,
  call: CallRow | undefined,
  edition: string,
) {
  const grace = await graceOf(taking.client, edition, me);
  const now = deps.clock().toISOString();
  return {
    grace,
    standing: call === undefined ? ('closed' as const) : callStanding(call, now, grace),
  };
}

/** Why it cannot be handed in now, with the end on both clocks; the organisers learn of who came late. */
async function shutFor(
  deps: ExchangeDeps,
  taking: Taking,
  me: string,
  row: ProposalRow,
): Promise<Problem | null> {
  const call = await callOf(taking.client, row.edition_id);
  if (call === undefined) return gone;
  const { grace, standing } = await standingFor(deps, taking, me, call, row.edition_id);
  if (standing === 'open') return null;
  const { there, there_zone, here, here_zone } = deadlineOf(
    call,
    await zoneOf(taking.client, me),
    grace,
  );
  if (standing === 'ahead')
    return { code: 'call_ahead', details: { there: spaced(call.opens), there_zone } };
  await taking.client.query('update exchange.proposal set late_at = $2 where id = $1', [
    row.id,
    deps.clock(),
  ]);
  const details = { there: spaced(there), there_zone, here: spaced(here), here_zone };
  return { code: 'call_closed', details };
}

function spaced(local: string): string {
  return local.replace('T', ' ');
}
