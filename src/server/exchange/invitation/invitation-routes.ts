import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  invitationChange,
  newInvitation,
  newLetterhead,
} from '#domain/exchange/invitation/invitation.ts';
import {
  invitationLine,
  invitationSheet,
  letterhead,
  printedLetter as printed,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import { invitationReply } from '#domain/exchange/invitation/reply.ts';
import { languageTag, newWording, reword } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import {
  editionZone,
  invitationRow,
  invitationsOf,
  letterheadOf,
  sheetOf,
} from './invitation-rows.ts';
import { printedLetter } from './printed-letter.ts';
import { sendInvitation } from './send-invitation.ts';
import { takeReply } from './take-reply.ts';

const params = z.object({ id });
const ofEdition = z.object({ edition: id });
const after = z.coerce.number().int().min(0).max(100_000).default(0);

/** Official letters of an edition: composed, numbered as they go out, answered. For its organisers. */
export function addInvitationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const sheet = { response: { 200: invitationSheet } };
  const { url } = deps.config;

  app.get(
    '/api/exchange/editions/:edition/invitations',
    {
      schema: {
        params: ofEdition,
        querystring: z.strictObject({ after }),
        response: {
          200: z.object({
            ...{ invitations: z.array(invitationLine), more: z.boolean() },
            letterhead: letterhead.nullable(),
          }),
        },
      },
    },
    async (request, reply) => {
      const { edition } = request.params;
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holds(edition, 'organiser')) return null;
        const page = await invitationsOf(taking.client, edition, request.query.after);
        return { ...page, letterhead: await letterheadOf(taking.client, edition) };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.put(
    '/api/exchange/editions/:edition/letterhead',
    { schema: { params: ofEdition, body: newLetterhead, response: { 200: letterhead } } },
    async (request, reply) => {
      const { edition } = request.params;
      const said = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        if (!taking.holds(edition, 'organiser')) return gone;
        if (!(await isInstitution(taking, said.institution_id))) return noInstitution;
        const before = await letterheadOf(client, edition);
        if ((before?.version ?? 0) !== said.version) return { code: 'version_conflict' as const };
        const place = { lang: said.language, text: said.place };
        const now = deps.clock();
        const worded =
          before === null
            ? newWording(place, participant.name, now)
            : reword(before.place, place, before.place.revision, participant.name, now);
        if ('code' in worded) return worded;
        await client.query(
          `insert into exchange.letterhead (edition_id, institution_id, series, place, contact, signatory)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (edition_id) do update set institution_id = $2, series = $3, place = $4,
             contact = $5, signatory = $6, version = letterhead.version + 1,
             -- Another series counts from its own beginning.
             numbered = case when letterhead.series = $3 then letterhead.numbered else coalesce((select
               max(i.running) from exchange.invitation i where i.edition_id = $1 and i.series = $3), 0) end`,
          [
            edition,
            said.institution_id,
            said.series,
            JSON.stringify(worded),
            said.contact,
            said.signatory,
          ],
        );
        await writeLog(deps, taking, 'letterhead_changed', ['edition', edition]);
        return (await letterheadOf(client, edition)) ?? gone;
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.post(
    '/api/exchange/invitations',
    { schema: { body: newInvitation, ...sheet } },
    async (request, reply) => {
      const said = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        if (!taking.holds(said.edition_id, 'organiser')) return gone;
        if (!(await isInstitution(taking, said.institution_id))) return noInstitution;
        const text = { lang: said.language, text: said.body };
        const body = newWording(text, participant.name, deps.clock());
        // The same letter sent again, as after a lost answer, is the same letter.
        await client.query(
          `insert into exchange.invitation (id, edition_id, institution_id, address, body, email, code,
             created_by, created_at, reply_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict (id) do nothing`,
          [
            ...[said.id, said.edition_id, said.institution_id, said.address, JSON.stringify(body)],
            ...[said.email, randomBytes(18).toString('base64url'), participant.id, deps.clock()],
            said.reply_by,
          ],
        );
        const row = await invitationRow(client, said.id);
        if (row === null) return gone;
        await writeLog(deps, taking, 'composed', ['invitation', said.id]);
        return sheetOf(client, row, url);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.get(
    '/api/exchange/invitations/:id',
    { schema: { params, ...sheet } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async ({ client }) => {
        const row = await invitationRow(client, request.params.id);
        return row === null ? null : sheetOf(client, row, url);
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.put(
    '/api/exchange/invitations/:id',
    { schema: { params, body: invitationChange, ...sheet } },
    async (request, reply) => {
      const said = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        const row = await invitationRow(client, request.params.id, 'for update of i');
        if (row === null) return gone;
        if (row.sent_at !== null) return { code: 'letter_sent' as const };
        if (row.version !== said.version) return { code: 'version_conflict' as const };
        const text = { lang: said.language, text: said.body };
        const body = reword(row.body, text, said.seen, participant.name, deps.clock());
        if ('code' in body) return body;
        if (said.address[body.source] === undefined) return noForm;
        await client.query(
          `update exchange.invitation set address = $2, body = $3, email = $4, reply_by = $5,
             version = version + 1
           where id = $1`,
          [row.id, said.address, JSON.stringify(body), said.email, said.reply_by],
        );
        await writeLog(deps, taking, 'reworded', ['invitation', row.id]);
        const changed = await invitationRow(client, row.id);
        return changed === null ? gone : sheetOf(client, changed, url);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.get(
    '/api/exchange/invitations/:id/letter',
    {
      schema: {
        params,
        querystring: z.strictObject({ lang: languageTag }),
        response: { 200: printed },
      },
    },
    async (request, reply) => {
      const answer = await deps.exchange.as(request.participant.id, async ({ client }) => {
        const row = await invitationRow(client, request.params.id);
        if (row === null) return gone;
        const head = await letterheadOf(client, row.edition_id);
        if (head === null) return { code: 'letterhead_missing' as const };
        const timeZone = await editionZone(client, row.edition_id);
        return printedLetter(row, head, request.query.lang, { url, now: deps.clock(), timeZone });
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.post(
    '/api/exchange/invitations/:id/send',
    { schema: { params, body: z.strictObject({ version: z.int().min(1) }), ...sheet } },
    async (request, reply) => {
      const answer = await sendInvitation(
        deps,
        request.participant,
        request.params.id,
        request.body,
      );
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.post(
    '/api/exchange/invitations/:id/replies',
    { schema: { params, body: invitationReply, ...sheet } },
    async (request, reply) => {
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        const row = await invitationRow(taking.client, request.params.id);
        if (row === null) return gone;
        const refused = await takeReply(deps, taking, row, request.body);
        if (refused !== null) return refused;
        const changed = await invitationRow(taking.client, row.id);
        return changed === null ? gone : sheetOf(taking.client, changed, url);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}

const gone = { code: 'gone' } as const;

function wrong(path: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path, code }] };
}
const noInstitution = wrong('body.institution_id', 'not_one_of');
const noForm = wrong('body.address', 'address_language_missing');

async function isInstitution({ client }: Taking, institution: string): Promise<boolean> {
  const { rowCount } = await client.query('select from exchange.institution where id = $1', [
    institution,
  ]);
  return rowCount === 1;
}
