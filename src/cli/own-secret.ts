import { join, resolve } from 'node:path';
import { secrets } from '#server/postgres/secrets.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A trial on this machine signs with a random key of its own, kept beside the passwords. The server and
 * the command line must use the same one: invitations are kept as hashes under it.
 */
export function withOwnSecret(env: Environment): Environment {
  if (env.HOMEWARD_SECRET || env.HOMEWARD_MODE === 'live' || env.DATABASE_URL) return env;
  const file = join(resolve(env.HOMEWARD_DATA_DIR || './var'), 'secrets.json');
  return { ...env, HOMEWARD_SECRET: secrets(file, ['server']).server };
}
