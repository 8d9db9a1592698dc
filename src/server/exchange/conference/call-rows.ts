import type pg from 'pg';
import type { CallSettings } from '#domain/exchange/conference/call.ts';
import type { ReviewPhase } from '#domain/exchange/conference/review.ts';
import type { Wording } from '#domain/exchange/wording.ts';

/** A call as its row holds it. */
export interface CallRow extends CallSettings {
  readonly edition_id: string;
  readonly phase: ReviewPhase;
  readonly guidance: Wording | null;
  readonly version: number;
}

/** The call of an edition; undefined where there is none, or none for this reader. */
export async function callOf(client: pg.ClientBase, edition: string): Promise<CallRow | undefined> {
  const { rows } = await client.query<CallRow>(
    `select edition_id, opens, closes, time_zone, languages, kinds, criteria, anonymous, reviews,
       reviews_due, phase, guidance, version from exchange.call where edition_id = $1`,
    [edition],
  );
  return rows[0];
}

/** More time that was given to a proposer, as an instant; null where none was. */
export async function graceOf(
  client: pg.ClientBase,
  edition: string,
  participant: string,
): Promise<string | null> {
  const { rows } = await client.query<{ until: Date }>(
    'select until from exchange.call_grace where edition_id = $1 and participant_id = $2',
    [edition, participant],
  );
  return rows[0]?.until.toISOString() ?? null;
}
