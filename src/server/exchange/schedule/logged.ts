import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** Keeps who did what to which thing of a programme, in the same transaction; never what was said. */
export async function logged(
  { client, participant }: Taking,
  { newId, clock }: Pick<ExchangeDeps, 'newId' | 'clock'>,
  action: string,
  kind: 'session' | 'edition' | 'room' | 'track',
  subject: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), clock(), participant, action, kind, subject, details],
  );
}
