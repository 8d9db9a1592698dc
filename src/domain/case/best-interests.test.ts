import { describe, expect, it } from 'vitest';
import {
  asSupervisor,
  type CaseFile,
  caseFile,
  MODEL,
  problemOf,
  testId,
} from '#test/case-file.ts';
import { reachOf } from '../access/reach.ts';
import { rowOf } from './row.ts';
import { tasksOf } from './task.ts';

const born = (date: string) => ({
  person: { birth: { date, precision: 'day', estimated: false } as const },
});
const TWELVE = born('2014-05-01');
const member = (discipline: string, confidentiality_signed = true) => ({
  ...{ name: `Member for ${discipline}`, discipline, confidentiality_signed },
});

function body(file: CaseFile, more: object = {}) {
  return {
    ...{ decision_id: file.id(), question: 'Where does she live?' },
    panel: ['social_work', 'psychology', 'education'].map((one) => member(one)),
    child_view: { heard: 'directly', words: 'With grandmother' },
    options: [
      { what: 'With her grandmother', weighed: 'Her wish' },
      { what: 'With her aunt', weighed: 'Nearer to school' },
    ],
    ...{ decision: 'With her grandmother', on: '2026-11-20', review_on: '2027-02-20', ...more },
  };
}
const say = (file: CaseFile, more: object, voice = asSupervisor) =>
  problemOf(file.say('decide_best_interests', body(file, more), voice));

describe('a best-interests decision', () => {
  // Disciplines, signatures, hearing and options: each was seen to be taken with its question left out.
  it.each([
    ['disciplines_missing', { panel: ['law', 'law', 'health'].map((one) => member(one)) }],
    [
      'confidentiality_missing',
      { panel: [member('law'), member('health'), member('psychology', false)] },
    ],
    ['child_not_heard', { child_view: { heard: 'not_heard' } }],
    ['child_not_heard', { child_view: { heard: 'observed', words: 'She sleeps badly' } }],
    ['options_missing', { options: [{ what: 'One', weighed: 'Only' }] }],
    ['ends_before_start', { review_on: '2026-11-20' }],
    ['day_in_the_future', { on: '2026-11-30' }],
    ['invalid_input', { child_view: { heard: 'directly' } }],
    ['invalid_input', { review_on: undefined }],
    ['decision_unknown', { reviews: testId(99) }],
  ])('is refused: %s', (code, more) => {
    expect(say(caseFile(TWELVE), more)).toBe(code);
  });

  it('is taken whole; a small child is looked at in place of being asked', () => {
    expect(say(caseFile(TWELVE), {})).toBeNull();
    const observed = { child_view: { heard: 'observed', words: 'Runs to her grandmother' } };
    expect(say(caseFile(born('2023-05-01')), observed)).toBeNull();
    expect(say(caseFile(), {})).toBe('not_a_child');
  });

  it('is written by supervisor and child protection, and by nobody else', () => {
    const by = (role: 'caseworker' | 'specialist_health' | 'specialist_protection') => ({
      ...{ role, account: testId(60) },
    });
    const file = caseFile(TWELVE);
    expect(say(file, {}, by('caseworker'))).toBe('not_allowed');
    expect(say(file, {}, by('specialist_health'))).toBe('not_allowed');
    expect(say(file, {}, by('specialist_protection'))).toBeNull();
  });

  // Seen to fail with the task left `general`.
  it('leaves no trace outside its compartment: not a fact, a list row, a task or a way to the file', () => {
    const file = caseFile(TWELVE);
    const before = file.state;
    const { facts } = file.done('decide_best_interests', body(file), asSupervisor);
    expect(facts.map(({ compartment }) => compartment)).toEqual(['protection']);
    expect(rowOf(file.state)).toEqual(rowOf(before));
    expect(reachOf(file.state)).toEqual(reachOf(before));
    const open = tasksOf(file.state, MODEL).filter((one) => one.compartment !== 'protection');
    expect(open).toEqual(tasksOf(before, MODEL));
    expect(JSON.stringify(file.state)).not.toContain('grandmother');
  });

  it('is looked at again on its day, by a decision that takes its place', () => {
    const file = caseFile(TWELVE);
    const first = body(file);
    file.done('decide_best_interests', first, asSupervisor);
    const due = () =>
      tasksOf(file.state, MODEL)
        .filter(({ kind }) => kind === 'best_interests_review')
        .map(({ due_at }) => due_at.slice(0, 10));
    expect(due()).toEqual(['2027-02-20']);
    expect(say(file, { reviews: first.decision_id, review_on: '2027-05-20' })).toBeNull();
    expect(due()).toEqual(['2027-05-20']);
    expect(say(file, { reviews: first.decision_id })).toBe('already_recorded');
  });
});
