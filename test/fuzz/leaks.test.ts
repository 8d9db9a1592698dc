import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Acting } from '#server/database.ts';
import { openDatabase } from '#server/database.ts';
import { createLog } from '#server/log.ts';
import { createPool } from '#server/pool.ts';
import { chance } from '../../seed/chance.ts';
import { testDatabase } from '../database.ts';

// Readings of twenty people (20,000 and more with HOMEWARD_LEAK_READINGS), mixed at random over four connections, with failures, aborts and cut
// connections between them: nobody sees a row of somebody else, and a connection that nobody has been
// named on sees none (guarantees S7). The second test is the alarm: with settings that outlive their
// transaction the same readings leak.

const PEOPLE = 20;
const READINGS = Number(process.env.HOMEWARD_LEAK_READINGS ?? 2_500);
const SEED = Number(process.env.HOMEWARD_FUZZ_SEED ?? 20_261_124);

const database = await testDatabase();
const owner = database.pool('owner');
const pool = createPool(database.urls.app, createLog('silent'), 4);
const served = openDatabase(pool);
const people = Array.from({ length: PEOPLE }, () => uuid());
afterAll(() => pool.end());

beforeAll(async () => {
  for (const account of people) {
    const [person, file] = [uuid(), uuid()];
    await owner.query(
      `insert into auth.account (id, name, email, username, created_at, updated_at)
       values ($1::uuid, 'x', $1::text || '@account.invalid', right($1::text, 12), now(), now())`,
      [account],
    );
    await owner.query(
      `insert into role_grant (id, account_id, role, granted_at) values ($1, $2, 'caseworker', now())`,
      [uuid(), account],
    );
    await owner.query(
      `insert into person (id, name, sex, kind, created_by, created_at)
       values ($1, jsonb_build_object('given', 'canary ' || $2::uuid::text), 'female', 'participant', $2, now())`,
      [person, account],
    );
    await owner.query(
      `insert into case_reach (case_id, person_id, key, compartment) values ($1, $2, $3, 'general')`,
      [file, person, `account:${account}`],
    );
  }
});

const NAMES = `select name ->> 'given' as given from person`;

interface Counts {
  own: number;
  foreign: number;
  nameless: number;
  aborted: number;
}

/** Each of the twenty reads again and again; what happens around it is drawn from the seed. */
async function readings(each: number): Promise<Counts> {
  const counts: Counts = { own: 0, foreign: 0, nameless: 0, aborted: 0 };
  const count = (account: string, rows: readonly { given: string }[]) => {
    for (const { given } of rows) counts[given === `canary ${account}` ? 'own' : 'foreign'] += 1;
  };
  await Promise.all(
    people.map(async (account, index) => {
      const luck = chance(SEED + index);
      for (let reading = 0; reading < each; reading += 1) {
        try {
          await once(account, luck.between(0, 40), count, counts);
        } catch {
          counts.aborted += 1;
        }
      }
    }),
  );
  return counts;
}

async function once(
  account: string,
  kind: number,
  count: (account: string, rows: readonly { given: string }[]) => void,
  counts: Counts,
): Promise<void> {
  if (kind <= 3) {
    // A statement outside of any transaction: nobody has been named.
    counts.nameless += (await pool.query(NAMES)).rows.length;
    return;
  }
  await served.as({ kind: 'account', id: account }, async (acting: Acting) => {
    count(account, (await acting.client.query(NAMES)).rows);
    if (kind === 4) throw new Error('aborted by the caller');
    if (kind === 5) await acting.client.query('select 1 / 0');
    if (kind === 6)
      await acting.client.query(`set local statement_timeout = 1; select pg_sleep(1)`);
    if (kind === 7) await acting.client.query('select pg_terminate_backend(pg_backend_pid())');
    if (kind > 30) await acting.client.query({ name: 'names', text: NAMES });
  });
}

it(`${READINGS} readings of ${PEOPLE} people over four connections`, async () => {
  const counts = await readings(READINGS / PEOPLE);
  console.log(`seed ${SEED}:`, counts);
  expect(counts.foreign).toBe(0);
  expect(counts.nameless).toBe(0);
  expect(counts.own).toBeGreaterThan(READINGS / 2);
  expect(counts.aborted).toBeGreaterThan(READINGS / 50);
});

it('the alarm rings where settings outlive their transaction', async () => {
  const superuser = database.pool('superuser');
  const { rows } = await superuser.query<{ source: string }>(
    `select pg_get_functiondef('begin_actor'::regproc) as source`,
  );
  const kept = rows[0]?.source ?? '';
  await superuser.query(kept.replaceAll(', true)', ', false)'));
  try {
    expect((await readings(50)).nameless).toBeGreaterThan(0);
  } finally {
    await superuser.query(kept);
  }
});
