import { z } from 'zod';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import {
  REGISTRATION_STATES,
  type RegistrationSettings,
  type RegistrationState,
  registrationSettings,
} from '#domain/exchange/conference/registration.ts';
import {
  registrationCounts,
  registrationDecisions,
  registrationOutcome,
  registrationPage,
  shownSettings,
} from '#domain/exchange/conference/registration-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { decodeCursor, encodeCursor } from '../../page-cursor.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { gone, organisingIn } from './organising.ts';
import { logged } from './proposal-rows.ts';
import { editionToRegister, fullFor, lockSeats, moveUp } from './register-for.ts';
import { tellRegistration } from './registration-letters.ts';

const PAGE = 50;
const params = z.object({ id });
const cursor = z.tuple([z.string(), z.uuid()]);
const query = z.strictObject({
  state: z.enum(REGISTRATION_STATES).optional(),
  after: z.string().max(300).optional(),
});

/** Registration of an edition as its organisers run it: settings, decisions, quotas, invitations. */
export function addRegistrationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const organising = organisingIn(deps);
  app.get(
    '/api/exchange/editions/:id/registration-settings',
    { schema: { params, response: { 200: shownSettings } } },
    async (request, reply) => {
      const found = await organising(request, request.params.id, async ({ client }) => {
        const { rows } = await client.query<RegistrationSettings & { version: number }>(
          `select opens, closes, time_zone, approval, seats, seats_per_institution,
             seats_per_country, questions, version
           from exchange.registration_settings where edition_id = $1`,
          [request.params.id],
        );
        return rows[0] ?? gone;
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.put(
    '/api/exchange/editions/:id/registration-settings',
    {
      schema: {
        params,
        body: z.strictObject({ settings: registrationSettings, version: z.int().min(0) }),
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const { settings, version } = request.body;
      const betrays = findsInForm(wordsOf(settings.questions), () => true, 'body.settings.');
      if (betrays !== null) return sendProblem(reply, betrays);
      const edition = request.params.id;
      const now = deps.clock();
      const answer = await organising(
        request,
        edition,
        async ({ client }): Promise<Problem | Moved> => {
          await lockSeats(client, edition);
          const before = await client.query<{ version: number }>(
            'select version from exchange.registration_settings where edition_id = $1',
            [edition],
          );
          if ((before.rows[0]?.version ?? 0) !== version) return { code: 'version_conflict' };
          await client.query(
            `insert into exchange.registration_settings (edition_id, opens, closes, time_zone, approval,
             seats, seats_per_institution, seats_per_country, questions)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (edition_id) do update set opens = $2, closes = $3, time_zone = $4,
             approval = $5, seats = $6, seats_per_institution = $7, seats_per_country = $8,
             questions = $9, version = exchange.registration_settings.version + 1`,
            [
              ...[edition, settings.opens, settings.closes, settings.time_zone, settings.approval],
              ...[settings.seats, settings.seats_per_institution, settings.seats_per_country],
              JSON.stringify(settings.questions),
            ],
          );
          // More room lets those who wait move up.
          return { moved: await moveUp(client, edition, now) };
        },
      );
      if ('code' in answer) return sendProblem(reply, answer);
      await tellAll(deps, request.participant.id, edition, {
        [settings.approval ? 'requested' : 'approved']: answer.moved,
      });
      return { version: version + 1 };
    },
  );

  app.get(
    '/api/exchange/editions/:id/registrations',
    { schema: { params, querystring: query, response: { 200: registrationPage } } },
    async (request, reply) => {
      const after = decodeCursor(cursor, request.query.after);
      const found = await organising(request, request.params.id, ({ client }) =>
        rowsOf(client, request.params.id, request.query.state ?? null, after),
      );
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/exchange/editions/:id/registration-counts',
    { schema: { params, response: { 200: registrationCounts } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await organising(request, edition, async ({ client }) => {
        const states = await client.query<{ state: RegistrationState; n: number }>(
          `select state, count(*)::integer as n from exchange.registration
           where edition_id = $1 group by state`,
          [edition],
        );
        const countries = await client.query<{ code: string; seats: number }>(
          `select p.country as code, count(*)::integer as seats from exchange.registration r
             join exchange.participant p on p.id = r.participant_id
           where r.edition_id = $1 and r.state = 'approved' and p.country is not null
           group by 1 order by 2 desc, 1 limit 100`,
          [edition],
        );
        const institutions = await client.query<{ name: Wording; seats: number }>(
          `select i.name, count(*)::integer as seats from exchange.registration r
             join exchange.participant p on p.id = r.participant_id
             join exchange.institution i on i.id = p.institution_id
           where r.edition_id = $1 and r.state = 'approved'
           group by i.id, i.name order by 2 desc, i.slug limit 100`,
          [edition],
        );
        return {
          states: Object.fromEntries(states.rows.map((row) => [row.state, row.n])),
          countries: countries.rows,
          institutions: institutions.rows.map((row) => ({ ...row, name: toldOf(row.name) })),
        };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/exchange/editions/:id/registration-decisions',
    { schema: { params, body: registrationDecisions, response: { 200: registrationOutcome } } },
    async (request, reply) => {
      const edition = request.params.id;
      const { ids, decision } = request.body;
      const answer = await organising(request, edition, (taking) =>
        decide(deps, taking, edition, ids, decision, request.participant.id),
      );
      if ('code' in answer) return sendProblem(reply, answer);
      await tellAll(deps, request.participant.id, edition, answer);
      const { approved, waiting, declined } = answer;
      return { approved: approved.length, waiting: waiting.length, declined: declined.length };
    },
  );
}

async function rowsOf(
  client: Taking['client'],
  edition: string,
  state: RegistrationState | null,
  after: z.infer<typeof cursor> | null,
): Promise<z.infer<typeof registrationPage>> {
  const { rows } = await client.query<{
    id: string;
    participant_id: string;
    name: string;
    country: string | null;
    institution: Wording | null;
    state: RegistrationState;
    languages: string[];
    answers: Record<string, string | boolean>;
    invitation: string | null;
    requested_at: Date;
  }>(
    `select r.id, r.participant_id, p.name, p.country, i.name as institution, r.state, r.languages,
       r.answers, v.label as invitation, r.requested_at
     from exchange.registration r join exchange.participant p on p.id = r.participant_id
       left join exchange.institution i on i.id = p.institution_id
       left join exchange.edition_invitation v on v.id = r.invitation_id
     where r.edition_id = $1 and ($2::text is null or r.state = $2)
       and ($3::timestamptz is null or (r.requested_at, r.id) > ($3, $4::uuid))
     order by r.requested_at, r.id limit ${PAGE + 1}`,
    [edition, state, after?.[0] ?? null, after?.[1] ?? null],
  );
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => ({
      ...row,
      institution: row.institution === null ? null : toldOf(row.institution),
      requested_at: row.requested_at.toISOString(),
    })),
    next: last === undefined ? null : encodeCursor([last.requested_at.toISOString(), last.id]),
  };
}

interface Moved {
  readonly moved: readonly string[];
}

interface Decided {
  readonly approved: string[];
  readonly waiting: string[];
  readonly declined: string[];
}

/** Says yes or no in the order of arrival; whoever finds no seat waits. */
async function decide(
  deps: ExchangeDeps,
  taking: Taking,
  edition_id: string,
  ids: readonly string[],
  decision: 'approve' | 'decline',
  me: string,
): Promise<Decided | Problem> {
  const { client } = taking;
  const edition = await editionToRegister(client, { id: edition_id });
  if (edition === undefined) return gone;
  await lockSeats(client, edition_id);
  const { rows } = await client.query<{ id: string; participant_id: string; invited: boolean }>(
    `select id, participant_id, invitation_id is not null as invited from exchange.registration
     where edition_id = $1 and id = any ($2::uuid[])
       and state = any (case when $3 = 'approve' then array['requested', 'waiting', 'declined']
         else array['requested', 'waiting', 'approved'] end)
     order by requested_at, id`,
    [edition_id, ids, decision],
  );
  if (rows.some(({ participant_id }) => participant_id === me))
    return { code: 'registration_of_own' };
  const answer: Decided = { approved: [], waiting: [], declined: [] };
  for (const { id: one, participant_id, invited } of rows) {
    const full =
      decision === 'approve' ? await fullFor(client, edition, participant_id, invited) : null;
    const next = decision === 'decline' ? 'declined' : full === null ? 'approved' : 'waiting';
    await client.query(
      `update exchange.registration set state = $2, decided_at = $3, decided_by = $4,
         version = version + 1 where id = $1`,
      [one, next, deps.clock(), me],
    );
    answer[next].push(participant_id);
  }
  await logged(client, {
    ...{
      id: deps.newId(),
      at: deps.clock(),
      participant: me,
      action: `registrations_${decision}d`,
    },
    ...{ kind: 'edition', subject: edition_id, details: { count: rows.length } },
  });
  return answer;
}

async function tellAll(
  deps: ExchangeDeps,
  me: string,
  edition_id: string,
  who: Readonly<Partial<Record<RegistrationState, readonly string[]>>>,
): Promise<void> {
  const edition = await deps.exchange.as(me, ({ client }) =>
    editionToRegister(client, { id: edition_id }),
  );
  if (edition === undefined) return;
  for (const state of REGISTRATION_STATES)
    for (const one of who[state] ?? []) await tellRegistration(deps, one, edition, state);
}

/** The questions with their choices, which everybody reads who opens the form: `questions.0.label.en`. */
function wordsOf(questions: RegistrationSettings['questions']): Record<string, string> {
  const words = questions.flatMap(({ label, options }, at) => [
    ...Object.entries(label).map(([lang, text]) => [`questions.${at}.label.${lang}`, text]),
    ...options.flatMap((option, place) =>
      Object.entries(option).map(([lang, text]) => [
        `questions.${at}.options.${place}.${lang}`,
        text,
      ]),
    ),
  ]);
  return Object.fromEntries(words);
}
