import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { upload } from '#test/arrival-upload.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import type { DemoName } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');
const other = await server.as('coordinator', { name: 'Second coordinator' });

const DRAFT = '/api/model/draft';
const draftOf = async (): Promise<Draft> => (await jasur.request('GET', DRAFT)).json().draft;
/** The draft's document with something changed. */
const changed = (draft: Draft, change: (model: ProgrammeModel) => void) => {
  const document = structuredClone(draft.document);
  change(document as unknown as ProgrammeModel);
  return document;
};
const save = (draft: Draft, change: (model: ProgrammeModel) => void, by = jasur) =>
  by.request('PUT', `${DRAFT}/${draft.id}`, {
    ...{ version: draft.version, document: changed(draft, change) },
  });
const set = (target: object | undefined, key: string, value: unknown) =>
  Reflect.set(target ?? {}, key, value);

describe('the draft of the next version', () => {
  it('is there for a coordinator only: everybody else gets what a missing page gets', async () => {
    const others: DemoName[] = ['gulnora', 'malika', 'aziza', 'farida', 'dilnoza'];
    const id = uuid();
    for (const name of others) {
      const caller = await signIn(server, name);
      for (const reply of [
        await caller.request('GET', DRAFT),
        await caller.request('POST', DRAFT, { id }),
        await caller.request('PUT', `${DRAFT}/${id}`, { version: 1, document: {} }),
        await caller.request('POST', `${DRAFT}/${id}/try`, { version: 1 }),
        await caller.request('GET', `${DRAFT}/${id}/trial`),
        await caller.request('POST', `${DRAFT}/${id}/discard`, { version: 1 }),
        await caller.request('POST', `${DRAFT}/${id}/publish`, {
          ...{ version: 1, model_id: uuid(), reason: 'Because' },
        }),
      ]) {
        expect(reply.json().code, name).toBe('gone');
      }
    }
    const { rows } = await owner.query('select from model_draft');
    expect(rows).toEqual([]);
    // Who reads the model reads which versions there are.
    const malika = await signIn(server, 'malika');
    expect((await malika.request('GET', '/api/model/versions')).json().versions).toHaveLength(1);
    const farida = await signIn(server, 'farida');
    expect((await farida.request('GET', '/api/model/versions')).json().code).toBe('gone');
  });

  it('begins as the version in force, once; the same beginning again is the same', async () => {
    const id = uuid();
    const begun = (await jasur.request('POST', DRAFT, { id })).json().draft as Draft;
    expect(begun.version).toBe(1);
    expect(begun.changes.map(({ path }) => path)).toEqual(['version']);
    expect(begun.problems).toEqual([]);
    expect((await jasur.request('POST', DRAFT, { id })).json().draft.id).toBe(id);
    const second = await other.request('POST', DRAFT, { id: uuid() });
    expect([second.statusCode, second.json().code]).toEqual([409, 'model_draft_open']);
  });

  // Broken by leaving out `where version =`: the second saving then took away the first one's.
  it('is never overwritten by whoever saves later: the answer names what changed', async () => {
    const read = await draftOf();
    const first = await save(read, (model) => {
      set(model.timers[0], 'amount', 48);
      set(model.pause_reasons[0]?.labels, 'en', 'At the clinic');
    });
    expect(first.json().draft.version).toBe(read.version + 1);
    const late = await save(read, (model) => set(model.thresholds, 'caseload_warn', 19), other);
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'model_draft_changed',
      details: { places: ['timers.assign_worker.amount', 'pause_reasons.in_hospital.labels.en'] },
    });
    const stands = await draftOf();
    expect(stands.changes.map(({ path }) => path)).not.toContain('thresholds.caseload_warn');
    const both = await Promise.all([
      save(stands, (model) => set(model.thresholds, 'caseload_warn', 18)),
      save(stands, (model) => set(model.thresholds, 'caseload_full', 30), other),
    ]);
    expect(both.map((reply) => reply.statusCode).toSorted()).toEqual([200, 409]);
    // The same saving again changes nothing.
    const now = await draftOf();
    expect((await save(now, () => {})).json().draft.version).toBe(now.version);
  });

  it('keeps what the editor does not know, and its own name and number', async () => {
    const now = await draftOf();
    const extra = { rules: [{ code: 'a', nested: { deep: [1, null, 'x'] } }], empty: {} };
    const saved = (
      await save(now, (model) => {
        set(model, 'part_of_tomorrow', extra);
        set(model, 'code', 'elsewhere');
        set(model, 'version', 77);
      })
    ).json().draft as Draft;
    expect(saved.document.part_of_tomorrow).toEqual(extra);
    expect(saved.document).toMatchObject({ code: MODEL.code, version: MODEL.version + 1 });
    expect(saved.problems).toEqual([{ path: 'model.part_of_tomorrow', code: 'unknown_field' }]);
    await save(saved, (model) => Reflect.deleteProperty(model, 'part_of_tomorrow'));
  });

  it('says in codes with places what is wrong, and is not published before it is mended', async () => {
    const bad = (
      await save(await draftOf(), (model) => {
        Reflect.deleteProperty(model.closure_reasons[0]?.labels ?? {}, 'uz');
        set(model.timers[0], 'amount', -1);
      })
    ).json().draft as Draft;
    expect(bad.problems).toMatchObject([
      { path: 'model.timers.0.amount', code: 'too_small' },
      { path: 'model.closure_reasons.0.labels.uz', code: 'label_missing' },
    ]);
    const mended = (await save(bad, (model) => set(model.timers[0], 'amount', 48))).json().draft;
    expect(mended.problems).toMatchObject([
      { path: 'model.closure_reasons.0.labels.uz', code: 'label_missing' },
    ]);
    for (const act of ['publish', 'try']) {
      const reply = await jasur.request('POST', `${DRAFT}/${mended.id}/${act}`, {
        version: mended.version,
        ...(act === 'publish' ? { model_id: uuid(), reason: 'Because' } : {}),
      });
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'model_draft_unsound']);
      expect(reply.json().fields).toHaveLength(1);
    }
    await save(mended, (model) => set(model.closure_reasons[0]?.labels, 'uz', 'Maqsad'));
  });

  it('lets a print name only what it offers, and says in which block it does not', async () => {
    const draft = await draftOf();
    const print = draft.document.prints as ProgrammeModel['prints'];
    const at = (code: string) => print?.findIndex((one) => one.code === code) ?? -1;
    const block = (model: ProgrammeModel, code: string) => model.prints?.[at(code)]?.blocks[1];
    const bad = (
      await save(draft, (model) => {
        set(block(model, 'certificate'), 'fields', ['person', 'born']);
        set(model.prints?.[at('group_certificate')]?.page, 'margin_mm', 2);
      })
    ).json().draft as Draft;
    expect(bad.problems.map(({ path }) => path).toSorted()).toEqual([
      `model.prints.${at('certificate')}.blocks.1.fields.1`,
      `model.prints.${at('group_certificate')}.page.margin_mm`,
    ]);
    const mended = (await save(bad, (model) => set(model, 'prints', print))).json().draft as Draft;
    expect(mended.problems).toEqual([]);
  });

  it('refuses what is no document, and names the field', async () => {
    const { id, version } = await draftOf();
    let deep: unknown = 1;
    for (let depth = 0; depth < 500; depth++) deep = [deep];
    const wrong: [unknown, string][] = [
      [{ version, document: [] }, 'body.document'],
      [{ version, document: 'x' }, 'body.document'],
      [{ version: 0, document: {} }, 'body.version'],
      [{ version }, 'body.document'],
      [{ version, document: { deep } }, 'body'],
      [{ version, document: { text: 'a\u0000b' } }, 'body.document.text'],
    ];
    for (const [body, path] of wrong) {
      const reply = await jasur.request('PUT', `${DRAFT}/${id}`, body);
      expect([reply.statusCode, reply.json().fields[0].path]).toEqual([422, path]);
    }
    const unknown = await jasur.request('PUT', `${DRAFT}/${uuid()}`, { version, document: {} });
    expect(unknown.json().code).toBe('gone');
    const without = { version, model_id: uuid(), reason: '' };
    const reply = await jasur.request('POST', `${DRAFT}/${id}/publish`, without);
    expect(reply.json().fields[0].path).toBe('body.reason');
  });
});

describe('publishing', () => {
  it('the database takes no other document than that of the open draft, and changes none', async () => {
    const coordinator = { kind: 'account', id: jasur.id } as const;
    const insert = (document: object) =>
      server.deps.database.as(coordinator, (acting) =>
        acting.client.query(
          `insert into programme_model (id, code, version, document, published_at, published_by, reason)
           values ($1, 'homeward', 2, $2, now(), $3, 'Because')`,
          [uuid(), document, jasur.id],
        ),
      );
    await expect(insert({ code: 'homeward', version: 2 })).rejects.toThrow(/row-level security/);
    await expect(
      server.deps.database.as(coordinator, (acting) =>
        acting.client.query("update programme_model set reason = 'x'"),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('makes a new version for new files; the old version stays as it was', async () => {
    const draft = await draftOf();
    const model_id = uuid();
    const said = { version: draft.version, model_id, reason: 'The law gives ten days now' };
    const url = `${DRAFT}/${draft.id}/publish`;
    const first = await jasur.request('POST', url, said);
    expect(first.json()).toEqual({ draft: null });
    // Its answer was lost: the same again is the same.
    expect((await jasur.request('POST', url, said)).json()).toEqual({ draft: null });
    const versions = (await jasur.request('GET', '/api/model/versions')).json().versions;
    const one = (id: string, by = jasur) => by.request('GET', `/api/model/versions/${id}`);
    expect((await one(model_id)).json().model.version).toBe(2);
    expect((await one(versions[1].id)).json().model.timers).toEqual(MODEL.timers);
    expect((await one(uuid())).json().code).toBe('gone');
    expect((await one(model_id, await signIn(server, 'farida'))).json().code).toBe('gone');
    expect(versions).toMatchObject([
      { id: model_id, version: 2, reason: said.reason },
      { version: 1, published_by: null, reason: null },
    ]);
    expect((await jasur.request('GET', '/api/model')).json().model.version).toBe(2);
    const { rows } = await owner.query('select document from programme_model where version = 1');
    expect(rows[0].document).toEqual(JSON.parse(JSON.stringify(MODEL)));
    expect(
      (await jasur.request('PUT', `${DRAFT}/${draft.id}`, { version: 1, document: {} })).json(),
    ).toMatchObject({ code: 'gone' });
  });

  it('a draft that says nothing new is not published; it can be put aside', async () => {
    const id = uuid();
    await jasur.request('POST', DRAFT, { id });
    const said = { version: 1, model_id: uuid(), reason: 'No reason' };
    const reply = await jasur.request('POST', `${DRAFT}/${id}/publish`, said);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'model_same']);
    const aside = await jasur.request('POST', `${DRAFT}/${id}/discard`, { version: 1 });
    expect(aside.json()).toEqual({ draft: null });
  });
});

describe('the vaccination calendar of a country', () => {
  const read = async (by: Caller, content: string) => {
    const reply = await upload(by, server.app, content, '/api/model/vaccinations/read');
    return JSON.parse(reply.body);
  };
  const heading =
    'Код;Название;name_en;Возраст в месяцах;until_months;После дозы;after_days;Note\n';

  // Seen to fail by taking the rows that were right: one fault was told of three.
  it('is read from a table, whole or not at all, and changes nothing by itself', async () => {
    expect((await read(await signIn(server, 'timur'), heading)).code).toBe('gone');
    const before = await jasur.request('GET', DRAFT);
    const good = `${heading}mmr_1;Корь, 1;Measles, 1;12;;;;x\nmmr_2;Корь, 2;Measles, 2;72;180;mmr_1;28;\n`;
    expect(await read(jasur, good)).toEqual({
      doses: [
        { code: 'mmr_1', labels: { ru: 'Корь, 1', en: 'Measles, 1' }, from_months: 12 },
        {
          ...{ code: 'mmr_2', labels: { ru: 'Корь, 2', en: 'Measles, 2' }, from_months: 72 },
          ...{ until_months: 180, after: { dose: 'mmr_1', days: 28 } },
        },
      ],
      left_out: ['Note'],
    });
    const bad = `${heading}mmr 1;Корь;;twelve;;;;\nmmr_2;;;72;60;mmr_9;28;\nmmr_2;Корь;;-1;;;;\n`;
    const told = await read(jasur, bad);
    expect([told.code, told.details.rows]).toEqual(['invalid_input', 3]);
    expect(
      told.fields.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
    ).toEqual([
      ...['rows.2.code not_a_code', 'rows.2.from_months wrong_format'],
      ...['rows.3.name_en required', 'rows.3.until_months too_small', 'rows.3.after unknown_dose'],
      ...['rows.4.from_months wrong_format', 'rows.4.code duplicate_code'],
    ]);
    expect((await read(jasur, 'Название\nКорь\n')).fields[0].code).toBe('column_missing');
    expect((await jasur.request('GET', DRAFT)).body).toBe(before.body);
  });
});
