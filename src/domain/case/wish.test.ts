import { expect, it } from 'vitest';
import { caseFile, problemOf } from '#test/case-file.ts';
import { silentOn } from './wish.ts';

// Broken once by comparing the last day with `<=`: on that day it was asked again already.
it('what is not to be asked rests until its last day, or for good, and only until it is lifted', () => {
  const file = caseFile();
  const domain = 'health';
  file.done('ask_no_more', { domain, until: '2027-01-31' });
  expect(silentOn(file.state.wish, domain, '2027-01-31')).toBe('2027-01-31');
  expect(silentOn(file.state.wish, domain, '2027-02-01')).toBeUndefined();
  expect(silentOn(file.state.wish, 'papers', '2027-01-01')).toBeUndefined();
  file.done('ask_no_more', { domain });
  expect(silentOn(file.state.wish, domain, '2099-01-01')).toBeNull();
  file.done('ask_again', { domain });
  expect(silentOn(file.state.wish, domain, '2027-01-01')).toBeUndefined();
  expect(file.say('ask_again', { domain })).toMatchObject({ answer: 'stale' });
  expect(problemOf(file.say('ask_no_more', { domain: 'belief' }))).toBe('need_domain_unknown');
  expect(problemOf(file.say('ask_no_more', { domain, until: '2020-01-01' }))).toBe(
    'day_in_the_past',
  );
});

it('the newest wishes hold; a copy is of what there is', () => {
  const file = caseFile();
  file.done('record_wishes', { worker: 'woman', interpreter: 'any' });
  file.done('record_wishes', { worker: 'woman', interpreter: 'woman' });
  expect(file.state.wish.wishes).toMatchObject({ worker: 'woman', interpreter: 'woman' });
  expect(problemOf(file.say('give_copy', { what: 'plan', how: 'paper' }))).toBe('plan_missing');
  file.done('give_copy', { what: 'log', how: 'read_out' });
  expect(file.state.copy.given).toMatchObject([{ what: 'log', how: 'read_out' }]);
});
