import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { may } from '#domain/access/rights.ts';
import { ROLES } from '#domain/access/role.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { JPEG, PDF, PNG } from '#test/telling-files.ts';
import { signIn, tell } from '#test/world.ts';
import { plainContent } from '../plain-content.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { sweepReceipts } from './receipt-store.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const file = await openFile(server, 'aziza');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const assistance_id = uuid();
const folder = join(server.config.dataDirectory, 'receipts');

async function send(by: Caller, content: Buffer, assistance = assistance_id, of = file.case_id) {
  const edge = '----homeward-test';
  const head =
    `--${edge}\r\ncontent-disposition: form-data; name="file"; ` +
    'filename="Canary Karimova.jpg"\r\ncontent-type: text/html\r\n\r\n';
  return server.app.inject({
    method: 'POST',
    url: `/api/cases/${of}/assistance/${assistance}/receipts`,
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}
async function added(content: Buffer): Promise<string> {
  const reply = await send(aziza, content);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ id: string }>().id;
}
const entry = (id: string) => ({
  ...{ assistance_id: id, kind: 'rent', on: '2026-01-20', payer: { name: 'A fund' } },
  ...{ received: { who: 'person' } },
  given: { as: 'money', paid: { amount: '800000', currency: 'UZS' } },
});

beforeAll(async () => {
  expect(await file.tell('record_assistance', entry(assistance_id))).toMatchObject({
    answer: 'applied',
  });
});

describe('a receipt', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['application/pdf', PDF],
  ])('%s is kept sealed, without place, name or anything behind it', async (type, content) => {
    const id = await added(content);
    const sealed = readFileSync(join(folder, `${id}.sealed`));
    expect(sealed.includes('pixels') || sealed.includes('Canary') || sealed.includes('PDF')).toBe(
      false,
    );
    const before = await owner.query("select id from read_log where action = 'receipt_opened'");
    const reply = await gulnora.request('GET', `/api/receipts/${id}`);
    expect(reply.statusCode).toBe(200);
    // Broken once by keeping every segment of the photograph: the place was there to read.
    expect(reply.rawPayload.includes('Canary')).toBe(false);
    expect(plainContent(reply.rawPayload)?.bytes.equals(reply.rawPayload)).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': type,
      'content-disposition': expect.stringMatching(/^attachment; filename="1\.(jpg|png|pdf)"$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const after = await owner.query(
      "select case_id, actor_id from read_log where action = 'receipt_opened'",
    );
    expect(after.rows.length).toBe(before.rows.length + 1);
    expect(after.rows.at(-1)).toEqual({ case_id: file.case_id, actor_id: gulnora.id });
    const list = (await aziza.request('GET', `/api/cases/${file.case_id}/receipts`)).json();
    expect(list).toMatchObject({ may_add: true });
    expect(list.receipts).toContainEqual(expect.objectContaining({ id, media_type: type }));
    expect(JSON.stringify(list)).not.toMatch(/Canary|key/);
    expect((await aziza.request('DELETE', `/api/receipts/${id}`)).statusCode).toBe(200);
    expect(readdirSync(folder)).not.toContain(`${id}.sealed`);
  });

  it('does not exist for whoever does not reach the file', async () => {
    const id = await added(PDF);
    const reader = await openFile(server, 'baxtiyor');
    for (const name of ['kamola', 'otabek', 'farida', 'jasur', 'malika', 'sherzod'] as const) {
      const by = await signIn(server, name);
      for (const [method, url] of [
        ['GET', `/api/receipts/${id}`],
        ['DELETE', `/api/receipts/${id}`],
        ['GET', `/api/cases/${file.case_id}/receipts`],
      ] as const) {
        expect((await by.request(method, url)).statusCode, `${name} ${url}`).toBe(404);
      }
      expect((await send(by, PDF)).statusCode, name).toBe(404);
      // The last guard: row-level security says the same without a route.
      const seen = await server.deps.database.as({ kind: 'account', id: by.id }, ({ client }) =>
        client.query(
          `select id from assistance_receipt where case_id = $1
           union all select id from assistance where case_id = $1`,
          [file.case_id],
        ),
      );
      expect(seen.rows, name).toEqual([]);
    }
    // Another file's entry is none of this file's.
    expect((await send(aziza, PDF, assistance_id, reader.case_id)).statusCode).toBe(404);
    // A colleague who did not add it, and is no supervisor, does not remove it.
    await aziza.request('DELETE', `/api/receipts/${id}`);
  });

  // The declared table, role by role; broken once by a policy without the role's right.
  it('is read and added by role as the table of rights says, in an emergency read only', async () => {
    const id = await added(PDF);
    const before = await owner.query('select key from case_reach where case_id = $1', [
      file.case_id,
    ]);
    const keys = before.rows.map(({ key }) => key);
    for (const [at, role] of ROLES.entries()) {
      for (const emergency of [false, true]) {
        const place_id = placeId(DEMO_PLACES.other_district);
        const by = await server.as(role, { place_id });
        await owner.query(
          `insert into case_reach (case_id, person_id, key, compartment, until)
           values ($1, $2, $3, 'general', case when $4 then now() + interval '1 hour' end)`,
          [file.case_id, file.person_id, `account:${by.id}`, emergency],
        );
        const read = await by.request('GET', `/api/receipts/${id}`);
        expect(read.statusCode, role).toBe(may(role, 'read', 'general') ? 200 : 404);
        const sent = await send(by, PDF);
        const mayAdd = !emergency && may(role, 'append', 'general');
        expect(sent.statusCode, `${role} ${at} ${emergency}`).toBe(mayAdd ? 201 : 404);
        // Only whoever added it, or a supervisor, takes it away.
        const removes = role === 'supervisor' && !emergency;
        const refused = await by.request('DELETE', `/api/receipts/${removes ? uuid() : id}`);
        expect(refused.statusCode, role).toBe(404);
        if (mayAdd) await by.request('DELETE', `/api/receipts/${sent.json<{ id: string }>().id}`);
      }
    }
    await aziza.request('DELETE', `/api/receipts/${id}`);
    await owner.query('delete from case_reach where case_id = $1 and key <> all ($2)', [
      ...[file.case_id, keys],
    ]);
  });

  it('is refused where it is none, too large, empty, broken or one too many', async () => {
    const files = readdirSync(folder).length;
    const wrong = async (content: Buffer) => {
      const reply = await send(aziza, content);
      return `${reply.statusCode} ${reply.json<{ code: string }>().code}`;
    };
    expect(await wrong(Buffer.from('<svg onload="x"/>'))).toBe('415 receipt_kind');
    expect(await wrong(Buffer.from('GIF89a'))).toBe('415 receipt_kind');
    expect(await wrong(JPEG.subarray(0, 40))).toBe('415 receipt_kind');
    expect(await wrong(Buffer.concat([PNG.subarray(0, 8), Buffer.alloc(40, 0xff)]))).toBe(
      '415 receipt_kind',
    );
    expect(await wrong(Buffer.alloc(0))).toBe('422 file_empty');
    expect(await wrong(Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]))).toBe('413 too_large');
    const bare = await aziza.request(
      'POST',
      `/api/cases/${file.case_id}/assistance/${assistance_id}/receipts`,
      { file: 'x' },
    );
    expect(bare.statusCode).toBe(415);
    expect(readdirSync(folder).length).toBe(files);
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) ids.push(await added(PDF));
    expect(await wrong(PDF)).toBe('409 receipts_enough');
    for (const id of ids) await gulnora.request('DELETE', `/api/receipts/${id}`);
  });

  // Broken once by rewriting all rows of the file: receipts of what stayed were gone with them.
  it('goes with what was given when that is erased, and stays with what stays', async () => {
    const stays = await added(PDF);
    const other = uuid();
    const said = await file.tell('record_assistance', entry(other));
    const reply = await send(aziza, PDF, other);
    const goes = reply.json<{ id: string }>().id;
    const { rows } = await owner.query(
      'select f.id from fact f join fact_body b on b.fact_id = f.id where b.body like $1',
      [`%${other}%`],
    );
    expect(said.answer).toBe('applied');
    const erase = {
      ...{ fact_ids: [rows[0].id], whole_person: false, reason: 'asked_by_person' },
      legal_ground: 'art. 17',
    };
    const erased = await tell(gulnora, file.case_id, 'erase_content', erase, { id: uuid() });
    expect(erased).toMatchObject({ answer: 'applied' });
    expect((await aziza.request('GET', `/api/receipts/${goes}`)).statusCode).toBe(404);
    expect((await aziza.request('GET', `/api/receipts/${stays}`)).statusCode).toBe(200);
    const old = new Date(Date.now() - 7_200_000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
    await sweepReceipts(server.deps);
    expect(readdirSync(folder)).toEqual([`${stays}.sealed`]);
    const client = await owner.connect();
    try {
      expect(await database.faults()).toEqual([]);
      await client.query("update assistance set amount = '1' where id = $1", [assistance_id]);
      expect((await database.faults()).map(({ what }) => what)).toContain('assistance_differs');
      await client.query("update assistance set amount = '800000' where id = $1", [assistance_id]);
    } finally {
      client.release();
    }
    await tell(
      ...([gulnora, file.case_id, 'erase_content'] as const),
      { ...erase, fact_ids: [], whole_person: true },
      { id: uuid() },
    );
    expect((await owner.query('select id from assistance_receipt')).rows).toEqual([]);
    await sweepReceipts(server.deps);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('assistance over the limit, over the line', () => {
  it('waits for the supervisor, and for nobody where it is urgent', async () => {
    const file = await openFile(server, 'aziza');
    const dear = (more: object = {}) => ({
      ...entry(uuid()),
      ...{ given: { as: 'money', paid: { amount: '6000000', currency: 'UZS' } }, ...more },
    });
    expect((await file.tell('record_assistance', dear())).problem?.code).toBe(
      'assistance_over_limit',
    );
    const request_id = uuid();
    const worth = { amount: '6000000', currency: 'UZS' };
    const asked = { request_id, kind: 'rent', worth, words: 'Two months at once' };
    const wrong = await file.tell('ask_for_assistance', {
      ...asked,
      worth: { ...worth, amount: 'x' },
    });
    expect(wrong.problem?.fields?.[0]?.path).toBe('body.worth.amount');
    expect((await file.tell('ask_for_assistance', asked)).answer).toBe('applied');
    const say = (by: Caller, kind: string, body: object) =>
      tell(by, file.case_id, kind, body, { id: uuid() });
    expect((await say(aziza, 'approve_assistance', { request_id })).problem?.code).toBe(
      'not_allowed',
    );
    expect((await say(gulnora, 'approve_assistance', { request_id })).answer).toBe('applied');
    expect((await file.tell('record_assistance', dear({ request_id }))).answer).toBe('applied');
    const urgent = uuid();
    expect(
      (await file.tell('record_assistance', dear({ request_id: urgent, urgent: true }))).answer,
    ).toBe('applied');
    const waits = await owner.query(
      `select ref, account_id from task where case_id = $1 and kind = 'assistance_approval'`,
      [file.case_id],
    );
    expect(waits.rows).toEqual([{ ref: urgent, account_id: null }]);
  });
});
