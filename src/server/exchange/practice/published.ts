import { z } from 'zod';
import { type Study, study } from '#domain/exchange/practice/gap-map.ts';
import type { Taking } from '../exchange-database.ts';

/** The studies of every card that readers see, for the evidence gap map. */
export async function publishedStudies({
  client,
}: Taking): Promise<{ id: string; studies: Study[] }[]> {
  const { rows } = await client.query<{ id: string; studies: unknown }>(
    `select practice_id as id, card -> 'facts' -> 'studies' as studies from exchange.practice_version
      where latest and published_at is not null and hidden_at is null and archived_at is null limit 5000`,
  );
  const several = z.array(study);
  return rows.map(({ id, studies }) => ({ id, studies: several.safeParse(studies).data ?? [] }));
}

export interface VersionLine {
  readonly version: number;
  readonly published_at: Date;
  readonly latest: boolean;
}

/** Every version of a card that readers may see, newest first. */
export async function versionsOf({ client }: Taking, id: string): Promise<VersionLine[]> {
  const { rows } = await client.query<VersionLine>(
    `select version, published_at, latest from exchange.practice_version
      where practice_id = $1 and published_at is not null and hidden_at is null order by version desc limit 50`,
    [id],
  );
  return rows;
}
