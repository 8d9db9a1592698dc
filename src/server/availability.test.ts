import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { databaseProxy } from '#test/database-proxy.ts';
import { testServer } from '#test/http.ts';

const database = await testDatabase({ seeded: false });
const proxy = await databaseProxy(database.urls.app);
const server = await testServer(
  {
    ...database,
    urls: {
      ...database.urls,
      app: proxy.through(database.urls.app),
      auth: proxy.through(database.urls.auth),
    },
  },
  { patience: 800 },
);
const worker = await server.as('caseworker');

/** The promise is a second (the pools wait 0.8 s); the rest is left for what runs beside a test. */
const SOON = 3000;

async function timed(url: string) {
  const start = performance.now();
  const reply = await worker.request('GET', url);
  return { status: reply.statusCode, body: reply.json(), ms: performance.now() - start };
}

async function recovered(): Promise<number> {
  const start = performance.now();
  for (;;) {
    if ((await timed('/api/me')).status === 200) return performance.now() - start;
    if (performance.now() - start > 5000) return Number.POSITIVE_INFINITY;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('while the database is away', () => {
  // Broken once by taking the `error` listeners from the pool: the process ended at the cut; and once
  // by leaving out the connection timeout: a database that says nothing was waited for without end.
  it.each(['refuse', 'silent'] as const)(
    'people get 503 within a second and are served again by themselves (%s)',
    async (state) => {
      expect(await timed('/api/health/ready')).toMatchObject({
        status: 200,
        body: { status: 'ready', database: 'up', migrations: { pending: 0, foreign: 0 } },
      });
      expect((await timed('/api/me')).status).toBe(200);
      await proxy.set(state);
      for (const url of ['/api/me', '/api/accounts', '/api/me']) {
        const reply = await timed(url);
        expect([reply.status, reply.body.code]).toEqual([503, 'unavailable']);
        expect(reply.ms).toBeLessThan(SOON);
      }
      const signIn = await server
        .stranger()
        .request('POST', '/api/session', { user: 'somebody', password: 'x' });
      expect([signIn.statusCode, signIn.headers['retry-after']]).toEqual([503, '1']);
      const ready = await timed('/api/health/ready');
      expect(ready).toMatchObject({ status: 503, body: { database: 'away', migrations: null } });
      expect(ready.ms).toBeLessThan(SOON);
      expect((await timed('/api/health/live')).status).toBe(200);
      await proxy.set('open');
      expect(await recovered()).toBeLessThan(5000);
    },
  );

  it('a session is not lost by it', async () => {
    await proxy.set('refuse');
    expect((await timed('/api/me')).status).toBe(503);
    await proxy.set('open');
    await recovered();
    expect((await timed('/api/me')).body.role).toBe('caseworker');
  });

  it('a backend that is ended under us costs at most one request', async () => {
    await timed('/api/me');
    await database.pool('superuser').query(
      `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and usename in ('homeward_app', 'homeward_auth')`,
      [database.name],
    );
    expect(await recovered()).toBeLessThan(SOON);
  });
});
