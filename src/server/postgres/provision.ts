import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
import { DATABASE_ROLES, type DatabaseUrls, withClient } from './roles.ts';

const script = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../db/${name}`, import.meta.url)), 'utf8');

/** Makes the roles (db/roles.sql) and sets the passwords of those that log in. Safe to repeat. */
export async function provideRoles(cluster: Cluster): Promise<void> {
  await withClient(cluster.urlFor('postgres', 'postgres'), async (superuser) => {
    await superuser.query('begin');
    await superuser.query("select pg_advisory_xact_lock(hashtext('homeward.roles'))");
    await superuser.query(script('roles.sql'));
    for (const role of DATABASE_ROLES) {
      const { password } = new URL(cluster.urlFor(role, 'postgres'));
      await superuser.query(`alter role ${role} password ${pg.escapeLiteral(password)}`);
    }
    await superuser.query('commit');
  });
}

/**
 * Makes the database when it is missing: of the owner, with extensions, closed to everybody else
 * (db/database.sql). Safe to repeat, also after a start that was cut half-way.
 */
export async function provideDatabase(cluster: Cluster, name: string): Promise<DatabaseUrls> {
  await withClient(cluster.urlFor('postgres', 'postgres'), async (superuser) => {
    const { rowCount } = await superuser.query('select from pg_database where datname = $1', [
      name,
    ]);
    if (rowCount) return;
    await superuser.query(
      `create database ${pg.escapeIdentifier(name)} owner homeward_owner template template0
         encoding 'UTF8' locale 'C.UTF-8'`,
    );
  });
  await withClient(cluster.urlFor('postgres', name), (inside) =>
    inside.query(script('database.sql')),
  );
  return urlsOf(cluster, name);
}

/** The connection strings of every role to a database of the cluster. */
export function urlsOf(cluster: Cluster, database: string): DatabaseUrls {
  return {
    owner: cluster.urlFor('homeward_owner', database),
    app: cluster.urlFor('homeward_app', database),
    auth: cluster.urlFor('homeward_auth', database),
    jobs: cluster.urlFor('homeward_jobs', database),
    exchange: cluster.urlFor('homeward_exchange', database),
  };
}
