import { expect, it } from 'vitest';
import { z } from 'zod';
import { asSupervisor, bodies, caseFile, problemOf, testId } from '#test/case-file.ts';
import { contactWish } from './contact-wish.ts';

const BODY = testId(40);
const SCHOOL = testId(41);
const organisations = { [BODY]: { kind: 'tracing_body' }, [SCHOOL]: { kind: 'education' } };
const wish = (file: ReturnType<typeof caseFile>, over: object = {}) => ({
  ...{ wish_id: file.id(), relation: 'father', name: 'Rustam', last_country: 'SY' },
  ...{ wish: 'contact', other_may_know: false, ...over },
});

it('a relative is asked for only by wish, with consent, and of a tracing body', () => {
  const file = caseFile({ ground: { organisations } });
  const said = wish(file);
  const ask = (over: object = {}) => ({
    ...{ tracing_id: file.id(), wish_id: said.wish_id, organisation_id: BODY, on: '2026-11-24' },
    ...over,
  });
  expect(problemOf(file.say('request_tracing', ask()))).toBe('wish_unknown');
  file.done('wish_contact', said);
  expect(problemOf(file.say('request_tracing', ask()))).toBe('consent_missing');
  file.done('record_consent', bodies.consent(file, ['finding_relatives']));
  const school = ask({ organisation_id: SCHOOL });
  expect(problemOf(file.say('request_tracing', school))).toBe('not_a_tracing_body');
  const { wish_id, other_may_know } = said;
  file.done('change_contact_wish', { wish_id, wish: 'not_now', other_may_know });
  expect(problemOf(file.say('request_tracing', ask()))).toBe('tracing_not_wished');
  file.done('change_contact_wish', { wish_id, wish: 'news', other_may_know });
  const tracing = ask();
  file.done('request_tracing', tracing);
  const answer = { tracing_id: tracing.tracing_id, on: '2026-11-24', told: true };
  for (const result of ['refused', 'in_prison', 'Aleppo, street 5']) {
    expect(problemOf(file.say('answer_tracing', { ...answer, result }))).toBe('invalid_input');
  }
  file.done('answer_tracing', { ...answer, result: 'no_contact_wished' }, asSupervisor);
  const again = file.say('answer_tracing', { ...answer, result: 'found' });
  expect(again).toMatchObject({ answer: 'stale', problem: { code: 'tracing_answered' } });
});

// Broken once to see it fail: `wordsMissing` that answers null.
it('a child’s wish is the child’s own word', () => {
  const birth = { date: '2015-01-01', precision: 'day', estimated: false } as const;
  const file = caseFile({ person: { birth } });
  expect(problemOf(file.say('wish_contact', wish(file)))).toBe('own_words_needed');
  const said = wish(file, { own_words: 'Does he know that I go to school?' });
  file.done('wish_contact', said);
  const change = { wish_id: said.wish_id, wish: 'no_contact', other_may_know: false };
  expect(problemOf(file.say('change_contact_wish', change))).toBe('own_words_needed');
});

it('nothing of it is general, and nothing points at anybody who is written down here', () => {
  const { facts, commands } = contactWish;
  for (const { compartment } of Object.values(facts)) expect(compartment).toBe('protection');
  const schemas = Object.values(commands).map(({ body }) =>
    JSON.stringify(z.toJSONSchema(body, { unrepresentable: 'any' })),
  );
  for (const text of schemas) expect(text).not.toMatch(/person_id|case_id|address|place|phone/);
});
