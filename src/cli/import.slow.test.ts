import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandHere, commandLine } from '#test/command-line.ts';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'homeward-import-'));
const homeward = commandLine(database, folder);
const here = commandHere(database, folder);
const AUTUMN = fileURLToPath(new URL('../../seed/arrival-list-autumn.csv', import.meta.url));

async function people(): Promise<number> {
  const { rows } = await database.pool('owner').query('select count(*)::int as n from person');
  return rows[0].n;
}

const NO_NAME = join(folder, 'no-name.csv');
writeFileSync(NO_NAME, 'Vorname;Nachname\nAli;Karimov\n');
const WIDE = join(folder, 'wide.csv');
writeFileSync(WIDE, `${'a;'.repeat(300)}\n`);

describe('homeward import', () => {
  it('checks a list, shows rows and no people, and brings it in', { timeout: 60_000 }, async () => {
    const before = await people();
    const dry = await homeward('import', AUTUMN, '--dry-run', '--json', '--as', 'dilnoza');
    expect([dry.code, dry.stderr]).toEqual([0, '']);
    const { mapping, report } = JSON.parse(dry.stdout);
    expect(report.counts).toMatchObject({ rows: 24, refused: 2 });
    expect(report.rows_refused).toEqual([13, 19]);
    expect(dry.stdout).not.toMatch(/Normatov|Hakimov|AC4471029/);
    expect(await people()).toBe(before);

    const map = join(folder, 'mapping.json');
    writeFileSync(map, JSON.stringify({ ...mapping, context: 'conflict_zone' }));
    const args = ['--map', map, '--place', 'ZCWJC', '--as', 'dilnoza', '--json'];
    const done = await homeward('import', AUTUMN, ...args);
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect(JSON.parse(done.stdout)).toMatchObject({ people: 22, rows_left_out: [13, 19] });
    expect(await people()).toBe(before + 22);
  });

  // Seen to fail with a caller who is no intake officer passed over in silence.
  it.each([
    [['import'], 'homeward import FILE'],
    [['import', 'none.csv', '--as', 'dilnoza'], 'none.csv'],
    [['import', AUTUMN, '--as', 'nobody'], 'no account nobody'],
    [['import', AUTUMN, '--as', 'aziza', '--dry-run'], 'not an intake officer'],
    [['import', AUTUMN, '--as', 'dilnoza', '--place', 'NONE'], 'no place of this officer'],
    [['import', AUTUMN, '--as', 'dilnoza', '--map', 'none.json'], 'none.json'],
    [['import', AUTUMN, '--as', 'dilnoza', '--everything'], '--everything'],
    [['import', folder, '--as', 'dilnoza'], 'this is no file'],
  ])('says what is wrong with %j', async (args, told) => {
    const run = await here(...args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(told);
  });

  // Seen to fail before: only the code was said, and nobody knew which limit, column or field it was about.
  it.each([
    [NO_NAME, 'say which does with --map'],
    [WIDE, 'limit_columns 200'],
  ])('says why %s is no list', async (file, told) => {
    const run = await here('import', file, '--as', 'dilnoza', '--dry-run');
    expect([run.code, run.stdout]).toEqual([1, expect.stringContaining(told)]);
  });
});
