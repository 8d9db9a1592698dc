import { againstReply, type InvitationReply } from '#domain/exchange/invitation/reply.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import type { InvitationRow } from './invitation-rows.ts';

/** Writes down an answer with the people whom it names; null, or what stands against it. */
export async function takeReply(
  deps: ExchangeDeps,
  taking: Taking,
  row: InvitationRow,
  said: InvitationReply,
): Promise<Problem | null> {
  const { client, participant } = taking;
  const { rows } = await client.query<{ today: string; ends_on: string }>(
    `select ($2::timestamptz at time zone time_zone)::date as today, ends_on
     from exchange.edition where id = $1`,
    [row.edition_id, deps.clock()],
  );
  const [edition] = rows;
  if (edition === undefined) return { code: 'gone' };
  const sent_at = row.sent_at?.toISOString() ?? null;
  const refused = againstReply({ sent_at, ends_on: edition.ends_on }, edition.today);
  if (refused !== null) return refused;
  const reply = deps.newId();
  await client.query(
    `insert into exchange.invitation_reply (id, invitation_id, reply, words, noted_by, at)
     values ($1, $2, $3, $4, $5, $6)`,
    [reply, row.id, said.reply, said.words, participant, deps.clock()],
  );
  for (const { name, position, email } of said.nominees) {
    // Named again, as when a form is sent twice, somebody stands there once.
    await client.query(
      `insert into exchange.nomination (id, invitation_id, reply_id, name, position, email)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [deps.newId(), row.id, reply, name, position, email.toLowerCase()],
    );
  }
  const counted = { reply: said.reply, nominees: said.nominees.length };
  await writeLog(deps, taking, 'answered', ['invitation', row.id], counted);
  return null;
}
