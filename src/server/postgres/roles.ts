import pg from 'pg';
import './value-parsers.ts';

/** The roles that log in. `homeward_reader` owns definer functions and never does. */
export const DATABASE_ROLES = [
  'homeward_owner',
  'homeward_app',
  'homeward_auth',
  'homeward_jobs',
  'homeward_exchange',
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** Connection strings to one database, one per role. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly auth: string;
  readonly jobs: string;
  readonly exchange: string;
}

/** Opens one connection for `work` and closes it. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // Without a listener a connection that breaks while idle would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
