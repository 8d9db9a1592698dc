import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { pulledBy } from '#test/pulled.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_ORGANISATIONS } from '../seed/organisations.ts';

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const today = () => server.deps.clock().toISOString().slice(0, 10);
const say = (by: Caller, file: OpenedFile, kind: string, body: unknown) =>
  tell(by, file.case_id, kind, body, { id: uuid() });

describe('a wish to hear of a relative, and a request to a tracing body', () => {
  const NAME = 'Canaryfather Rustam';
  const of = (kind: string) => DEMO_ORGANISATIONS.find((one) => one.kind === kind)?.id ?? '';

  it('is said by wish and consent, and read by supervisor and child protection alone', async () => {
    const file = await openFile(server, 'aziza');
    const wish_id = uuid();
    const wish = {
      ...{ wish_id, relation: 'father', name: NAME, last_country: 'SY' },
      ...{ wish: 'contact', other_may_know: false },
    };
    const by = (kind: string, body: object) => say(gulnora, file, kind, body);
    const wrong = async (kind: string, body: object) => {
      const { problem } = await by(kind, body);
      return problem?.fields?.[0]?.path ?? problem?.code;
    };
    expect(await wrong('wish_contact', { ...wish, name: '' })).toBe('body.name');
    expect(await wrong('wish_contact', { ...wish, last_country: 'Aleppo' })).toBe(
      'body.last_country',
    );
    expect(await wrong('wish_contact', { ...wish, relation: 'enemy' })).toBe('body.relation');
    expect(await wrong('wish_contact', { ...wish, person_id: file.person_id })).toBe(
      'body.person_id',
    );
    expect((await by('wish_contact', wish)).answer).toBe('applied');
    // The worker writes down what was said to her, and cannot read it afterwards.
    const told = await say(aziza, file, 'wish_contact', { ...wish, wish_id: uuid() });
    expect(told.answer).toBe('applied');

    const tracing = {
      ...{ tracing_id: uuid(), wish_id, organisation_id: of('tracing_body'), on: today() },
    };
    expect(await wrong('request_tracing', tracing)).toBe('consent_missing');
    const yes = {
      ...{ consent_id: uuid(), decision: 'given', purposes: ['finding_relatives'] },
      ...{ recipient_ids: [], withhold: [], said_by: { person_id: file.person_id, as: 'self' } },
      ...{ expression: 'spoken', language: 'uz', notice_version: '1' },
    };
    expect(await file.tell('record_consent', yes)).toMatchObject({ answer: 'applied' });
    const school = { ...tracing, organisation_id: of('education') };
    expect(await wrong('request_tracing', school)).toBe('not_a_tracing_body');
    expect(await wrong('request_tracing', { ...tracing, organisation_id: uuid() })).toBe(
      'not_a_tracing_body',
    );
    expect(await wrong('request_tracing', { ...tracing, on: '2026-13-01' })).toBe('body.on');
    expect(await wrong('request_tracing', { ...tracing, on: '2999-01-01' })).toBe(
      'day_in_the_future',
    );
    expect((await by('request_tracing', tracing)).answer).toBe('applied');
    const { tracing_id } = tracing;
    const found = { tracing_id, on: today(), told: true, result: 'found' };
    expect(await wrong('answer_tracing', { ...found, result: 'street 5' })).toBe('body.result');
    expect(await wrong('answer_tracing', { ...found, tracing_id: uuid() })).toBe('tracing_unknown');
    expect((await by('answer_tracing', found)).answer).toBe('applied');
    expect((await by('answer_tracing', found)).answer).toBe('stale');
    // Taken back, nobody is looked for any more.
    const not_now = { wish_id, wish: 'no_contact', other_may_know: false };
    expect((await by('change_contact_wish', not_now)).answer).toBe('applied');
    expect(await wrong('request_tracing', { ...tracing, tracing_id: uuid() })).toBe(
      'tracing_not_wished',
    );

    expect((await gulnora.request('GET', `/api/cases/${file.case_id}`)).body).toContain(NAME);
    const read = await aziza.request('GET', `/api/cases/${file.case_id}`);
    expect(read.statusCode).toBe(200);
    const { bodies: device } = await pulledBy(database, aziza);
    for (const text of [read.body, device, (await pulledBy(database, gulnora)).bodies]) {
      expect(/Canaryfather|contact_wish|tracing_(requested|answered)/.test(text)).toBe(false);
    }
  });
});
