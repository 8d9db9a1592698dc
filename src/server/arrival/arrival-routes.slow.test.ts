import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ListColumns } from '#domain/arrival/list.ts';
import { DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { carriedOut, oneList, upload, uploaded } from '#test/arrival-upload.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { verifyCases } from '../case/verify.ts';
import { withClient } from '../postgres/roles.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { sweepUploads } from './sweep.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const dilnoza = await signIn(server, 'dilnoza');
const autumn = readFileSync(new URL('../../../seed/arrival-list-autumn.csv', import.meta.url));

const copies = () => {
  try {
    return readdirSync(join(server.config.dataDirectory, 'uploads'));
  } catch {
    return [];
  }
};

async function count(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? 0;
}

/** Every value of every table as text, to look for what must not be there. */
async function tablesHolding(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'auth')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const held = await owner.query(`select from ${name} t where t::text like $1 limit 1`, [
      `%${text}%`,
    ]);
    if (held.rowCount !== 0) found.push(name);
  }
  return found;
}

describe('the arrival list of the demo world', () => {
  it('came in whole by the ordinary import: people, households, returns, open files', async () => {
    const { rows } = await owner.query(
      `select l.state, l.rows_done,
         count(p.id)::int as people, count(o.label)::int as operations,
         count(*) filter (where c.stage = 'identified' or c.worker_id is not null)::int as files,
         count(*) filter (where s.contacts @> '[{"safe": {"do_not_contact": false}}]')::int as asked
       from arrival_list l join arrival_list_row r on r.list_id = l.id
       join person p on p.id = r.person_id join homecoming h on h.person_id = p.id
       left join homecoming_operation o on o.homecoming_id = h.id
       left join case_file c on c.id = r.case_id left join safe_contact s on s.person_id = p.id
       group by l.id`,
    );
    expect(rows).toEqual([
      {
        ...{ state: 'imported', rows_done: 523, people: 523, operations: 523 },
        ...{ files: 523, asked: 0 },
      },
    ]);
    expect(await count('likely_duplicate')).toBeGreaterThan(6);
    // Seen to fail with one more byte in a body written by open_cases.
    const verified = await withClient(database.urls.owner, verifyCases);
    expect(verified.faults).toEqual([]);
    expect(verified.cases).toBeGreaterThanOrEqual(523);
  });

  it('holds nothing of the columns that were not mapped', async () => {
    // The list has columns on belief and remarks; "Вероисповедание" itself is no value of a row.
    expect(await tablesHolding('Вероисповедание')).toEqual([]);
    expect(await tablesHolding('Примечание')).toEqual([]);
  });
});

describe('a list by the door', () => {
  it('goes from file to support files and back, and nobody else sees it', {
    timeout: 90_000,
  }, async () => {
    const canary = 'canary-4711';
    const text = autumn.toString('utf8').replaceAll(';;\n', `;${canary};${canary}\n`);
    const before = { people: await count('person'), households: await count('household') };
    const list = await uploaded(dilnoza, server.app, text);
    expect(copies()).toHaveLength(1);
    const sealed = readFileSync(join(server.config.dataDirectory, 'uploads', copies()[0] ?? ''));
    expect(sealed.includes('Normatova')).toBe(false);

    const looked = await dilnoza.request('GET', `/api/arrival-lists/${list}/columns`);
    const columns = (looked.json() as ListColumns).columns;
    const religion = columns.find((column) => column.heading === 'Religion');
    expect(religion).toMatchObject({ drop: 'forbidden', topic: 'religion', sample: [] });

    const checked = await carriedOut(dilnoza, list, 'check');
    expect(checked).toMatchObject({ state: 'checked', problem: null });
    expect(checked.report?.counts).toMatchObject({ rows: 24, refused: 2, families: 10 });
    expect(checked.report?.rows_refused).toEqual([13, 19]);
    // Feruza Ergasheva came on the first list, there in Cyrillic.
    expect(checked.report?.known_before[0]).toMatchObject({ row: 25, level: 'likely' });
    expect(JSON.stringify(checked.report)).not.toMatch(/Normatov|Ergasheva/);
    expect(await count('person')).toBe(before.people);

    for (const name of ['aziza', 'gulnora', 'jasur', 'malika', 'sherzod', 'farida'] as const) {
      const other = await signIn(server, name);
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/columns'],
        ['POST', '/check'],
        ['POST', '/import'],
        ['POST', '/undo'],
        ['DELETE', ''],
      ] as const) {
        const reply = await other.request(method, `/api/arrival-lists/${list}${path}`);
        expect([name, method, path, reply.json().code]).toEqual([name, method, path, 'gone']);
      }
      expect((await upload(other, server.app, autumn)).statusCode).toBe(404);
      expect((await other.request('GET', '/api/arrival-lists')).statusCode).toBe(404);
      expect((await other.request('GET', '/api/waiting-files')).statusCode).toBe(404);
    }
    expect(copies()).toHaveLength(1);

    const imported = await carriedOut(dilnoza, list, 'import');
    expect(imported).toMatchObject({ state: 'imported', rows_done: 22, expires_at: null });
    expect(await count('person')).toBe(before.people + 22);
    expect(copies()).toEqual([]);
    // Seen to fail with `Remarks` mapped to a field.
    expect(await tablesHolding(canary)).toEqual([]);
    const families = await owner.query(
      `select k.kind, p.name ->> 'given' as child, r.name ->> 'given' as parent
       from kinship k join person p on p.id = k.person_id join person r on r.id = k.relative_id
       join arrival_list_row l on l.person_id = p.id and l.list_id = $1
       where r.name ->> 'given' = 'Lobar' order by 2`,
      [list],
    );
    expect(families.rows).toEqual([
      { kind: 'parent', child: 'Doniyor', parent: 'Lobar' },
      { kind: 'parent', child: 'Shirin', parent: 'Lobar' },
    ]);
    const again = await dilnoza.request('POST', `/api/arrival-lists/${list}/import`);
    expect(again.json().code).toBe('list_not_there_yet');

    const undone = await carriedOut(dilnoza, list, 'undo');
    expect(undone).toMatchObject({ state: 'undone', rows_done: 0 });
    expect({ people: await count('person'), households: await count('household') }).toEqual(before);
    const { rows } = await owner.query(
      `select count(*)::int as facts, count(b.fact_id)::int as bodies
       from arrival_list_row r join fact f on f.case_id = r.case_id
       left join fact_body b on b.fact_id = f.id where r.list_id = $1`,
      [list],
    );
    expect(rows).toEqual([{ facts: 44, bodies: 0 }]);
    expect(await tablesHolding('AC4471029')).toEqual([]);
    const verified = await withClient(database.urls.owner, verifyCases);
    expect(verified.faults).toEqual([]);
  });

  it('hands over: the officer loses sight of the file, and the import cannot be undone', {
    timeout: 60_000,
  }, async () => {
    const list = await uploaded(
      dilnoza,
      server.app,
      autumn,
      {},
      {
        default_place_id: placeId(DEMO_PLACES.district),
      },
    );
    await carriedOut(dilnoza, list, 'check');
    await carriedOut(dilnoza, list, 'import');
    const { rows } = await owner.query<{ case_id: string; row: number }>(
      'select case_id, row from arrival_list_row where list_id = $1 order by row limit 1',
      [list],
    );
    const file = rows[0]?.case_id ?? '';
    const all: string[] = [];
    for (let after = ''; ; ) {
      const reply = await dilnoza.request('GET', `/api/waiting-files${after}`);
      expect(reply.statusCode, reply.body).toBe(200);
      const page = reply.json();
      expect(page.files.length).toBeLessThanOrEqual(50);
      all.push(...page.files.map((one: { case_id: string }) => one.case_id));
      if (page.next === null) {
        expect(page.total).toBe(all.length);
        break;
      }
      after = `?after=${page.next}`;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(file);
    const account_id = DEMO_PEOPLE.aziza.id;
    const answer = await tell(dilnoza, file, 'assign_worker', { account_id }, { id: v7() });
    expect(answer.answer).toBe('applied');
    const lost = await tell(dilnoza, file, 'assign_worker', { account_id }, { id: v7() });
    expect(lost.answer).toBe('gone');
    const refused = await dilnoza.request('POST', `/api/arrival-lists/${list}/undo`);
    // Seen to fail with the comparison of positions taken out of begin_undo.
    expect(refused.json()).toMatchObject({ code: 'list_worked_on', details: { files: 1 } });
    expect((await oneList(dilnoza, list)).state).toBe('imported');
  });

  it('asks what only its owner knows, and waits for the answer', { timeout: 60_000 }, async () => {
    const text = 'Name;Surname;Born\nNodira;Salimova;03.04.2010\nAnor;Salimov;05.06.2012\n';
    const american = text
      .replaceAll('.2', '/2')
      .replace('03.04', '03/04')
      .replace('05.06', '05/06');
    const list = await uploaded(dilnoza, server.app, american);
    const asked = await carriedOut(dilnoza, list, 'check');
    expect(asked.report?.can_import).toBe(false);
    expect(asked.report?.questions).toMatchObject([{ sets: 'date_order', blocks: true }]);
    expect(asked.abilities).not.toContain('import');
    const plan = asked.plan;
    const mapping = { ...plan?.mapping, date_order: 'month_first' };
    await dilnoza.request('PUT', `/api/arrival-lists/${list}/mapping`, { ...plan, mapping });
    const answered = await carriedOut(dilnoza, list, 'check');
    expect(answered.report).toMatchObject({ can_import: true, questions: [] });
    const dropped = await dilnoza.request('DELETE', `/api/arrival-lists/${list}`);
    expect(dropped.json()).toMatchObject({ state: 'cancelled', expires_at: null });
    expect(copies()).toEqual([]);
  });

  it('refuses what is no list, and what may not be mapped, and keeps nothing of it', async () => {
    const refusals = [
      ['', 'file_empty'],
      [Buffer.from('%PDF-1.7 and more'), 'unsupported_media'],
      [Buffer.from('ffd8ffe000104a46', 'hex'), 'unsupported_media'],
      [Buffer.from('504b03040000', 'hex'), 'file_unreadable'],
      [Buffer.alloc(33 * 1024 * 1024, 65), 'too_large'],
    ] as const;
    for (const [content, code] of refusals) {
      const reply = await upload(dilnoza, server.app, content);
      expect([code, (reply.json() as { code: string }).code]).toEqual([code, code]);
    }
    expect(copies()).toEqual([]);
    const json = await dilnoza.request('POST', '/api/arrival-lists', { file: 'x' });
    expect(json.json().code).toBe('unsupported_media');

    const list = await uploaded(dilnoza, server.app, 'Name;Religion\nNodira Salimova;x\n');
    const columns = [
      { column: 0, field: 'full_name' },
      { column: 1, field: 'operation' },
      { column: 9, field: 'sex' },
    ];
    const put = await dilnoza.request('PUT', `/api/arrival-lists/${list}/mapping`, {
      mapping: { columns, context: 'other' },
      default_place_id: v7(),
    });
    expect(put.statusCode).toBe(422);
    expect(put.json().fields).toMatchObject([
      { path: 'body.mapping.columns.1.column', code: 'column_forbidden' },
      { path: 'body.mapping.columns.2.column', code: 'column_missing' },
      { path: 'body.default_place_id', code: 'not_one_of' },
    ]);
    await dilnoza.request('DELETE', `/api/arrival-lists/${list}`);
  });

  it('keeps a sealed copy for a day at most', async () => {
    const list = await uploaded(dilnoza, server.app, autumn);
    await sweepUploads(server.deps);
    expect((await oneList(dilnoza, list)).expires_at).not.toBeNull();
    server.advance(25 * 3_600_000);
    const later = await signIn(server, 'dilnoza');
    await sweepUploads(server.deps);
    expect(await oneList(later, list)).toMatchObject({ state: 'expired', expires_at: null });
    expect(copies()).toEqual([]);
    expect(await count('arrival_file')).toBe(0);
  });
});
