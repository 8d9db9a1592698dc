import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';

/** The names of these institutions by id. */
export async function institutionNames(
  { client }: Taking,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Wording>> {
  const { rows } = await client.query<{ id: string; name: Wording }>(
    'select id, name from exchange.institution where id = any ($1)',
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
