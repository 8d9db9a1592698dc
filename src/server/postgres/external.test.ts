import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate, migrationState } from '../migrate.ts';
import type { Cluster } from './cluster.ts';
import { initialise } from './initialise.ts';
import { place } from './placement.ts';
import { freePort, startPostmaster, stopPostmaster } from './postmaster.ts';
import { provideDatabase, provideRoles } from './provision.ts';
import { DATABASE_ROLES, withClient } from './roles.ts';

const OLDEST = '/usr/lib/postgresql/15';

// Seen to fail with a `grant … with set true` in db/roles.sql, which PostgreSQL 15 does not know.
it.runIf(existsSync(join(OLDEST, 'bin', 'initdb')))(
  'roles, database and migrations work on PostgreSQL 15',
  async () => {
    const base = mkdtempSync(join(tmpdir(), 'homeward-fifteen-'));
    await chmod(base, 0o755);
    const at = { ...place(base), native: OLDEST };
    const passwords = Object.fromEntries(
      ['postgres', ...DATABASE_ROLES].map((name) => [name, `${name}-secret`]),
    );
    await initialise(at, 'postgres-secret', false);
    const server = await startPostmaster(at, await freePort(), false);
    const cluster: Cluster = {
      host: '127.0.0.1',
      port: server.port,
      placement: at,
      urlFor: (role, database) =>
        `postgres://${role}:${passwords[role]}@127.0.0.1:${server.port}/${database}`,
      stop: () => stopPostmaster(at.data, server.pid),
    };
    try {
      await provideRoles(cluster);
      const urls = await provideDatabase(cluster, 'homeward');
      await migrate(urls.owner);
      const state = await withClient(urls.app, async (client) => {
        const { rows } = await client.query('show server_version_num');
        expect(Number(rows[0].server_version_num)).toBeLessThan(160_000);
        return migrationState(client);
      });
      expect(state).toMatchObject({ current: true, pending: [], foreign: [] });
    } finally {
      await cluster.stop();
      rmSync(base, { recursive: true });
    }
  },
);
