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
 * Runs a whole transaction, and again where it was lost to another one at the same time: what it had in reach was given
 * away, what it was about to add was added, or each waited for the other. Said once more, it is answered as if it came
 * later. Nothing of a lost try is left, so `run` does nothing outside its transaction that may not happen twice.
 */
export async function outlastingRaces<T>(run: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (left === 0 || !isLostRace(error)) throw error;
    }
  }
}

const TRIES = 3;

function isLostRace(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  // The head of a file is locked: two facts in one place of its chain are no race, but a bug of ours.
  if ('constraint' in error && error.constraint === 'fact_case_id_position_key') return false;
  return LOST_RACE.has(String(error.code));
}

/** Not in reach any more, a deadlock, a snapshot that is too old, a key that is taken. */
const LOST_RACE: ReadonlySet<string> = new Set(['42501', '40P01', '40001', '23505']);
