import type pg from 'pg';
import { isTimeZone } from '#domain/zone.ts';

/** The time zone that a participant chose; UTC where it is none that is known here. */
export async function zoneOf(client: pg.ClientBase, participant: string): Promise<string> {
  const { rows } = await client.query<{ time_zone: string }>(
    'select time_zone from exchange.participant where id = $1',
    [participant],
  );
  const zone = rows[0]?.time_zone ?? 'UTC';
  return isTimeZone(zone) ? zone : 'UTC';
}
