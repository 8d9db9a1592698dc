import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\0')
  .filter((file) => file !== '' && !file.endsWith('.po'))
  .sort();
const read = (file: string) => {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    // Deleted, but not committed yet.
    return '';
  }
};
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));

/** What may import from where; `domain` stands below everything and imports nothing of ours. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  web: ['web', 'domain'],
  server: ['server', 'domain'],
  cli: ['cli', 'server', 'domain'],
};
const DOMAIN_PACKAGES = ['zod', 'canonicalize'];

function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** `src/web/a.ts` importing `#server/b.ts` → `server`; a package → null. */
function floorOf(file: string, specifier: string): string | null {
  const alias = /^#(\w+)\//.exec(specifier)?.[1];
  if (alias) return alias;
  if (!specifier.startsWith('.')) return null;
  const target = relative(ROOT, resolve(ROOT, dirname(file), specifier));
  return /^src\/(\w+)\//.exec(target)?.[1] ?? target.split('/')[0] ?? null;
}

/** Where an import leads, from the root of the project; null for a package. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.replace('#', 'src/');
  if (!specifier.startsWith('.')) return null;
  return relative(ROOT, resolve(ROOT, dirname(file), specifier));
}

/** What both halves stand on: the ground of each floor, accounts, the kit of screens. */
const SHARED =
  /^src\/(domain\/((account|disclosure|model-package)\/)?[\w-]+\.ts|server\/((account|mail|model-package)\/)?[\w-]+\.ts|server\/seed\/(accounts|fixed-id)\.ts|web\/(ui\/)?[\w.-]+)$/;
/** Where the two halves are put together. */
const DOORS = [
  ...[
    'src/server/http.ts',
    'src/server/deps.ts',
    'src/server/start.ts',
    'src/server/seed/world.ts',
  ],
  ...['src/web/routes.tsx', 'src/web/root.tsx', 'src/web/problem-messages.ts'],
];

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

describe('the three floors', () => {
  // Seen to fail with an import of '#server/migrate.ts' added to src/domain/id.ts.
  it('imports go web → domain ← server and nowhere else', () => {
    const wrong = sources.flatMap((file) => {
      const floor = /^src\/(\w+)\//.exec(file)?.[1] ?? '';
      const may = MAY[floor];
      if (!may) return [];
      return importsOf(file)
        .map((specifier) => ({ specifier, to: floorOf(file, specifier) }))
        .filter(
          ({ to }) =>
            to !== null && !may.includes(to) && !(isTest(file) && (to === 'test' || to === 'seed')),
        )
        .map(({ specifier }) => `${file} imports ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  // Seen to fail with an import of '#domain/case/model.ts' in src/domain/exchange/region.ts.
  it('the exchange knows no noun of the programme, and the programme none of the exchange', () => {
    const isExchange = (path: string) => /(^|\/)exchange\//.test(path);
    const wrong = sources
      .filter((file) => file.startsWith('src/') && !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .map((specifier) => ({ specifier, target: targetOf(file, specifier) }))
          .filter(({ target }) => target !== null)
          .filter(({ target }) =>
            isExchange(file)
              ? !isExchange(target ?? '') && !SHARED.test(target ?? '')
              : isExchange(target ?? '') && !DOORS.includes(file),
          )
          .map(({ specifier }) => `${file} imports ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  it('the domain imports no package but zod and canonicalize', () => {
    const wrong = sources
      .filter((file) => file.startsWith('src/domain/') && !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !/^[.#]/.test(name) && !DOMAIN_PACKAGES.includes(name))
          .map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('the domain has no clock, no randomness and no I/O', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bfetch\(|\bprocess\./;
    const wrong = sources.filter(
      (file) => file.startsWith('src/domain/') && !isTest(file) && impure.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the house rules', () => {
  it('no barrels and no drawers without a name', () => {
    const drawers = /(^|\/)(index\.tsx?|(utils?|helpers?|common|managers?|services?)(\.tsx?|\/))/;
    expect(sources.filter((file) => file.startsWith('src/') && drawers.test(file))).toEqual([]);
  });

  it('no source file is longer than 300 lines', () => {
    const long = sources
      .filter((file) => !file.includes('.generated.') && !file.includes('.gen.'))
      .map((file) => `${file}: ${read(file).split('\n').length - 1}`)
      .filter((row) => Number(row.split(': ')[1]) > 300);
    expect(long).toEqual([]);
  });

  it('no path of one machine stands in any file', () => {
    const homes = /(^|[\s'"`(=])\/(home|Users|root)\/[\w.-]/m;
    // Also where this clone stands, wherever that is; a folder just below the root says enough.
    const here = [ROOT, dirname(ROOT)]
      .filter((path) => path.length > 1)
      .flatMap((path) => [...' \n\'"`(='].map((before) => `${before}${path}/`));
    const wrong = files
      .filter((file) => /\.(ts|tsx|mjs|json|md|sql|html|css)$/.test(file))
      .filter((file) => homes.test(read(file)) || here.some((path) => read(file).includes(path)));
    expect(wrong).toEqual([]);
  });

  it('the lock file names no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"(?!file:)/);
  });

  it('no exported data outside seed and test', () => {
    const data = files.filter((file) => /\.(csv|tsv|xlsx|sqlite|parquet|dump)$/.test(file));
    expect(data.filter((file) => !/^(seed|test|forms)\//.test(file))).toEqual([]);
  });
});

/** Without comments: they may speak of clocks. */
function code(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}
