import { expect, it } from 'vitest';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { begun, joining } from '#test/group.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const superuser = database.pool('superuser');
const aziza = await signIn(server, 'aziza');
const jasur = await signIn(server, 'jasur');
const file = await openFile(server, 'aziza');

it('counts reach the coordinator by kind, without small cells and without psychosocial groups', async () => {
  expect((await file.tell('join_group', joining(await begun(aziza)))).answer).toBe('applied');
  const reply = await superuser.query(`select to_char(now() - interval '1 month', 'YYYY-MM') as m`);
  const month = `${reply.rows[0].m}-01`;
  await jasur.request('POST', '/api/numbers/freeze', { month });
  const { tables } = (await jasur.request('GET', '/api/numbers')).json();
  const table = tables.find((one: { subject: string }) => one.subject === 'group_kind');
  expect(table.rows.length).toBeGreaterThan(3);
  expect(table.rows.every((row: { people: number | null }) => row.people === null)).toBe(true);
  expect(JSON.stringify(table)).not.toContain('psychosocial');
  await expect(
    inSql(database, aziza.id, (query) => query('select * from count_groups(now())', [])),
  ).rejects.toThrow(/not allowed/);
  const { rows } = await inSql(database, jasur.id, (query) =>
    query(`select * from count_groups(now() + interval '1 day')`, []),
  );
  expect(rows.map((row) => row.code)).not.toContain('psychosocial_group');
  expect(rows.map((row) => row.code)).toContain('sewing_circle');
});
