import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { TestDatabase } from './database.ts';
import type { Caller } from './http.ts';

/** All that a new device of somebody pulls. */
export async function pulledBy(
  database: TestDatabase,
  by: Caller,
): Promise<{ bodies: string; cases: string[] }> {
  await database.settled();
  const device = uuid();
  const headers = { 'x-homeward-device': device };
  await by.request('PUT', `/api/devices/${device}`, { name: 'Phone' });
  const cases: string[] = [];
  let bodies = '';
  for (let query = ''; ; ) {
    const reply = await by.request('GET', `/api/pull${query}`, undefined, headers);
    expect(reply.statusCode).toBe(200);
    bodies += reply.body;
    const page = reply.json<{ more: boolean; cursor: string; rows: { id: string }[] }>();
    cases.push(...page.rows.map(({ id }) => id));
    if (!page.more) return { bodies, cases };
    query = `?cursor=${page.cursor}`;
  }
}
