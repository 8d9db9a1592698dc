import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Actor, Role } from '#domain/access/role.ts';
import type { DB } from './database-types.generated.ts';

/** A transaction in which an actor has been named; row-level security answers for that actor only. */
export interface Acting {
  readonly tx: Kysely<DB>;
  /** The same connection, for prepared statements on hot paths. */
  readonly client: pg.PoolClient;
  readonly actor: Actor;
  /** The role the actor holds at this moment, or null where it was revoked: then nothing is visible. */
  readonly role: Role | null;
  readonly place_id: string | null;
  readonly organisation_id: string | null;
  readonly person_id: string | null;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction as `actor`; commits its result, rolls back what it throws. */
  as<T>(actor: Actor, work: (acting: Acting) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The application's database. The actor is set per transaction, never per session (guarantees 4). */
export function openDatabase(pool: pg.Pool): Database {
  return {
    pool,
    as: (actor, work) => inTransaction(pool, actor, work),
    end: () => pool.end(),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (acting: Acting) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const result = await work(await begin(client, actor));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    // A connection whose rollback failed is not given to anybody else.
    client.release(broken);
  }
}

/** Begins and names the actor in one round trip; both values are checked, so the text is safe. */
async function begin(client: pg.PoolClient, actor: Actor): Promise<Acting> {
  if (!UUID.test(actor.id) || !/^[a-z]+$/.test(actor.kind)) throw new Error('not an actor');
  const results: unknown = await client.query(
    `begin; select * from begin_actor('${actor.kind}', '${actor.id}')`,
  );
  const held = (results as [unknown, pg.QueryResult<Held>])[1].rows[0];
  let tx: Kysely<DB> | undefined;
  return {
    // Made at first use: most commands and the hot reads are prepared statements of `client`.
    get tx() {
      tx ??= new Kysely<DB>({ dialect: new PostgresDialect({ pool: lentPool(client) }) });
      return tx;
    },
    client,
    actor,
    role: held?.role ?? null,
    place_id: held?.place_id ?? null,
    organisation_id: held?.organisation_id ?? null,
    person_id: held?.person_id ?? null,
  };
}

interface Held {
  role: Role | null;
  place_id: string | null;
  organisation_id: string | null;
  person_id: string | null;
}

/** The connection as Kysely wants it, from a pool of one; giving it back is the transaction's business. */
function lentPool(client: pg.PoolClient): pg.Pool {
  const lent = { query: client.query.bind(client), release: () => {} };
  return { connect: async () => lent, end: async () => {} } as unknown as pg.Pool;
}
