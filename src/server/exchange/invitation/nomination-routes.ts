import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { invitationSheet } from '#domain/exchange/invitation/invitation-sheet.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import { registerParticipant } from '../account/register.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { editionZone, invitationRow, localeOf, sheetOf } from './invitation-rows.ts';

interface Nominated {
  readonly id: string;
  readonly invitation_id: string;
  readonly edition_id: string;
  readonly institution_id: string;
  readonly country: string | null;
  readonly name: string;
  readonly email: string;
  readonly zone: string;
  readonly locale: Locale;
}

/** Somebody whom an invited institution named gets an account, the mail that leads in, and a seat. */
export function addNominationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/nominations/:id/invite',
    { schema: { params: z.object({ id }), response: { 200: invitationSheet } } },
    async (request, reply) => {
      const who = request.participant.id;
      const named = await deps.exchange.as(who, (taking) => nominated(taking, request.params.id));
      if (named === null) return sendProblem(reply, { code: 'gone' });
      const { name, email, country, institution_id, zone, locale } = named;
      // Pressed twice, or known already: the address gets a letter that leads to its one account.
      await registerParticipant(deps, {
        ...{ name, email, country, institution_id, locale },
        ...{ languages: [locale === 'uz' ? 'uz-Latn' : locale], time_zone: zone },
      });
      const sheet = await deps.exchange.as(who, async (taking) => {
        await seat(deps, taking, named);
        const row = await invitationRow(taking.client, named.invitation_id);
        return row === null ? null : sheetOf(taking.client, row, deps.config.url);
      });
      return sheet ?? sendProblem(reply, { code: 'gone' });
    },
  );
}

async function nominated({ client, holds }: Taking, nomination: string): Promise<Nominated | null> {
  const { rows } = await client.query<Pick<Nominated, 'invitation_id' | 'name' | 'email'>>(
    'select invitation_id, name, email from exchange.nomination where id = $1',
    [nomination],
  );
  const [found] = rows;
  const letter = found && (await invitationRow(client, found.invitation_id));
  if (!found || !letter || !holds(letter.edition_id, 'organiser')) return null;
  const { edition_id, institution_id, country } = letter;
  return {
    ...{ id: nomination, ...found, edition_id, institution_id, country },
    zone: await editionZone(client, edition_id),
    locale: localeOf(letter.body.source),
  };
}

async function seat(deps: ExchangeDeps, taking: Taking, named: Nominated): Promise<void> {
  const { client, participant } = taking;
  const { rows } = await client.query<{ id: string }>(
    `select p.id from exchange.participant p join exchange_auth.account a on a.id = p.id
     where a.email = $1 and p.id <> $2`,
    [named.email, participant],
  );
  const [known] = rows;
  if (known !== undefined) {
    await client.query(
      `insert into exchange.role (id, participant_id, edition_id, role, granted_by, granted_at)
       values ($1, $2, $3, 'attendee', $4, $5) on conflict do nothing`,
      [deps.newId(), known.id, named.edition_id, participant, deps.clock()],
    );
  }
  await client.query('update exchange.nomination set invited_at = $2 where id = $1', [
    ...[named.id, deps.clock()],
  ]);
  await writeLog(deps, taking, 'invited', ['nomination', named.id]);
}
