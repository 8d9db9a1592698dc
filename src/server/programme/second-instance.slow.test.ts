import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, expect, it } from 'vitest';
import type { ModelPackage } from '#domain/model-package/package-file.ts';
import type { OpenedPackage, PartOrigin } from '#domain/programme/adoption.ts';
import type { Draft, DraftDocument } from '#domain/programme/model-draft.ts';
import { adoptPieces, modelPieces, pieceName } from '#domain/programme/model-piece.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { sessionCookie, startChild } from '#test/setup/server-child.ts';
import { DEMO_MODEL } from '../exchange/seed/models.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

/** The first instance shows a model to everybody; the second one has a database and a process of its own. */
const first = await testServer(await testDatabase());
const there = await testDatabase();
const SECRET = 'a secret of the second instance, long enough';
const second = await startChild(there.urls, {
  secret: SECRET,
  dataDir: mkdtempSync(join(tmpdir(), 'homeward-second-')),
});
afterAll(() => second.stop());
const coordinator = DEMO_PEOPLE.jasur;
const cookie = await sessionCookie(there.urls, coordinator.id, SECRET);

async function ask<T>(
  path: string,
  body?: object | FormData,
): Promise<{ status: number; json: T }> {
  const form = body instanceof FormData;
  const reply = await fetch(`${second.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie,
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  return { status: reply.status, json: (await reply.json()) as T };
}
function upload(file: string) {
  const form = new FormData();
  form.append('file', new Blob([file], { type: 'application/json' }), 'model.json');
  return ask<{ hash: string; code?: string }>('/api/model/packages', form);
}

// Not yet broken on purpose; it should fail by taking the offered document whole into the draft: the milestone and the timer that nobody had chosen came too.
it('a second instance imports a model from the exchange and adopts in part; the trace goes on from there', async () => {
  const reader = first.stranger();
  const page = await reader.request('GET', `/exchange/en/models/${DEMO_MODEL.slug}`);
  const path = /href="(\/exchange\/models\/[0-9a-f]{64}\/package\.json)"/.exec(page.body)?.[1];
  const file = (await reader.request('GET', path ?? '')).body;

  // On the way somebody writes a name into it: neither as it is signed nor signed anew is it taken.
  expect((await upload(file.replace('House rule', 'Madina, 34'))).json.code).toBe(
    'package_changed',
  );

  const { status, json } = await upload(file);
  expect(status).toBe(201);
  expect(page.body).toContain(json.hash);
  const opened = (await ask<OpenedPackage>(`/api/model/packages/${json.hash}`)).json;
  expect(page.body).toContain(opened.package.key);
  const stage = opened.pieces.find(({ path: at }) => at === 'stages.first_week');
  expect(stage?.goes_with).toEqual(['timers.first_week_visit']);

  const chosen = ['stages.first_week', 'timers.first_week_visit', 'timers.plan_review'];
  const left = opened.pieces.map(pieceName).filter((name) => !chosen.includes(name));
  expect(left.toSorted()).toEqual(['milestones.companion_at_school', 'timers.companion_found']);
  const draft_id = uuid();
  const adopted = await ask<{ draft: Draft }>(`/api/model/packages/${json.hash}/adopt`, {
    ...{ draft_id, version: null, parts: chosen },
  });
  expect(adopted.status).toBe(200);
  const { draft } = adopted.json;
  expect(draft.problems).toEqual([]);
  const own = MODEL as unknown as DraftDocument;
  const { model } = (JSON.parse(file) as ModelPackage).content;
  const { version: _version, ...expected } = adoptPieces(own, model, new Set(chosen));
  expect(draft.document).toMatchObject(expected);
  expect(modelPieces(own, draft.document).map(pieceName).toSorted()).toEqual(chosen.toSorted());

  const { origins } = (await ask<{ origins: PartOrigin[] }>('/api/model/origins')).json;
  expect(origins.map(({ path: at, changed }) => [at, changed])).toEqual(
    chosen.toSorted().map((at) => [at, false]),
  );
  for (const one of origins) {
    expect(one).toMatchObject({
      package: { hash: json.hash, country: 'UZ', version: 2 },
      adopted_by: coordinator.name,
    });
  }

  // In force there, it goes out again under another key, and says where it comes from.
  await ask(`/api/model/draft/${draft_id}/publish`, {
    ...{ version: draft.version, model_id: uuid(), reason: 'Adopted from the exchange' },
  });
  const made = await ask<{ file: string }>('/api/model/package', {
    ...{ title: { en: 'Ours' }, country: 'KG', made_by: 'Issyk Family Support' },
    ...{ licence: 'CC-BY-4.0', guide: {} },
  });
  const next = JSON.parse(made.json.file) as ModelPackage;
  expect(next.signature.public_key).not.toBe(
    (JSON.parse(file) as ModelPackage).signature.public_key,
  );
  expect(next.manifest.made_from).toMatchObject([
    {
      package: { hash: json.hash, country: 'UZ' },
      parts: chosen.toSorted().map((at) => ({ path: at, changed: false })),
    },
  ]);
  // Of the exchange the second instance took nothing but the file.
  const { rows } = await there.pool('owner').query('select hash from model_package');
  expect(rows).toEqual([{ hash: json.hash }]);
});
