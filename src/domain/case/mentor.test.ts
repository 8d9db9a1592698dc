import { expect, it } from 'vitest';
import { caseFile, problemOf, testId } from '#test/case-file.ts';
import { misnamed } from '../directory/neighbourhood.ts';
import { runningMentoring } from './mentor.ts';

const MENTOR = testId(50);
const WORKER = testId(51);
const accounts = {
  [MENTOR]: { role: 'mentor', place_path: [] },
  [WORKER]: { role: 'partner', place_path: [] },
};

it('a mentor is chosen by the person, one at a time, and ends at once', () => {
  const file = caseFile({ ground: { accounts } });
  const mentoring_id = file.id();
  const chosen = { mentoring_id, account_id: MENTOR, called: 'Zuhra', chosen_by_person: true };
  const say = (over: object) => problemOf(file.say('choose_mentor', { ...chosen, ...over }));
  expect(say({ chosen_by_person: false })).toBe('invalid_input');
  expect(say({ account_id: WORKER })).toBe('not_a_mentor');
  file.done('choose_mentor', chosen);
  expect(say({ mentoring_id: file.id() })).toBe('mentor_there_already');
  const meeting = {
    ...{ activity_id: file.id(), mentoring_id, what: 'Market', on: '2026-12-01', at: '10:00' },
    meeting_place: 'The gate of the market',
  };
  expect(problemOf(file.say('agree_activity', { ...meeting, at: '25:00' }))).toBe('invalid_input');
  const past = { ...meeting, on: '2026-11-01' };
  expect(problemOf(file.say('agree_activity', past))).toBe('day_in_the_past');
  file.done('agree_activity', meeting);
  file.done('end_mentoring', { mentoring_id, said_by: 'person' });
  expect(runningMentoring(file.state.mentor)).toBeNull();
  const after = { ...meeting, activity_id: file.id() };
  expect(problemOf(file.say('agree_activity', after))).toBe('mentoring_ended');
});

it('a body of the neighbourhood is called one, in whatever language', () => {
  for (const name of [
    ...['Mahalla committee “Navroʻz”', 'Комитет махалли', 'Oqsoqollar kengashi'],
    ...['Village assembly', 'Совет старейшин', 'Neighbourhood council 4'],
  ]) {
    expect(misnamed('community', { en: name })).toBe(true);
    expect(misnamed('neighbourhood_body', { en: name })).toBe(false);
  }
  expect(misnamed('health', { en: 'Family polyclinic 2', ru: 'Семейная поликлиника' })).toBe(false);
});
