import type { z } from 'zod';
import type { reading } from '#domain/access/read-log.ts';
import type { Acting } from '../database.ts';

/**
 * Who has read a file as its person, and a guardian with the person, may know it: by role, organisation
 * and day. Empty for whoever does not reach the file.
 */
export async function readingsOf(
  acting: Acting,
  caseId: string,
): Promise<z.infer<typeof reading>[]> {
  const { rows } = await acting.client.query<z.infer<typeof reading>>({
    name: 'readings_of',
    text: `select to_char(on_day, 'YYYY-MM-DD') as on_day, role, organisation_id, action, times
      from readings_of($1)`,
    values: [caseId],
  });
  return rows;
}
