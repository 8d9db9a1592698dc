import { readFileSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { parseModel } from '#domain/case/model.ts';
import { verifyCases } from '#server/case/verify.ts';
import { withClient } from '#server/postgres/roles.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { testDatabase } from '#test/database.ts';
import { fillWorld } from './world.ts';

const CASES = 10_000;
const WORKERS = 20;
const database = await testDatabase();

function demoModel() {
  const seed = new URL('../seed/programme-model.json', import.meta.url);
  const parsed = parseModel(JSON.parse(readFileSync(seed, 'utf8')));
  if (!('model' in parsed)) throw new Error('the demo model is not valid');
  return parsed.model;
}

// To see it fail: take the comparison of body hashes out of verify.ts.
it('names the one fact of 10,000 files of which a byte was changed, and nothing else', async () => {
  const ground = {
    ...{ model: demoModel(), modelId: DEMO_MODEL_ID, supervisorId: DEMO_PEOPLE.gulnora.id },
    placePath: [DEMO_PLACES.district, DEMO_PLACES.region, DEMO_PLACES.country].map(placeId),
  };
  const workers = Array.from({ length: WORKERS }, () => uuid());
  const made = await withClient(database.urls.owner, (owner) =>
    fillWorld(owner, ground, workers, CASES, { unsearched: true }),
  );

  const case_id = made[6_789]?.case_id;
  const superuser = await database.pool('superuser').connect();
  try {
    await superuser.query('set session_replication_role = replica');
    const { rows } = await superuser.query<{ fact_id: string }>(
      `update fact_body b set body = overlay(b.body placing
         chr(ascii(substr(b.body, length(b.body) / 2, 1)) + 1) from length(b.body) / 2 for 1)
       from fact f where f.id = b.fact_id and f.case_id = $1 and f.position = 5 returning b.fact_id`,
      [case_id],
    );
    expect(rows).toHaveLength(1);
    const { cases, facts, faults } = await withClient(database.urls.owner, verifyCases);
    expect(cases).toBeGreaterThanOrEqual(CASES);
    expect(facts).toBeGreaterThan(7 * CASES);
    expect(faults[0]).toEqual({ case_id, fact_id: rows[0]?.fact_id, what: 'body_changed' });
    expect(faults.filter((fault) => fault.case_id !== case_id)).toEqual([]);
  } finally {
    superuser.release(true);
  }
});
