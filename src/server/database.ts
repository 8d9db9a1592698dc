import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Actor, Role } from '#domain/access/role.ts';
import type { DB } from './database-types.generated.ts';
import { inOnePiece, outlastingRaces } from './pool.ts';

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
  /** What the call answered that was sent along with the beginning. */
  readonly first: unknown;
  /** Leaves a last statement that is sent along with the commit: one round trip for both. */
  last(statement: Statement): void;
}

/** A prepared statement; the server remembers it by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** One SQL function, called in the statement that names the actor; a prepared one, remembered by its name. */
export interface Call {
  readonly name: string;
  readonly values: readonly unknown[];
}

export interface Database {
  readonly pool: pg.Pool;
  /**
   * Runs `work` in one transaction as `actor`; commits its result, rolls back what it throws, and runs it again where
   * that was a lost race. A hot path gives its `first` call, which then costs no round trip and no statement of its own.
   */
  as<T>(actor: Actor, work: (acting: Acting) => Promise<T>, first?: Call): Promise<T>;
  /**
   * The rows of one statement that names its actor by itself, for hot reads: a transaction of its own with one
   * round trip. They are here when it is committed.
   */
  once<Row>(statement: Statement): Promise<readonly Row[]>;
  end(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The application's database. The actor is set per transaction, never per session (guarantees 4). */
export function openDatabase(pool: pg.Pool): Database {
  return {
    pool,
    as: (actor, work, first) => outlastingRaces(() => inTransaction(pool, actor, work, first)),
    once: (statement) => alone(pool, statement),
    end: () => pool.end(),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (acting: Acting) => Promise<T>,
  first: Call | undefined,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let last: Statement | undefined;
  try {
    const acting = await begin(client, actor, first, (statement) => {
      last = statement;
    });
    const result = await work(acting);
    // After a statement that failed PostgreSQL makes a rollback of the commit.
    const commit = () => [...(last ? [client.query(last)] : []), client.query('commit')];
    await Promise.all(inOnePiece(client, commit));
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

async function alone<Row>(pool: pg.Pool, statement: Statement): Promise<readonly Row[]> {
  const client = await pool.connect();
  try {
    // By the settings of that transaction only: whoever gets the connection next finds nobody named.
    const send = () => client.query<Row & pg.QueryResultRow>(statement);
    return (await inOnePiece(client, send)).rows;
  } finally {
    client.release();
  }
}

/** Begins, names the actor and sends what comes first, all in one round trip. */
async function begin(
  client: pg.PoolClient,
  actor: Actor,
  first: Call | undefined,
  last: Acting['last'],
): Promise<Acting> {
  if (!UUID.test(actor.id) || !/^[a-z]+$/.test(actor.kind)) throw new Error('not an actor');
  const [, named] = await Promise.all(
    inOnePiece(
      client,
      () => [client.query('begin'), client.query<Held>(naming(actor, first))] as const,
    ),
  );
  const held = named.rows[0];
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
    first: held?.first,
    last,
  };
}

/** Names the actor, and calls what comes first: the table is made before the row that the call stands in. */
function naming({ kind, id }: Actor, first: Call | undefined): Statement {
  const given = [kind, id, ...(first?.values ?? [])];
  const places = first?.values.map((_, at) => `$${at + 3}`).join();
  const call = first === undefined ? '' : `, ${first.name}(${places}) as first`;
  return {
    name: first === undefined ? 'begin_actor' : `begin_actor_${first.name}`,
    text: `select held.*${call} from begin_actor($1, $2) held`,
    values: given,
  };
}

interface Held {
  first?: unknown;
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
