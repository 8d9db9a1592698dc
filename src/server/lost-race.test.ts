import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';

// Every write goes through one of the two doors, and both outlast a race. Seen to fail with `run()` in the place of
// `outlastingRaces`: 503 for whoever PostgreSQL chose in a deadlock, 500 for the second of two who add the same.

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');
const meilin = await participant(server, 'meilin');

type Work<T> = (
  query: (text: string, values?: unknown[]) => Promise<{ rowCount: number | null }>,
) => Promise<T>;
const doors: [string, string, <T>(work: Work<T>) => Promise<T>][] = [
  [
    'the programme',
    'public',
    (work) =>
      server.deps.database.as({ kind: 'account', id: aziza.id }, ({ client }) =>
        work((text, values) => client.query(text, values)),
      ),
  ],
  [
    'the exchange',
    'exchange',
    (work) =>
      server.deps.otherHalf.exchange.as(meilin.id, ({ client }) =>
        work((text, values) => client.query(text, values)),
      ),
  ],
];

/** Lets two go on once both have come, and never holds up whoever comes again. */
function meeting() {
  let open = () => {};
  const both = new Promise<void>((done) => {
    open = done;
  });
  let come = 0;
  return async () => {
    come += 1;
    if (come === 2) open();
    await both;
  };
}

describe.each(doors)('a transaction of %s', (_half, schema, as) => {
  it('that waited for one which waited for it is done all the same', async () => {
    const [one, other] = [Math.floor(Math.random() * 1e9), Math.floor(Math.random() * 1e9)];
    const meet = meeting();
    let tries = 0;
    const locking = (first: number, second: number) =>
      as(async (query) => {
        tries += 1;
        await query('select pg_advisory_xact_lock($1)', [first]);
        await meet();
        await query('select pg_advisory_xact_lock($1)', [second]);
        return 'done';
      });
    expect(await Promise.all([locking(one, other), locking(other, one)])).toEqual(['done', 'done']);
    expect(tries).toBe(3);
  });

  it('that adds what another one has just added sees it then', async () => {
    const meet = meeting();
    const name = `${schema}.once_${uuid().replaceAll('-', '')}`;
    await database.pool('owner').query(
      `create table ${name} (id integer primary key);
       grant select, insert on ${name} to homeward_app, homeward_exchange`,
    );
    const adding = () =>
      as(async (query) => {
        const there = await query(`select from ${name}`);
        if (there.rowCount !== 0) return 'there';
        await meet();
        await query(`insert into ${name} values (1)`);
        return 'added';
      });
    expect((await Promise.all([adding(), adding()])).sort()).toEqual(['added', 'there']);
  });

  it('that fails for a reason of its own fails once', async () => {
    let tries = 0;
    const failing = as(async (query) => {
      tries += 1;
      await query('select 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(tries).toBe(1);
  });
});
