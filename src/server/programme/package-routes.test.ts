import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ProgrammeModel } from '#domain/case/model.ts';
import {
  type ModelPackage,
  type PackageContent,
  type PackageManifest,
  packageText,
  signedText,
} from '#domain/model-package/package-file.ts';
import type { OpenedPackage, PartOrigin } from '#domain/programme/adoption.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { signingKey } from '../model-package/signing-key.ts';
import type { DemoName } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');

const PACKAGES = '/api/model/packages';
/** Another country's key, and a package that it signs. */
const abroad = await signingKey(mkdtempSync(join(tmpdir(), 'homeward-abroad-')), uuid);
const label: PackageManifest = {
  ...{ title: { en: 'Return and support', ru: 'Возвращение и поддержка' }, country: 'KZ' },
  ...{ made_by: 'Centre for Family Support', made_on: '2026-11-20', licence: 'CC-BY-4.0' },
  ...{ version: 4, made_from: [] },
};
function signed(
  change: (model: ProgrammeModel) => void = () => {},
  over: { manifest?: Partial<PackageManifest>; guide?: PackageContent['guide'] } = {},
): string {
  const model = structuredClone(MODEL) as unknown as ProgrammeModel;
  change(model);
  const manifest = { ...label, ...over.manifest };
  const content = { model: { ...model, code: 'elsewhere', version: 4 }, guide: over.guide ?? {} };
  return packageText(manifest, content, abroad.sign(signedText(manifest, content)));
}
const set = (target: object | undefined, key: string, value: unknown) =>
  Reflect.set(target ?? {}, key, value);

function upload(file: string | Buffer, by = jasur) {
  const edge = 'edge-of-a-part';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.json"\r\n\r\n`;
  return server.app.inject({
    ...{ method: 'POST', url: PACKAGES },
    payload: Buffer.concat([
      ...[Buffer.from(head), Buffer.from(file), Buffer.from(`\r\n--${edge}--\r\n`)],
    ]),
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}
const opened = async (hash: string): Promise<OpenedPackage> =>
  (await jasur.request('GET', `${PACKAGES}/${hash}`)).json();
const origins = async (): Promise<PartOrigin[]> =>
  (await jasur.request('GET', '/api/model/origins')).json().origins;
const exported = (over: object = {}) =>
  jasur.request('POST', '/api/model/package', {
    ...{ title: { en: 'Support after coming home' }, country: 'UZ', licence: 'CC-BY-4.0' },
    ...{ made_by: 'National institute', guide: { en: 'Begin with the stages.' }, ...over },
  });

describe('a package of a programme model', () => {
  it('is there for a coordinator only', async () => {
    const others: DemoName[] = ['gulnora', 'malika', 'aziza', 'farida', 'dilnoza'];
    for (const name of others) {
      const caller = await signIn(server, name);
      for (const reply of [
        await caller.request('GET', PACKAGES),
        await upload(signed(), caller),
        await caller.request('GET', `${PACKAGES}/${'a'.repeat(64)}`),
        await caller.request('POST', `${PACKAGES}/${'a'.repeat(64)}/adopt`, {
          ...{ draft_id: uuid(), version: null, parts: ['stages.reception'] },
        }),
        await caller.request('GET', '/api/model/origins'),
        await caller.request('POST', '/api/model/package', {
          ...{ title: { en: 'x' }, country: 'UZ', licence: 'CC0-1.0', made_by: 'x', guide: {} },
        }),
      ]) {
        expect(reply.json().code, name).toBe('gone');
      }
    }
    const { rows } = await owner.query('select from model_package');
    expect(rows).toEqual([]);
  });

  it('goes out signed by the key of this instance, and is read again here', async () => {
    const made = (await exported()).json();
    expect(made.name).toBe('programme-model-uz-v1.json');
    const inside: ModelPackage = JSON.parse(made.file);
    expect(inside.content.model).toEqual(MODEL);
    expect(inside.manifest).toMatchObject({ country: 'UZ', version: 1, made_from: [] });
    const reply = await upload(made.file);
    expect([reply.statusCode, reply.json()]).toEqual([201, { hash: made.hash }]);
    const beside = await opened(made.hash);
    expect(beside.pieces).toEqual([]);
    const { packages, own_key } = (await jasur.request('GET', PACKAGES)).json();
    expect(packages).toHaveLength(1);
    expect(packages[0]).toMatchObject({ hash: made.hash, key: own_key, same_key_before: 0 });
  });

  // Not yet broken on purpose; it should fail by leaving out the check on the way in, and once on the way out.
  it('is refused with the place of the text where a person stands in it', async () => {
    const planted = signed((model) =>
      set(model.timers[3], 'source_citation', 'Ask Dilnoza, born 12.03.1994, at +998 90 123 45 67'),
    );
    const reply = await upload(planted);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'package_names_person']);
    expect(reply.json().fields[0].path).toBe('package.content.model.timers.3.source_citation');
    expect(reply.body).not.toContain('Dilnoza');
    const guide = await upload(signed(undefined, { guide: { en: 'Write to a.b@example.org' } }));
    expect(guide.json().fields[0].path).toBe('package.content.guide.en');
    const out = await exported({ guide: { en: 'Write to a.b@example.org' } });
    expect([out.statusCode, out.json().code]).toEqual([422, 'package_names_person']);
    const { rows } = await owner.query('select from model_package');
    expect(rows).toHaveLength(1);
  });

  it('has a clear answer to every file that is none, and nothing of it stays', async () => {
    const good = signed();
    const other = (over: object) => JSON.stringify({ ...JSON.parse(good), ...over });
    const { value: foreign } = (await signingKey(server.config.dataDirectory, uuid)).sign('x');
    const wrong: [string | Buffer, number, string][] = [
      ['', 422, 'file_empty'],
      ['{"stages":', 422, 'package_unreadable'],
      [JSON.stringify(MODEL), 422, 'package_unreadable'],
      [Buffer.from([0xff, 0xfe, 0x00]), 422, 'package_unreadable'],
      [other({ format_version: 2 }), 422, 'package_newer'],
      [other({ format_version: 0 }), 422, 'package_older'],
      [good.replace('"amount":24', '"amount":25'), 422, 'package_changed'],
      [
        other({ signature: { ...JSON.parse(good).signature, value: foreign } }),
        ...([422, 'package_changed'] as const),
      ],
      [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, 'package_too_deep'],
      [Buffer.alloc(50_000_000, 0x20), 413, 'too_large'],
      [signed((model) => set(model, 'part_of_tomorrow', [])), 422, 'package_unsound'],
      [signed((model) => set(model, 'reopened_stage', 'nowhere')), 422, 'package_unsound'],
    ];
    for (const [file, status, code] of wrong) {
      const reply = await upload(file);
      expect([reply.statusCode, reply.json().code], String(file.slice(0, 60))).toEqual([
        ...[status, code],
      ]);
    }
    const unknown = await upload(signed((model) => set(model, 'part_of_tomorrow', [])));
    expect(unknown.json().fields).toEqual([
      { path: 'package.content.model.part_of_tomorrow', code: 'unknown_field' },
    ]);
    expect((await jasur.request('POST', PACKAGES, { file: 'x' })).statusCode).toBe(415);
    // A line that was cut: to say nothing of it would be an error of ours.
    const cut = await jasur.request('POST', PACKAGES, 'cut', {
      'content-type': 'multipart/form-data; boundary=edge',
    });
    expect(cut.json()).toMatchObject({ status: 422, fields: [{ code: 'unreadable' }] });
    expect((await jasur.request('GET', `${PACKAGES}/nothing`)).statusCode).toBe(422);
    const odd = await exported({ country: 'uz', title: {}, licence: 'mine' });
    expect(
      odd
        .json()
        .fields.map((one: { path: string }) => one.path)
        .toSorted(),
    ).toEqual([...['body.country', 'body.licence', 'body.title']]);
    const { rows } = await owner.query('select from model_package');
    expect(rows).toHaveLength(1);
  });
});

describe('adopting parts', () => {
  const first = signed(
    (model) => {
      set(model.timers[1], 'amount', 77);
      set(model.thresholds, 'caseload_warn', 9);
      const [milestone] = model.milestones;
      if (milestone === undefined) throw new Error('no milestone');
      model.milestones.push({ ...milestone, code: 'settled_in' });
      const timer = model.timers.find(({ code }) => code === 'assign_worker');
      if (timer === undefined) throw new Error('no timer');
      model.timers.push({
        ...{ ...timer, code: 'settling_talk', duty: 'settling' },
        ...{ starts_on: ['milestone:settled_in'] },
      });
    },
    {
      manifest: {
        made_from: [
          {
            package: {
              ...{ hash: 'd'.repeat(64), title: { en: 'First' }, country: 'TJ', version: 2 },
              key: Array.from({ length: 10 }, () => '0123').join(' '),
            },
            parts: [{ path: 'milestones.settled_in', changed: false }],
          },
        ],
      },
    },
  );
  let hash = '';

  // Not yet broken on purpose; it should fail by saving the offered document whole: the threshold that nobody had chosen came along.
  it('takes the chosen ones into the draft, begins one for it, and keeps where they come from', async () => {
    hash = (await upload(first)).json().hash;
    const beside = await opened(hash);
    expect(beside.draft).toBeNull();
    const timer = `timers.${MODEL.timers[1]?.code}`;
    expect(beside.pieces.map(({ path }) => path).toSorted()).toEqual(
      ['milestones.settled_in', 'thresholds.caseload_warn', timer, 'timers.settling_talk'].sort(),
    );
    expect(beside.pieces.find(({ path }) => path === 'timers.settling_talk')?.needs).toEqual([
      'milestones.settled_in',
    ]);
    const adopt = (parts: string[], version: number | null) =>
      jasur.request('POST', `${PACKAGES}/${hash}/adopt`, { draft_id: uuid(), version, parts });
    const unknown = await adopt(['timers.nothing'], null);
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'package_part_unknown']);
    expect((await jasur.request('GET', '/api/model/draft')).json().draft).toBeNull();

    const chosen = [timer, 'timers.settling_talk', 'milestones.settled_in'];
    const draft: Draft = (await adopt(chosen, null)).json().draft;
    expect(draft.problems).toEqual([]);
    const places = draft.changes.map(({ path }) => path).filter((path) => path !== 'version');
    expect(places.toSorted()).toEqual(
      ['milestones.settled_in', `${timer}.amount`, 'timers.settling_talk'].sort(),
    );
    expect(draft.document).toMatchObject({ code: MODEL.code, version: MODEL.version + 1 });
    // What was looked at before the draft was begun is not what stands now.
    const late = await adopt(['thresholds.caseload_warn'], null);
    expect([late.statusCode, late.json().code]).toEqual([409, 'model_draft_changed']);
    expect((await opened(hash)).pieces.map(({ path }) => path)).toEqual([
      'thresholds.caseload_warn',
    ]);
    expect((await origins()).map(({ path, changed }) => [path, changed])).toEqual(
      chosen.toSorted().map((path) => [path, false]),
    );
    expect((await origins())[0]).toMatchObject({
      ...{ adopted_by: expect.any(String), package: { hash, country: 'KZ', version: 4 } },
    });
  });

  it('goes on in the trace of the next package, once it is in force; of no person', async () => {
    expect(JSON.parse((await exported()).json().file).manifest.made_from).toEqual([]);
    const { draft } = (await jasur.request('GET', '/api/model/draft')).json();
    const document = structuredClone(draft.document);
    set(document.timers[1], 'amount', 78);
    const saved = (
      await jasur.request('PUT', `/api/model/draft/${draft.id}`, {
        ...{ version: draft.version, document },
      })
    ).json().draft as Draft;
    await jasur.request('POST', `/api/model/draft/${draft.id}/publish`, {
      ...{ version: saved.version, model_id: uuid(), reason: 'Adopted' },
    });
    const { file } = (await exported()).json();
    const { manifest } = JSON.parse(file) as ModelPackage;
    expect(manifest.version).toBe(2);
    expect(manifest.made_from).toMatchObject([
      {
        package: { hash, country: 'KZ' },
        parts: [
          { path: 'milestones.settled_in', changed: false },
          { path: `timers.${MODEL.timers[1]?.code}`, changed: true },
          { path: 'timers.settling_talk', changed: false },
        ],
      },
      // Where that part had come from before.
      {
        package: { hash: 'd'.repeat(64), country: 'TJ' },
        parts: [{ path: 'milestones.settled_in', changed: false }],
      },
    ]);
    const { rows } = await owner.query('select name from auth.account where id = $1', [jasur.id]);
    expect(file).not.toContain(rows[0].name);
  });

  it('cannot be said for a draft that has ended, nor in another’s name', async () => {
    const other = await server.as('coordinator');
    const { rows } = await owner.query('select id from model_draft');
    const insert = (by: string) =>
      server.deps.database.as({ kind: 'account', id: jasur.id }, (acting) =>
        acting.client.query(
          `insert into model_adoption (id, draft_id, path, package_hash, value_hash, adopted_by, adopted_at)
           values ($1, $2, 'stages.reception', $3, 'x', $4, now())`,
          [uuid(), rows[0].id, hash, by],
        ),
      );
    await expect(insert(jasur.id)).rejects.toThrow(/row-level security/);
    await expect(insert(other.id)).rejects.toThrow(/row-level security/);
  });
});
