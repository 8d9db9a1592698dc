import { z } from 'zod';
import {
  newSession,
  type SessionChange,
  sessionChange,
} from '#domain/exchange/schedule/session-input.ts';
import { newWording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { isHard } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { logged } from './logged.ts';
import { findEdition, MOST_SESSIONS_OF_EDITION } from './schedule-rows.ts';

const gone = { code: 'gone' } as const;
const params = z.object({ id });

/** Sessions of an edition: a new one, what one is and who takes part, and taking a draft back. */
export function addSessionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/sessions',
    { schema: { body: newSession, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const { body, participant } = request;
      const problem = await deps.exchange.as(participant.id, async (taking) => {
        const edition = await findEdition(taking, body.edition_id);
        if (edition === undefined || !taking.holds(edition.id, 'organiser')) return gone;
        const wrong =
          findsInForm(
            { 'title.text': body.title.text, 'abstract.text': body.abstract?.text },
            isHard,
          ) ?? (await unknownTrack(taking, edition.id, body.track_id));
        if (wrong !== null) return wrong;
        const { rows } = await taking.client.query<{ count: number }>(
          'select count(*)::int as count from exchange.session where edition_id = $1',
          [edition.id],
        );
        if ((rows[0]?.count ?? 0) >= MOST_SESSIONS_OF_EDITION)
          return { code: 'schedule_too_long' } as const;
        const said = (text: typeof body.title) => newWording(text, participant.name, deps.clock());
        const { rowCount } = await taking.client.query(
          `insert into exchange.session (id, edition_id, title, abstract, kind, minutes, languages, rule,
             do_not_record, track_id, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
          [
            ...[body.id, edition.id, JSON.stringify(said(body.title))],
            body.abstract === null ? null : JSON.stringify(said(body.abstract)),
            ...[body.kind, body.minutes, body.languages, body.rule, body.do_not_record],
            ...[body.track_id, deps.clock()],
          ],
        );
        if (rowCount !== 1) return { code: 'already_so' } as const;
        await logged(taking, deps, 'added', 'session', body.id);
        return null;
      });
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: body.id });
    },
  );

  app.put(
    '/api/exchange/sessions/:id',
    { schema: { params, body: sessionChange, response: { 200: z.object({ version: z.int() }) } } },
    async (request, reply) => {
      const done = await deps.exchange.as(request.participant.id, (taking) =>
        change(taking, deps, request.params.id, request.body),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.delete(
    '/api/exchange/sessions/:id',
    { schema: { params, response: { 200: z.object({ deleted: z.literal(true) }) } } },
    async (request, reply) => {
      const problem = await deps.exchange.as(request.participant.id, async (taking) => {
        const { rows } = await taking.client.query<{ state: string; edition_id: string }>(
          'select state, edition_id from exchange.session where id = $1 for update',
          [request.params.id],
        );
        const [row] = rows;
        if (row === undefined || !taking.holds(row.edition_id, 'organiser')) return gone;
        // What was released once stays to be looked up; it is taken out of the timetable instead.
        if (row.state !== 'draft') return { code: 'session_was_released' } as const;
        await taking.client.query('delete from exchange.session where id = $1', [
          request.params.id,
        ]);
        await logged(taking, deps, 'deleted', 'session', request.params.id);
        return null;
      });
      return problem === null ? { deleted: true as const } : sendProblem(reply, problem);
    },
  );
}

async function change(
  taking: Taking,
  deps: ExchangeDeps,
  sessionId: string,
  body: SessionChange,
): Promise<Problem | { version: number }> {
  const { client } = taking;
  const { rows } = await client.query<{ edition_id: string; version: number }>(
    'select edition_id, version from exchange.session where id = $1 for update',
    [sessionId],
  );
  const [row] = rows;
  if (row === undefined || !taking.holds(row.edition_id, 'organiser')) return gone;
  if (row.version !== body.version) return { code: 'version_conflict' };
  const wrong =
    (await unknownTrack(taking, row.edition_id, body.track_id)) ??
    (await unknownPeople(taking, body.people));
  if (wrong !== null) return wrong;
  await client.query(
    `update exchange.session set kind = $2, minutes = $3, languages = $4, rule = $5, do_not_record = $6,
       track_id = $7, version = version + 1,
       named_in_file = array(select n from unnest(named_in_file) n where $8::text[] is null or n = any($8))
     where id = $1`,
    [
      ...[sessionId, body.kind, body.minutes, body.languages, body.rule],
      ...[body.do_not_record, body.track_id, body.named ?? null],
    ],
  );
  await client.query('delete from exchange.session_speaker where session_id = $1', [sessionId]);
  for (const [standing, person] of body.people.entries()) {
    await client.query(
      `insert into exchange.session_speaker
         (session_id, edition_id, participant_id, part, name, alias, standing)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[sessionId, row.edition_id, person.participant_id, person.part],
        ...[person.name, person.alias, standing],
      ],
    );
  }
  await client.query('delete from exchange.session_address where session_id = $1', [sessionId]);
  for (const [lang, url] of Object.entries(body.addresses)) {
    await client.query(
      'insert into exchange.session_address (session_id, edition_id, lang, url) values ($1, $2, $3, $4)',
      [sessionId, row.edition_id, lang, url],
    );
  }
  await logged(taking, deps, 'changed', 'session', sessionId);
  return { version: row.version + 1 };
}

async function unknownTrack(
  { client }: Taking,
  editionId: string,
  trackId: string | null,
): Promise<Problem | null> {
  if (trackId === null) return null;
  const { rowCount } = await client.query(
    'select from exchange.track where id = $1 and edition_id = $2',
    [trackId, editionId],
  );
  return rowCount === 1 ? null : wrongField('track_id', 'unknown');
}

async function unknownPeople(
  { client }: Taking,
  people: SessionChange['people'],
): Promise<Problem | null> {
  const ids = people.map(({ participant_id }) => participant_id);
  const twice = ids.findIndex((one, at) => ids.indexOf(one) !== at);
  if (twice >= 0) return wrongField(`people.${twice}.participant_id`, 'taken');
  const { rows } = await client.query<{ id: string }>(
    'select id from exchange.participant where id = any($1)',
    [ids],
  );
  const known = new Set(rows.map((row) => row.id));
  const missing = ids.findIndex((one) => !known.has(one));
  return missing < 0 ? null : wrongField(`people.${missing}.participant_id`, 'unknown');
}

function wrongField(field: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path: `body.${field}`, code }] };
}
