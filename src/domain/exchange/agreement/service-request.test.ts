import { expect, it } from 'vitest';
import { answered, newServiceRequest, serviceAnswer } from './service-request.ts';

const ID_1 = '01980000-0000-7000-8000-000000000001';
const ID_2 = '01980000-0000-7000-8000-000000000002';

const wrongFields = (parsed: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  parsed.error?.issues.map((issue) => issue.path.join('.'));

it('interpretation needs two languages that differ; captions need one', () => {
  const asked = (over: object) =>
    newServiceRequest.safeParse({
      ...{ id: ID_1, session_id: ID_2, kind: 'interpretation' },
      ...{ from_language: 'ru', to_language: 'uz-Latn', note: null, ...over },
    });
  expect(asked({}).success).toBe(true);
  expect(wrongFields(asked({ from_language: null }))).toEqual(['from_language']);
  expect(wrongFields(asked({ to_language: 'ru' }))).toEqual(['to_language']);
  expect(wrongFields(asked({ kind: 'captions', to_language: null }))).toEqual(['to_language']);
  const rehearsal = { kind: 'technical_rehearsal', from_language: null, to_language: null };
  expect(asked(rehearsal).success).toBe(true);
});

it('a no says why, and nobody answers over an answer that was not seen', () => {
  const no = { state: 'declined', answer: null, seen: 'asked' };
  expect(wrongFields(serviceAnswer.safeParse(no))).toEqual(['answer']);
  const said = { state: 'declined', answer: 'No booth free', seen: 'asked' } as const;
  expect(answered('asked', said)).toBe('declined');
  expect(answered('accepted', said)).toEqual({ code: 'version_conflict' });
});
