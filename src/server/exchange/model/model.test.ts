import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ModelCard } from '#domain/exchange/model/model-card.ts';
import {
  type ModelPackage,
  type PackageManifest,
  packageText,
  signedText,
} from '#domain/model-package/package-file.ts';
import { parseDraft } from '#domain/programme/draft-check.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { packageOf } from '../../model-package/package-upload.ts';
import { signingKey } from '../../model-package/signing-key.ts';
import { DEMO_MODEL } from '../seed/models.ts';

const database = await testDatabase();
const server = await testServer(database);
const [nodira, dilnoza, aigerim, farah, lukas] = await Promise.all(
  (['nodira', 'dilnoza', 'aigerim', 'farah', 'lukas'] as const).map((name) =>
    participant(server, name),
  ),
);
if (!nodira || !dilnoza || !aigerim || !farah || !lukas) throw new Error('nobody');

const MODELS = '/api/exchange/models';
const key = await signingKey(mkdtempSync(join(tmpdir(), 'homeward-key-')), uuid);
const en = (text: string) => ({ lang: 'en', text });
const stranger = server.stranger();
const page = async (path: string) => stranger.request('GET', `/exchange/${path}`);
const cardOf = async (by: Caller, id: string): Promise<ModelCard> =>
  (await by.request('GET', `${MODELS}/${id}`)).json().model;

function signed(country: string, citation = 'House rule'): string {
  const model = structuredClone(MODEL) as unknown as { timers: { source_citation: string }[] };
  for (const timer of model.timers.slice(0, 1)) timer.source_citation = citation;
  const manifest: PackageManifest = {
    ...{ title: { en: 'Steppe model' }, country, made_by: 'Steppe Centre for Reintegration' },
    ...{ made_on: '2026-11-01', licence: 'CC-BY-4.0', version: 1, made_from: [] },
  };
  const content = { model, guide: {} };
  return packageText(manifest, content, key.sign(signedText(manifest, content)));
}
function upload(by: Caller, card: string, file: string) {
  const edge = 'edge';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.json"\r\n\r\n`;
  return server.app.inject({
    ...{ method: 'POST', url: `${MODELS}/${card}/files` },
    payload: `${head}${file}\r\n--${edge}--\r\n`,
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}

describe('the model of the demo', () => {
  it('is read by everybody in three languages, with its sources, and its package downloads as it was signed', async () => {
    for (const [lang, words] of [
      ['en', ['First week at home', 'Time limits', 'Endorsed by', 'Download the package']],
      ['ru', ['Первая неделя дома']],
      ['uz', ['Uydagi birinchi hafta']],
    ] as const) {
      const list = await page(`${lang}/models`);
      expect(list.statusCode).toBe(200);
      expect(list.body).toContain(`/exchange/${lang}/models/${DEMO_MODEL.slug}`);
      const whole = await page(`${lang}/models/${DEMO_MODEL.slug}`);
      expect(whole.statusCode).toBe(200);
      for (const text of words) expect(whole.body).toContain(text);
      // What is not answered yet is not shown.
      expect(whole.body).not.toContain('half the people');
    }
    const { body } = await page(`en/models/${DEMO_MODEL.slug}`);
    const path = /href="(\/exchange\/models\/[0-9a-f]{64}\/package\.json)"/.exec(body)?.[1] ?? '';
    const file = await stranger.request('GET', path);
    expect(file.headers['content-disposition']).toContain('attachment');
    const taken = packageOf(file.body);
    if ('problem' in taken) throw new Error(taken.problem.code);
    expect(body).toContain(taken.hash);
    // It is sound as a programme reads it, which the exchange itself cannot tell.
    const { model } = (JSON.parse(file.body) as ModelPackage).content;
    expect(parseDraft(model)).toHaveProperty('model');
    expect((await page(`en/models/nothing`)).statusCode).toBe(404);
    expect(
      (await stranger.request('GET', `/exchange/models/${'a'.repeat(64)}/package.json`)).statusCode,
    ).toBe(404);
  });
});

describe('a model of another country', () => {
  const id = uuid();
  const begin = (by: Caller, country: string) =>
    by.request('POST', MODELS, {
      ...{ id, title: en('From the train to the town'), summary: en('How it is done.') },
      ...{ country, institution_id: null },
    });

  it('is begun by whoever speaks for that country, and is nobody else’s to see', async () => {
    expect((await begin(farah, 'KZ')).json().code).toBe('not_allowed');
    expect((await begin(lukas, 'DE')).json().code).toBe('not_allowed');
    const made = (await begin(aigerim, 'KZ')).json().model as ModelCard;
    expect(made).toMatchObject({ state: 'draft', country: 'KZ', may: { edit: true, ask: false } });
    expect(made.slug).toMatch(/^kz-from-the-train-to-the-town-[0-9a-f]{6}$/);
    // The same beginning again is the same.
    expect((await begin(aigerim, 'KZ')).json().model.id).toBe(id);
    for (const by of [farah, lukas]) {
      expect((await by.request('GET', `${MODELS}/${id}`)).json().code).toBe('gone');
      const all = (await by.request('GET', MODELS)).json().models as ModelCard[];
      expect(all.map((one) => one.id)).toEqual([DEMO_MODEL.id]);
    }
    expect((await page(`en/models/${made.slug}`)).statusCode).toBe(404);
  });

  // Broken on purpose: with the check left out of the upload the package with a name was taken.
  it('takes packages of its own country without a person in them, and says why not otherwise', async () => {
    const early = await aigerim.request('POST', `${MODELS}/${id}/publish`);
    expect(early.json().code).toBe('model_file_missing');
    const wrong: [string, string][] = [
      [signed('UZ'), 'package_of_other_country'],
      [signed('KZ', 'Ask Madina, 34, of the village of Aqtas'), 'package_names_person'],
      [signed('KZ').replace('"amount":24', '"amount":25'), 'package_changed'],
      ['{}', 'package_unreadable'],
    ];
    for (const [file, code] of wrong) {
      expect((await upload(aigerim, id, file)).json().code).toBe(code);
    }
    expect((await upload(farah, id, signed('KZ'))).json().code).toBe('gone');
    expect((await upload(farah, DEMO_MODEL.id, signed('UZ'))).json().code).toBe('not_allowed');
    const { model } = (await upload(aigerim, id, signed('KZ'))).json();
    expect(model.files).toMatchObject([{ published: false, manifest: { country: 'KZ' } }]);
  });

  // Broken on purpose: with the rows published as they stand, what was written after the asking went out unseen.
  it('goes out by a second editor, exactly as it was asked for', async () => {
    const section = (kind: string, text: string) =>
      aigerim.request('PUT', `${MODELS}/${id}/sections/${kind}`, { text: en(text) });
    expect((await aigerim.request('POST', `${MODELS}/${id}/publish`)).json().code).toBe(
      'model_dossier_missing',
    );
    expect((await section('context', 'Many came by train.')).statusCode).toBe(200);
    expect((await section('context', 'Again.')).json().code).toBe('text_changed_meanwhile');
    const asked = await aigerim.request('POST', `${MODELS}/${id}/publish`);
    expect(asked.json().model.state).toBe('waiting');
    expect((await aigerim.request('POST', `${MODELS}/${id}/publish`)).json().code).toBe(
      'already_so',
    );
    await section('advice', 'Written later, seen by nobody.');
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    const [publication] = rows as { id: string; subject_id: string }[];
    expect(publication?.subject_id).toBe(id);
    const path = `/api/exchange/publications/${publication?.id}/publish`;
    expect((await aigerim.request('POST', path, { answered: [] })).json().code).toBe('gone');
    expect((await dilnoza.request('POST', path, { answered: [] })).statusCode).toBe(204);
    const card = await cardOf(farah, id);
    const shown = await page(`en/models/${card.slug}`);
    expect(shown.body).toContain('Many came by train.');
    expect(shown.body).not.toContain('Written later');
    expect(JSON.stringify(card)).not.toContain('Written later');
    // A delegate cannot write what readers see, whatever a route may do.
    const aside = server.deps.otherHalf.exchange.as(aigerim.id, ({ client }) =>
      client.query(`update exchange.model_card set shown = '{}' where id = $1`, [id]),
    );
    await expect(aside).rejects.toThrow(/published by an editor only/);
  });

  it('is asked about by peers of other countries, answered, and endorsed', async () => {
    const ask = (by: Caller, question = uuid()) =>
      by.request('POST', `${MODELS}/${id}/questions`, {
        id: question,
        question: en('Why trains?'),
      });
    expect((await ask(farah)).json().code).toBe('peers_not_asked');
    const open = await aigerim.request('POST', `${MODELS}/${id}/review`, { review: 'open' });
    expect(open.json().model.review).toBe('open');
    expect((await ask(aigerim)).json().code).toBe('peers_of_own_country');
    const question = uuid();
    const { model } = (await ask(farah, question)).json();
    expect(model.questions).toMatchObject([{ country: 'MY', own: true, answer: null }]);
    const answer = (by: Caller) =>
      by.request('POST', `${MODELS}/${id}/questions/${question}/answer`, {
        answer: en('They came at night.'),
      });
    expect((await answer(farah)).json().code).toBe('not_allowed');
    expect((await answer(aigerim)).statusCode).toBe(200);
    expect((await answer(dilnoza)).json().code).toBe('text_changed_meanwhile');
    const endorsement = {
      ...{ body: en('The meeting of coordinators'), words: en('We recommend it.') },
      ...{ edition_id: null, session_id: null, decided_on: '2026-11-20', model_version: 1 },
    };
    const endorse = (by: Caller, over: object = {}) =>
      by.request('POST', `${MODELS}/${id}/endorsements`, { id: uuid(), ...endorsement, ...over });
    expect((await endorse(aigerim)).json().code).toBe('not_allowed');
    expect((await endorse(dilnoza, { edition_id: uuid() })).json().fields[0].path).toBe(
      'body.edition_id',
    );
    expect((await endorse(dilnoza)).json().model.endorsements).toHaveLength(1);
    // Nothing of it goes out before a second editor has seen it.
    const { slug } = await cardOf(aigerim, id);
    expect((await page(`en/models/${slug}`)).body).not.toContain('Why trains?');
    await dilnoza.request('POST', `${MODELS}/${id}/publish`);
    const { rows } = (await nodira.request('GET', '/api/exchange/publications')).json();
    const path = `/api/exchange/publications/${rows[0].id}/publish`;
    expect((await dilnoza.request('POST', path, { answered: [] })).json().code).toBe(
      'publication_of_own',
    );
    expect((await nodira.request('POST', path, { answered: [] })).statusCode).toBe(204);
    const { body } = await page(`en/models/${slug}`);
    for (const text of ['Why trains?', 'They came at night.', 'We recommend it.', 'Malaysia']) {
      expect(body).toContain(text);
    }
  });

  // Broken on purpose: with no published version asked for, a country told of adopting what nobody had seen.
  it('is adopted in parts by another country, and readers learn it after a second editor', async () => {
    const tell = (over: object = {}) =>
      farah.request('POST', '/api/exchange/adoptions', {
        ...{ adoption_id: uuid(), subject_kind: 'model', subject_id: id, from_version: 1 },
        ...{ status: 'piloting', since: '2026-11-21', language: 'en', parts: ['stages'] },
        ...{ adaptation: 'With buses instead of trains.', ...over },
      });
    expect((await tell({ from_version: 2 })).json().code).toBe('gone');
    expect((await tell({ parts: ['everything'] })).statusCode).toBe(422);
    expect((await tell()).statusCode).toBe(201);
    const { slug } = await cardOf(aigerim, id);
    expect((await page(`en/models/${slug}`)).body).not.toContain('buses');
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    const path = `/api/exchange/publications/${rows[0].id}/publish`;
    expect((await dilnoza.request('POST', path, { answered: [] })).statusCode).toBe(204);
    const { body } = await page(`en/models/${slug}`);
    for (const text of ['With buses instead of trains.', 'Which parts', 'Malaysia']) {
      expect(body).toContain(text);
    }
    expect((await page(`en/models/${DEMO_MODEL.slug}`)).body).toContain('roads are closed');
  });

  it('is taken down in one click, with its package', async () => {
    const { slug, files } = await cardOf(aigerim, id);
    const down = await nodira.request('POST', '/api/exchange/takedowns', {
      ...{ subject_kind: 'model', subject_id: id, reason: 'A name was found' },
    });
    expect(down.statusCode).toBe(204);
    expect((await page(`en/models/${slug}`)).statusCode).toBe(404);
    const file = `/exchange/models/${files[0]?.hash}/package.json`;
    expect((await stranger.request('GET', file)).statusCode).toBe(404);
    expect((await farah.request('GET', `${MODELS}/${id}`)).json().code).toBe('gone');
  });

  it('answers bad input with the field', async () => {
    const reply = await aigerim.request('POST', MODELS, {
      ...{ id: 'x', title: { lang: 'English', text: '' }, summary: en('a\u0000') },
      ...{ country: 'kz', institution_id: null },
    });
    expect(reply.statusCode).toBe(422);
    const wrong = await aigerim.request('PUT', `${MODELS}/${id}/sections/nothing`, {
      text: en('x'),
    });
    expect(wrong.statusCode).toBe(422);
    expect((await stranger.request('GET', MODELS)).statusCode).toBe(401);
  });
});
