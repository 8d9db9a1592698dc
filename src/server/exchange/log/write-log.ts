import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** Writes down who did what to which subject, in the same transaction; codes and counts, never what was said. */
export async function writeLog(
  { newId, clock }: Pick<ExchangeDeps, 'newId' | 'clock'>,
  { client, participant }: Taking,
  action: string,
  subject: readonly [kind: string, id: string],
  details: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), clock(), participant, action, ...subject, details],
  );
}
