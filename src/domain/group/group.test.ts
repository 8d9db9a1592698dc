import { describe, expect, it } from 'vitest';
import { asSupervisor, caseFile, MODEL, problemOf, testId } from '#test/case-file.ts';
import { reachOf } from '../access/reach.ts';
import { tasksOf } from '../case/task.ts';
import { listedNames, nextSession, plannedDays } from './group.ts';

const GROUP = testId(60);
const ORGANISATION = testId(61);
const PSYCHOLOGIST = { role: 'specialist_psychosocial', account: testId(34) } as const;

describe('the plan of a group', () => {
  it('becomes single sessions on the weekdays that were chosen', () => {
    const plan = { weekdays: [1, 4], from: '2026-11-24', count: 4 };
    expect(plannedDays(plan)).toEqual(['2026-11-26', '2026-11-30', '2026-12-03', '2026-12-07']);
    expect(plannedDays({ ...plan, weekdays: [7], count: 1 })).toEqual(['2026-11-29']);
    expect(plannedDays({ ...plan, weekdays: [] })).toEqual([]);
    expect(plannedDays({ ...plan, from: 'soon' as never })).toEqual([]);
    expect(plannedDays({ ...plan, count: 999 })).toHaveLength(60);
  });

  it('tells the next one that was not dropped', () => {
    const session = (on: string, state: 'planned' | 'dropped') => ({
      ...{ id: testId(1), on, at: '15:00', state, neighbours: null },
    });
    const sessions = [
      session('2026-12-08', 'planned'),
      session('2026-11-24', 'dropped'),
      session('2026-12-01', 'planned'),
    ];
    expect(nextSession({ sessions }, '2026-11-24')?.on).toBe('2026-12-01');
    expect(nextSession({ sessions }, '2026-12-09')).toBeNull();
  });
});

// Broken once to see it fail: neighbours after the others.
it('a printed list stands in the order of the alphabet, whoever they are', () => {
  expect(listedNames(['Zuhra', 'Anora'], ['Lola', ' ', 'Малика'], 'en')).toEqual([
    ...['Anora', 'Lola', 'Zuhra', 'Малика'],
  ]);
});

describe('in the file', () => {
  const joining = (file: ReturnType<typeof caseFile>, over = {}) => ({
    ...{ participation_id: file.id(), group_id: GROUP, organisation_id: ORGANISATION },
    ...{ compartment: 'general', called: 'Zuhra', children: 0, on: '2026-11-20' },
    ...{ agreed_by_person: true, ...over },
  });

  it('a missed session gives no task; a supervisor or worker says it, no other role', () => {
    const file = caseFile();
    const joined = joining(file);
    file.done('join_group', joined);
    const before = tasksOf(file.state, MODEL);
    const noted = {
      ...{ participation_id: joined.participation_id, compartment: 'general' },
      ...{ group_session_id: file.id(), on: '2026-11-22', attended: false },
    };
    expect(problemOf(file.say('note_attendance', noted, { role: 'coordinator' }))).toBe(
      'not_allowed',
    );
    file.done('note_attendance', noted);
    expect(tasksOf(file.state, MODEL)).toEqual(before);
    file.done('note_attendance', { ...noted, attended: true }, asSupervisor);
    const { attendance } = file.state.group.participations[joined.participation_id] ?? {};
    expect(Object.values(attendance ?? {})).toEqual([{ on: '2026-11-22', attended: true }]);
  });

  it('nobody joins without the own word', () => {
    const file = caseFile();
    const outcome = file.say('join_group', joining(file, { agreed_by_person: false }));
    expect(outcome).toMatchObject({
      problem: { fields: [{ path: 'body.agreed_by_person', code: 'not_agreed_by_person' }] },
    });
  });

  it('the organisation reaches nothing but the list, and only while somebody takes part', () => {
    const file = caseFile();
    const key = `organisation:${ORGANISATION}`;
    const ways = () => reachOf(file.state).filter((one) => one.key === key);
    const joined = joining(file);
    file.done('join_group', joined);
    expect(ways()).toEqual([{ key, compartment: 'group', until: null }]);
    const { participation_id } = joined;
    file.done('leave_group', { participation_id, compartment: 'general', on: '2026-11-24' });
    expect(ways()).toEqual([]);
  });

  it('a psychosocial group gives no reach, and only the specialist of this person writes of it', () => {
    const file = caseFile();
    const joined = joining(file, { compartment: 'psychosocial' });
    expect(problemOf(file.say('join_group', joined))).toBe('not_assigned');
    expect(problemOf(file.say('join_group', joined, PSYCHOLOGIST))).toBe('not_assigned');
    const assigned = { account_id: PSYCHOLOGIST.account, compartment: 'psychosocial' };
    file.done('assign_specialist', assigned, asSupervisor);
    const { facts } = file.done('join_group', joined, PSYCHOLOGIST);
    expect(facts.map((fact) => fact.compartment)).toEqual(['psychosocial']);
    expect(reachOf(file.state).some((one) => one.compartment === 'group')).toBe(false);
    const { participation_id } = joined;
    const leave = { participation_id, compartment: 'general', on: '2026-11-24' };
    expect(problemOf(file.say('leave_group', leave))).toBe('participation_unknown');
  });
});
