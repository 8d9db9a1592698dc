import pg from 'pg';
import type { Log } from './log.ts';
import './postgres/value-parsers.ts';

/**
 * A pool of connections for one database role. A lost connection is told to the log and replaced; it
 * never ends the process (an `error` event without a listener would). Waiting for a connection ends
 * after 0.8 s, so that the caller gets its 503 within a second; work in the background may wait longer.
 */
export function createPool(url: string, log: Log, max = 10, patienceMs = 800): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: patienceMs,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: false,
    // Statements that do not wait for each other travel together.
    pipeline: true,
  });
  const report = (error: Error) => log.warn({ err: error }, 'database connection lost');
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}

/** Runs `work` in one transaction of one connection: all of it, or nothing where it throws. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody else.
    const broken = await client.query('rollback').then(
      () => undefined,
      (failure: Error) => failure,
    );
    client.release(broken);
    throw error;
  }
}

/** Lets through in one piece what `send` sends: a write to a socket costs more than what is in it. */
export function inOnePiece<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = client.connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Whether a statement failed because such a row is there already. */
export function isDuplicate(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/**
 * Whether a transaction was lost to another one at the same time, and would be told why if it were said again: what
 * it had in reach was given away, or each waited for the other.
 */
export function isLostRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && LOST_RACE.has(String(error.code));
}

const LOST_RACE: ReadonlySet<string> = new Set(['42501', '40P01']);
