import type { Change } from '#domain/exchange/schedule/difference.ts';
import type { Programme } from '#domain/exchange/schedule/programme.ts';
import type { Taking } from '../exchange-database.ts';

/** A released version as everybody may read it. */
export interface Released {
  readonly number: number;
  readonly released_at: Date;
  readonly programme: Programme;
  readonly changes: readonly Change[];
}

/** The released version of an edition by its number, or the last one. */
export async function released(
  { client }: Taking,
  editionId: string,
  number: number | null = null,
): Promise<Released | undefined> {
  const { rows } = await client.query<Released>(
    `select number, released_at, programme, changes from exchange.programme_version
     where edition_id = $1 and ($2::int is null or number = $2) and taken_down_at is null
     order by number desc limit 1`,
    [editionId, number],
  );
  return rows[0];
}

/** All versions, the last first, without their programmes. */
export async function versionsOf({ client }: Taking, editionId: string) {
  const { rows } = await client.query<Omit<Released, 'programme'>>(
    `select number, released_at, changes from exchange.programme_version
     where edition_id = $1 and taken_down_at is null order by number desc limit 50`,
    [editionId],
  );
  return rows;
}

/** The last version whole, with everybody who appears; null before the first, and for whoever may not read it. */
export async function lastWhole({ client }: Taking, editionId: string): Promise<Programme | null> {
  const { rows } = await client.query<{ programme: Programme }>(
    `select w.programme from exchange.programme_version_whole w
     join exchange.programme_version v on v.id = w.version_id
     where w.edition_id = $1 order by v.number desc limit 1`,
    [editionId],
  );
  return rows[0]?.programme ?? null;
}
