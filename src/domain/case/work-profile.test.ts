import { expect, it } from 'vitest';
import { caseFile, problemOf } from '#test/case-file.ts';

const profile = (more: object = {}) => ({
  wishes: [{ words: 'швея', occupation: '7533.5', as: 'job' }],
  ...{ experience: [], skills: ['счёт'], schooling: null, schooling_state: null },
  limits: {
    ...{ hours: 'part', childcare: true, distance: 'district' },
    ...{ papers_missing: false, lighter_work: false },
  },
  ...more,
});

// Seen to fail with `conflicting` always false: the first of two that were said at once was gone.
it('a work profile has versions; of two said at once both stand until a human decides', () => {
  const file = caseFile();
  file.done('record_work_profile', profile());
  const first = file.state.work_profile.profile;
  const seen = { work_profile: first?.by ?? '' };
  file.done('record_work_profile', profile({ skills: ['sewing'] }), { seen });
  expect(file.state.work_profile.profile).toMatchObject({ version: 2, skills: ['sewing'] });
  file.say('record_work_profile', profile({ skills: ['baking'] }), { seen });
  const both = file.state.work_profile.profile;
  expect(both).toMatchObject({ version: 3, skills: ['baking'] });
  expect(both?.conflict?.profile).toMatchObject({ skills: ['sewing'] });
  file.done('record_work_profile', profile(), { seen: { work_profile: both?.by ?? '' } });
  expect(file.state.work_profile.profile?.conflict).toBeUndefined();
});

it('what is wrong in it is named; nothing but what is asked for has a field', () => {
  const file = caseFile();
  for (const wrong of [
    { wishes: [{ words: '', occupation: null, as: 'job' }] },
    { wishes: [{ words: 'x', occupation: 'sewing', as: 'job' }] },
    { experience: [{ words: 'x', occupation: null, years: -1 }] },
    { score: 7 },
    { limits: { ...profile().limits, health: 'anything' } },
  ])
    expect(problemOf(file.say('record_work_profile', profile(wrong)))).toBe('invalid_input');
});

it('what was offered gets the answer of the person, and only what was offered', () => {
  const file = caseFile();
  const offer_id = file.id();
  const offer = {
    offer_id,
    kind: 'vacancy',
    target_id: file.id(),
    words: 'Швея',
    occupation: null,
  };
  file.done('offer_work', offer);
  expect(problemOf(file.say('offer_work', offer))).toBe('already_recorded');
  file.done('answer_work_offer', { offer_id, answer: 'wants' });
  expect(file.state.work_offer.offers[offer_id]).toMatchObject({ words: 'Швея', answer: 'wants' });
  expect(problemOf(file.say('answer_work_offer', { offer_id: file.id(), answer: 'wants' }))).toBe(
    'work_offer_unknown',
  );
});
