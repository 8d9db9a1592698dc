import type { TestDatabase } from './database.ts';

export type Query = (
  text: string,
  values: unknown[],
) => Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;

/** Runs as the application's role and as this account, and leaves nothing behind. */
export async function inSql<T>(
  database: TestDatabase,
  accountId: string,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const client = await database.pool('app').connect();
  try {
    await client.query('begin');
    await client.query(`select begin_actor('account', $1)`, [accountId]);
    return await work((text, values) => client.query(text, values));
  } finally {
    await client.query('rollback');
    client.release();
  }
}
