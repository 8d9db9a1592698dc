import type pg from 'pg';
import { type ExchangeRole, heldRoles } from '#domain/exchange/role.ts';
import { inOnePiece, outlastingRaces } from '../pool.ts';
import { NamesNothing } from '../problem-reply.ts';

/** A transaction of the exchange in which somebody has been named, or nobody: a reader without an account. */
export interface Taking {
  readonly client: pg.PoolClient;
  readonly participant: string | null;
  /** True where the participant holds one of `roles` for that edition, or for the whole exchange. */
  holds(edition: string | null, ...roles: ExchangeRole[]): boolean;
  /** The same for any edition. */
  holdsAny(...roles: ExchangeRole[]): boolean;
}

export interface ExchangeDatabase {
  readonly pool: pg.Pool;
  /**
   * Runs `work` in one transaction of that participant; commits its result, rolls back what it throws, and runs it
   * again where that was a lost race.
   */
  as<T>(participant: string | null, work: (taking: Taking) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** The exchange's own door to the database, by a role without any right on the programme (decision 15). */
export function openExchange(pool: pg.Pool): ExchangeDatabase {
  return {
    pool,
    as: (participant, work) => outlastingRaces(() => inTransaction(pool, participant, work)),
    end: () => pool.end(),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  participant: string | null,
  work: (taking: Taking) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const naming = {
      name: 'exchange_begin',
      text: 'select exchange.begin($1) as held',
      values: [participant],
    };
    // Both in one round trip.
    const begun = () => [client.query('begin'), client.query<{ held: string }>(naming)] as const;
    const [, { rows }] = await Promise.all(inOnePiece(client, begun));
    const result = await work({
      client,
      participant,
      ...heldRoles(rows[0]?.held ?? ''),
    });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw namesNothing(error) ? new NamesNothing() : error;
  } finally {
    client.release(broken);
  }
}

/** A key that leads nowhere: an id of the input that names nothing here, asked once, by the database. */
function namesNothing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}
