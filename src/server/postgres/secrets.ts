import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The named secrets of an installation, kept in one file that only its owner may read. Names not there
 * yet get 32 random bytes (base64url). Loss of the file means loss of the way into the database.
 */
export function secrets<Name extends string>(
  file: string,
  names: readonly Name[],
): Record<Name, string> {
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  const all: Record<string, string> = { ...known };
  for (const name of names) all[name] ??= randomBytes(32).toString('base64url');
  if (Object.keys(all).length > Object.keys(known).length) {
    mkdirSync(dirname(file), { recursive: true });
    const half = `${file}.${process.pid}`;
    writeFileSync(half, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(half, file);
  }
  if (process.platform !== 'win32') chmodSync(file, 0o600);
  return Object.fromEntries(names.map((name) => [name, all[name] as string])) as Record<
    Name,
    string
  >;
}
