import { z } from 'zod';
import { callSettings } from '#domain/exchange/conference/call.ts';
import { told, toldOf } from '#domain/exchange/conference/proposal-view.ts';
import { REVIEW_PHASES } from '#domain/exchange/conference/review.ts';
import { instantAt, localTime } from '#domain/exchange/conference/zoned-time.ts';
import { newWording, reword, said } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { localTimeAt } from '#domain/zone.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { callOf } from './call-rows.ts';
import { logged } from './proposal-rows.ts';

const params = z.object({ id });
const shownCall = z.object({
  ...callSettings.shape,
  phase: z.enum(REVIEW_PHASES),
  guidance: told.nullable(),
  guidance_revision: z.int(),
  version: z.int(),
});
const changedCall = z.strictObject({
  call: callSettings,
  guidance: said.nullable(),
  phase: z.enum(REVIEW_PHASES),
  /** 0 = there was none yet. */
  version: z.int().min(0),
});
const graces = z.object({
  given: z.array(z.object({ participant_id: z.uuid(), name: z.string(), until: z.string() })),
  /** Who tried to hand in after the end and was not given more time that still runs. */
  late: z.array(z.object({ participant_id: z.uuid(), name: z.string() })),
});

/** The call of an edition: its organisers set it, and give single proposers more time. */
export function addCallRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:id/call',
    { schema: { params, response: { 200: shownCall } } },
    async (request, reply) => {
      const call = await deps.exchange.as(request.participant.id, ({ client }) =>
        callOf(client, request.params.id),
      );
      if (call === undefined) return sendProblem(reply, { code: 'gone' });
      const { guidance, edition_id: _, ...rest } = call;
      return {
        ...rest,
        guidance: guidance === null ? null : toldOf(guidance),
        guidance_revision: guidance?.revision ?? 0,
      };
    },
  );

  app.put(
    '/api/exchange/editions/:id/call',
    { schema: { params, body: changedCall, response: { 200: z.object({ version: z.int() }) } } },
    async (request, reply) => {
      const { call, guidance, phase, version } = request.body;
      const edition = request.params.id;
      const { id: me } = request.participant;
      const problem = await deps.exchange.as(me, async (taking) => {
        const { client } = taking;
        if (!taking.holds(edition, 'organiser')) return { code: 'gone' as const };
        const before = await callOf(client, edition);
        if ((before?.version ?? 0) !== version) return { code: 'version_conflict' as const };
        // Read by everybody at once; an address to write to is no find.
        const betrays =
          guidance === null || guidance.text === before?.guidance?.versions[guidance.lang]?.text
            ? null
            : findsInForm({ 'guidance.text': guidance.text }, (rule) => rule !== 'email');
        if (betrays !== null) return betrays;
        const worded = wordsOf(before?.guidance ?? null, guidance, deps.clock());
        if (worded !== null && 'code' in worded) return worded;
        await client.query(
          `insert into exchange.call (edition_id, opens, closes, time_zone, languages, kinds, criteria,
             anonymous, reviews, reviews_due, guidance, phase)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           on conflict (edition_id) do update set opens = $2, closes = $3, time_zone = $4,
             languages = $5, kinds = $6, criteria = $7, anonymous = $8, reviews = $9, reviews_due = $10,
             guidance = $11, phase = $12, version = exchange.call.version + 1`,
          [
            ...[edition, call.opens, call.closes, call.time_zone, call.languages, call.kinds],
            ...[call.criteria, call.anonymous, call.reviews, call.reviews_due],
            ...[worded === null ? null : JSON.stringify(worded), phase],
          ],
        );
        await logged(client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'call_changed' },
          ...{ kind: 'edition', subject: edition, details: { phase } },
        });
        return null;
      });
      return problem === null ? { version: version + 1 } : sendProblem(reply, problem);
    },
  );

  app.get(
    '/api/exchange/editions/:id/call/more-time',
    { schema: { params, response: { 200: graces } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holds(edition, 'organiser')) return null;
        const call = await callOf(taking.client, edition);
        if (call === undefined) return null;
        const given = await taking.client.query<{
          participant_id: string;
          name: string;
          until: Date;
        }>(
          `select g.participant_id, p.name, g.until from exchange.call_grace g
             join exchange.participant p on p.id = g.participant_id
           where g.edition_id = $1 order by g.until desc limit 50`,
          [edition],
        );
        const late = await taking.client.query<{ participant_id: string; name: string }>(
          `select distinct m.id as participant_id, m.name from exchange.proposal p
             join exchange.proposal_author w on w.proposal_id = p.id
             join exchange.participant m on m.id = w.participant_id
           where p.edition_id = $1 and p.state = 'draft' and p.late_at is not null
             and not exists (select from exchange.call_grace g where g.edition_id = $1
               and g.participant_id = m.id and g.until > $2)
           order by m.name limit 50`,
          [edition, deps.clock()],
        );
        return {
          late: late.rows,
          given: given.rows.map((one) => ({
            ...one,
            until: localTimeAt(one.until.toISOString(), call.time_zone),
          })),
        };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.put(
    '/api/exchange/editions/:id/call/more-time/:participant',
    {
      schema: {
        params: params.extend({ participant: id }),
        body: z.strictObject({ until: localTime }),
      },
    },
    async (request, reply) => {
      const { id: edition, participant } = request.params;
      const { id: me } = request.participant;
      const problem = await deps.exchange.as(me, async (taking) => {
        const call = await callOf(taking.client, edition);
        if (call === undefined || !taking.holds(edition, 'organiser'))
          return { code: 'gone' as const };
        // Nobody gives time to himself; whom the organiser cannot see is not there.
        if (participant === me) return { code: 'not_allowed' as const };
        const known = await taking.client.query('select from exchange.participant where id = $1', [
          participant,
        ]);
        if (known.rowCount !== 1) return { code: 'gone' as const };
        await taking.client.query(
          `insert into exchange.call_grace (edition_id, participant_id, until, given_by, given_at)
           values ($1, $2, $3, $4, $5) on conflict (edition_id, participant_id)
           do update set until = $3, given_by = $4, given_at = $5`,
          [
            ...[edition, participant, instantAt(request.body.until, call.time_zone), me],
            deps.clock(),
          ],
        );
        await logged(taking.client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'more_time_given' },
          ...{ kind: 'participant', subject: participant },
        });
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );
}

function wordsOf(
  before: Parameters<typeof reword>[0] | null,
  guidance: z.infer<typeof said> | null,
  at: Date,
) {
  if (guidance === null) return null;
  if (before === null || before.source !== guidance.lang) return newWording(guidance, null, at);
  return reword(before, guidance, before.revision, null, at);
}
