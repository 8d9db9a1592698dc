import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** What somebody is told; `details` are ids, numbers and names of an edition, never texts about people. */
export interface News {
  readonly kind: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Tells participants in the workspace, in the transaction of what happened. */
export async function notice(
  { client }: Taking,
  { newId, clock }: Pick<ExchangeDeps, 'newId' | 'clock'>,
  participants: readonly string[],
  { kind, details }: News,
): Promise<void> {
  const to = [...new Set(participants)];
  if (to.length === 0) return;
  await client.query(
    `insert into exchange.notice (id, participant_id, kind, details, created_at)
     select u.id, u.participant_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) u (id, participant_id)`,
    [to.map(() => newId()), to, kind, details, clock()],
  );
}
