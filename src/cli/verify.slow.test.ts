import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import { commandHere, commandLine } from '#test/command-line.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';

const database = await testDatabase();
const server = await testServer(database);
const folder = mkdtempSync(join(tmpdir(), 'homeward-verify-'));
const homeward = commandLine(database, folder, server.config.secret);
const here = commandHere(database, folder, server.config.secret);
const file = await openFile(server, 'aziza');

// Seen to fail with a file that is written over another.
it('export writes one file for whoever reaches it, for no other eyes, and never over another', async () => {
  const number = caseNumber(file.case_id);
  const call = (as: string, by = here) =>
    by('export', 'person', number, '--as', as, '--out', folder);
  expect((await call('kamola')).code).toBe(2);
  expect((await call('aziza', homeward)).code).toBe(0);
  const path = join(folder, `${number}.json`);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ number });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await call('aziza')).code).toBe(1);
  for (const args of [['person'], ['people'], ['person', number], ['all', '--as', 'gulnora']]) {
    expect((await here('export', ...args)).code, args.join(' ')).toBe(2);
  }
});

it('verify is silent about whole files and names the fact of which a byte was changed', async () => {
  const whole = await here('verify', '--json');
  expect([whole.code, JSON.parse(whole.stdout).faults]).toEqual([0, []]);
  const { rows } = await database.pool('superuser').query<{ fact_id: string }>(
    `update fact_body set body = replace(body, 'own_request', 'own_requesT')
     where case_id = $1 and body like '%own_request%' returning fact_id`,
    [file.case_id],
  );
  const broken = await homeward('verify');
  expect(broken.code).toBe(1);
  expect(broken.stdout).toContain(`body_changed  file ${file.case_id}  fact ${rows[0]?.fact_id}`);
});
