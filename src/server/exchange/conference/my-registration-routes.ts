import { z } from 'zod';
import { callStanding } from '#domain/exchange/conference/call.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import {
  type ListConsent,
  listConsent,
  REGISTRATION_STATES,
  type RegistrationState,
  registrationInput,
} from '#domain/exchange/conference/registration.ts';
import { ownRegistrations, shownSettings } from '#domain/exchange/conference/registration-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { invitationBy } from './invitation-rows.ts';
import { logged } from './proposal-rows.ts';
import {
  type EditionToRegister,
  editionToRegister,
  lockSeats,
  moveUp,
  registerFor,
  stateFor,
} from './register-for.ts';
import { tellRegistration } from './registration-letters.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;
const state = z.object({ state: z.enum(REGISTRATION_STATES) });

/** What a participant does about the own registrations. */
export function addMyRegistrationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/my-registrations',
    { schema: { response: { 200: ownRegistrations } } },
    async (request) => {
      const { id: me } = request.participant;
      const settled = await settleOwn(deps, me);
      for (const one of settled) await tellRegistration(deps, me, one.edition, one.state);
      return deps.exchange.as(me, (taking) => ownOnes(taking, me, deps.clock()));
    },
  );

  app.get(
    '/api/exchange/editions/:id/registration-questions',
    { schema: { params, response: { 200: shownSettings.pick({ questions: true }) } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, ({ client }) =>
        editionToRegister(client, { id: request.params.id }),
      );
      return found === undefined
        ? sendProblem(reply, gone)
        : { questions: found.settings.questions };
    },
  );

  app.post(
    '/api/exchange/editions/:id/registration',
    {
      schema: {
        params,
        body: registrationInput.extend({ id, invitation: z.string().max(100).nullable() }),
        response: { 201: state },
      },
    },
    async (request, reply) => {
      const { id: me } = request.participant;
      const { id: registration, invitation: secret, ...input } = request.body;
      const now = deps.clock();
      const answer = await deps.exchange.as(me, async (taking) => {
        const edition = await editionToRegister(taking.client, { id: request.params.id });
        if (edition === undefined) return gone;
        const invitation = await invitationBy(taking.client, secret, edition.id, now);
        if (secret !== null && invitation === null) return { code: 'invitation_gone' as const };
        const made = await registerFor(
          taking,
          edition,
          { id: registration, participant: me, input, invitation, confirmed: true },
          now,
        );
        return 'code' in made ? made : { ...made, edition };
      });
      if ('code' in answer) return sendProblem(reply, answer);
      await tellRegistration(deps, me, answer.edition, answer.state);
      return reply.code(201).send({ state: answer.state });
    },
  );

  // At once: the page is made from these very rows.
  app.put(
    '/api/exchange/editions/:id/registration/consent',
    { schema: { params, body: listConsent } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const { name, institution, country }: ListConsent = request.body;
      const changed = await deps.exchange.as(me, ({ client }) =>
        client.query(
          `update exchange.registration set show_name = $3, show_institution = $4,
             show_country = $5, version = version + 1
           where edition_id = $1 and participant_id = $2`,
          [request.params.id, me, name, institution, country],
        ),
      );
      return changed.rowCount === 1 ? reply.code(204).send() : sendProblem(reply, gone);
    },
  );

  app.delete(
    '/api/exchange/editions/:id/registration',
    { schema: { params } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const edition_id = request.params.id;
      const now = deps.clock();
      const answer = await deps.exchange.as(me, async (taking): Promise<Problem | Freed> => {
        const edition = await editionToRegister(taking.client, { id: edition_id });
        if (edition === undefined) return gone;
        await lockSeats(taking.client, edition_id);
        const given = await taking.client.query(
          `update exchange.registration set state = 'cancelled', show_name = false,
             show_institution = false, show_country = false, decided_at = $3, version = version + 1
           where edition_id = $1 and participant_id = $2
             and state in ('unconfirmed', 'requested', 'approved', 'waiting')`,
          [edition_id, me, now],
        );
        if (given.rowCount !== 1) return gone;
        await logged(taking.client, {
          ...{ id: deps.newId(), at: now, participant: me, action: 'seat_given_back' },
          ...{ kind: 'edition', subject: edition_id },
        });
        return { edition, moved: await moveUp(taking.client, edition_id, now) };
      });
      if ('code' in answer) return sendProblem(reply, answer);
      const next = answer.edition.settings.approval ? 'requested' : 'approved';
      for (const who of answer.moved) await tellRegistration(deps, who, answer.edition, next);
      return reply.code(204).send();
    },
  );
}

interface Freed {
  readonly edition: EditionToRegister;
  readonly moved: readonly string[];
}

/** The mailed link was opened: what waited for that is registered now, with a seat if one is free. */
async function settleOwn(deps: ExchangeDeps, me: string) {
  return deps.exchange.as(me, async (taking) => {
    const { rows } = await taking.client.query<{
      edition_id: string;
      invitation_id: string | null;
    }>(
      `select edition_id, invitation_id from exchange.registration
       where participant_id = $1 and state = 'unconfirmed' limit 20`,
      [me],
    );
    const settled: { edition: EditionToRegister; state: RegistrationState }[] = [];
    for (const { edition_id, invitation_id } of rows) {
      const edition = await editionToRegister(taking.client, { id: edition_id });
      if (edition === undefined) continue;
      await lockSeats(taking.client, edition_id);
      const next = await stateFor(taking.client, edition, me, invitation_id !== null);
      await taking.client.query(
        `update exchange.registration set state = $3, version = version + 1
         where edition_id = $1 and participant_id = $2 and state = 'unconfirmed'`,
        [edition_id, me, next],
      );
      settled.push({ edition, state: next });
    }
    return settled;
  });
}

interface OwnRow {
  readonly id: string;
  readonly edition_id: string;
  readonly title: Wording;
  readonly slug: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly time_zone: string;
  readonly state: RegistrationState;
  readonly show_name: boolean;
  readonly show_institution: boolean;
  readonly show_country: boolean;
  readonly languages: string[];
  readonly version: number;
  readonly certificates: { id: string; part: string; code: string; revoked: boolean }[];
}

async function ownOnes({ client }: Taking, me: string, now: Date) {
  const { rows } = await client.query<OwnRow>(
    `select r.id, r.edition_id, e.title, e.slug, e.starts_on, e.ends_on, e.time_zone, r.state,
       r.show_name, r.show_institution, r.show_country, r.languages, r.version,
       (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'part', c.part, 'code', c.code,
          'revoked', c.revoked_at is not null) order by c.issued_at), '[]') from exchange.certificate c
          where c.edition_id = r.edition_id and c.participant_id = r.participant_id) as certificates
     from exchange.registration r join exchange.edition e on e.id = r.edition_id
     where r.participant_id = $1 order by e.starts_on desc limit 50`,
    [me],
  );
  const open = await client.query<
    Pick<OwnRow, 'id' | 'title' | 'slug' | 'starts_on' | 'ends_on' | 'time_zone'> & {
      opens: string;
      closes: string;
      zone: string;
    }
  >(
    `select e.id, e.title, e.slug, e.starts_on, e.ends_on, e.time_zone, s.opens, s.closes,
       s.time_zone as zone
     from exchange.edition e join exchange.registration_settings s on s.edition_id = e.id
     where e.state = 'published' and not exists (select from exchange.registration r
       where r.edition_id = e.id and r.participant_id = $1 and r.state <> 'cancelled')
     order by e.starts_on limit 50`,
    [me],
  );
  return {
    rows: rows.map(({ title, show_name, show_institution, show_country, ...row }) => ({
      ...row,
      edition: toldOf(title),
      consent: { name: show_name, institution: show_institution, country: show_country },
    })),
    open: open.rows
      .filter(({ opens, closes, zone }) => {
        const times = { opens, closes, time_zone: zone };
        return callStanding(times, now.toISOString()) === 'open';
      })
      .map(({ title, opens: _opens, closes: _closes, zone: _zone, ...row }) => ({
        ...row,
        title: toldOf(title),
      })),
  };
}
