import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

type Client = Pick<Taking['client'], 'query'>;

/** Waits for every vote of the poll that is under way, and holds those that come. */
export async function holdPoll(client: Client, poll: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('opinion'), hashtext($1))`, [poll]);
}

/** True where the poll is there and the participant keeps it. */
export async function moderates({ client, holds }: Taking, poll: string): Promise<boolean> {
  const { rows } = await client.query<{ edition_id: string }>(
    'select edition_id from exchange.opinion_poll where id = $1',
    [poll],
  );
  return rows[0] !== undefined && holds(rows[0].edition_id, 'organiser', 'moderator');
}

/** Who opened, closed and let in; votes and proposals are noted nowhere, as the log names who acted. */
export async function noted(
  deps: Pick<ExchangeDeps, 'clock' | 'newId'>,
  client: Client,
  participant: string | null,
  action: string,
  poll: string,
  details: Readonly<Record<string, number>> = {},
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, 'opinion_poll', $5, $6)`,
    [deps.newId(), deps.clock(), participant, action, poll, details],
  );
}
