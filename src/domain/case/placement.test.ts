import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFile, caseFile, MODEL, problemOf, testId } from '#test/case-file.ts';
import { runningPlacement } from './placement-state.ts';
import { tasksOf } from './task.ts';

const CHILD = {
  person: { birth: { date: '2011-05-01', precision: 'day', estimated: false } as const },
};
type Part = readonly [kind: string, more: object];

const PARTS: readonly Part[] = [
  ['assess_family', { by: 'Office', result: 'suitable', home: 'A room', care: 'Her grandmother' }],
  ['record_family_consent', { said_by: 'Her grandmother', expression: 'signed' }],
  [
    'record_placement_decision',
    { body: 'Guardianship authority', number: '14', decision: 'agreed' },
  ],
];

function proposed(file: CaseFile, more: object = {}) {
  const placement_id = file.id();
  const outcome = file.say('propose_placement', {
    ...{ placement_id, kind: 'kin', person_ids: [testId(20)], with: 'Her grandmother' },
    ...{ siblings: 'none', ...more },
  });
  return { placement_id, outcome };
}

function begun(file: CaseFile, on: string): string {
  const { placement_id } = proposed(file);
  for (const [kind, more] of PARTS) file.done(kind, { placement_id, on, ...more });
  file.done('begin_placement', { placement_id, on });
  return placement_id;
}

function visit(file: CaseFile, placement_id: string, on: string, kind = 'home_visit') {
  const visit_id = file.id();
  file.done('record_visit', { visit_id, kind, on, met: true, compartment: 'general' }, { on });
  const body = { placement_id, visit_id, child_alone: 'yes' };
  return problemOf(file.say('record_placement_visit', body, { on }));
}
const due = (file: CaseFile) =>
  tasksOf(file.state, MODEL)
    .filter((task) => task.details.duty?.startsWith('placement_visit'))
    .map((task) => `${task.details.duty?.slice(-1)} ${task.due_at.slice(0, 10)}`);

describe('a care arrangement', () => {
  it('says why brothers and sisters are apart, and why no family can take the child in', () => {
    const file = caseFile(CHILD);
    const fields = (more: object) => {
      const { outcome } = proposed(file, more);
      return 'problem' in outcome ? outcome.problem.fields?.map(({ path }) => path) : null;
    };
    expect(fields({ siblings: 'apart' })).toEqual(['body.apart_reason']);
    expect(fields({ kind: 'residential' })).toEqual(['body.no_family_reason', 'body.review_on']);
    const residential = { kind: 'residential', no_family_reason: 'Nobody is found yet' };
    const late = proposed(file, { ...residential, review_on: '2026-11-24' });
    expect(problemOf(late.outcome)).toBe('day_in_the_past');
    expect(fields({ ...residential, review_on: '2026-12-24' })).toBeNull();
    expect(problemOf(proposed(caseFile()).outcome)).toBe('not_a_child');
  });

  // Seen to fail with `assessed` taken out of `BEFORE` for relatives.
  it('begins only after family, consent and authority, each before the day', () => {
    const file = caseFile(CHILD);
    const { placement_id } = proposed(file);
    const begin = (on = '2026-11-20') =>
      problemOf(file.say('begin_placement', { placement_id, on }));
    const wanted = ['family_not_assessed', 'receiving_consent_missing'];
    for (const [index, [kind, more]] of PARTS.entries()) {
      expect(begin()).toBe([...wanted, 'authority_decision_missing'][index]);
      file.done(kind, { placement_id, on: '2026-11-21', ...more });
      // A day later than the child moved in is no prior consent.
      expect(begin()).toBe([...wanted, 'authority_decision_missing'][index]);
      file.done(kind, { placement_id, on: '2026-11-19', ...more });
    }
    expect(begin('2026-11-25')).toBe('day_in_the_future');
    expect(begin()).toBeNull();
    expect(begin()).toBe('already_recorded');
    const second = proposed(file).placement_id;
    for (const [kind, more] of PARTS) {
      file.done(kind, { placement_id: second, on: '2026-11-19', ...more });
    }
    const other = file.say('begin_placement', { placement_id: second, on: '2026-11-24' });
    expect(problemOf(other)).toBe('placement_running');
  });

  it('does not begin with a family that cannot, an authority that says no, a child that says no', () => {
    const file = caseFile(CHILD);
    const { placement_id } = proposed(file);
    const on = '2026-11-19';
    const begin = () => problemOf(file.say('begin_placement', { placement_id, on }));
    for (const [kind, more] of PARTS) file.done(kind, { placement_id, on, ...more });
    file.done('record_own_agreement', {
      ...{ agreement_id: file.id(), about: { placement_id }, answer: 'no', heard: 'directly', on },
    });
    expect(begin()).toBe('child_said_no');
    file.done('record_own_agreement', {
      ...{ agreement_id: file.id(), about: { placement_id }, answer: 'yes', heard: 'directly', on },
    });
    const again = (index: number, more: object) =>
      file.done(PARTS[index]?.[0] ?? '', { placement_id, on, ...PARTS[index]?.[1], ...more });
    again(0, { result: 'not_suitable' });
    expect(begin()).toBe('family_not_suitable');
    again(0, {});
    again(2, { decision: 'refused' });
    expect(begin()).toBe('authority_said_no');
    again(2, {});
    expect(begin()).toBeNull();
  });

  // Seen to fail without `counts_from_day`: a first visit then ended all five.
  it('is visited at 2 weeks, 1, 3, 6 and 12 months', () => {
    const file = caseFile(CHILD);
    const placement_id = begun(file, '2026-11-01');
    const days = ['2026-11-15', '2026-12-01', '2027-01-30', '2027-04-30', '2027-11-01'];
    expect(due(file)).toEqual(days.map((day, index) => `${index + 1} ${day}`));
    for (const [index, day] of days.entries()) {
      expect(visit(file, placement_id, day)).toBeNull();
      expect(due(file)).toHaveLength(4 - index);
    }
  });

  it('counts only visits in person, within the arrangement, once; none is due after its end', () => {
    const file = caseFile(CHILD);
    const placement_id = begun(file, '2026-11-10');
    expect(visit(file, placement_id, '2026-11-20', 'phone')).toBe('visit_not_in_person');
    expect(visit(file, placement_id, '2026-11-09')).toBe('visit_outside_placement');
    const unknown = { placement_id, visit_id: file.id(), child_alone: 'no' };
    expect(problemOf(file.say('record_placement_visit', unknown))).toBe('visit_not_in_person');
    file.done('end_placement', { placement_id, on: '2026-11-24', reason: 'back_to_parents' });
    expect(due(file)).toEqual([]);
    const ended = file.say('end_placement', {
      ...{ placement_id, on: '2026-11-24', reason: 'of_age' },
    });
    expect(problemOf(ended)).toBe('placement_ended');
  });

  it('in residential care has a day on which it is looked at again', () => {
    const file = caseFile(CHILD);
    const no_family_reason = 'Nobody is found yet';
    const { placement_id } = proposed(file, {
      ...{ kind: 'residential', no_family_reason, review_on: '2026-12-20' },
    });
    file.done('record_placement_decision', { placement_id, on: '2026-11-19', ...PARTS[2]?.[1] });
    file.done('begin_placement', { placement_id, on: '2026-11-20' });
    const reviews = () =>
      tasksOf(file.state, MODEL)
        .filter(({ kind }) => kind === 'placement_review')
        .map(({ due_at }) => due_at.slice(0, 10));
    expect(reviews()).toEqual(['2026-12-20']);
    const words = { words: 'Not yet', on: '2026-11-24' };
    file.done('review_placement', { placement_id, ...words, review_on: '2027-01-20' });
    expect(reviews()).toEqual(['2027-01-20']);
  });
});

describe('any order of what is said about where a child lives', () => {
  const COMMANDS = [...PARTS.map(([kind]) => kind), 'begin_placement', 'end_placement', 'propose'];
  // Seen to fail with `placement_running` not asked for.
  it('one place at a time, never begun without what comes before', () => {
    const step = fc.tuple(fc.constantFrom(...COMMANDS), fc.nat(3), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const file = caseFile(CHILD);
        for (const [kind, pick, late] of steps) {
          const ids = Object.keys(file.state.placement.placements);
          const placement_id = ids[pick % Math.max(1, ids.length)];
          const on = late ? '2026-11-20' : '2026-11-10';
          const more = PARTS.find(([name]) => name === kind)?.[1];
          if (kind === 'propose') proposed(file);
          else if (kind === 'end_placement') file.say(kind, { placement_id, on, reason: 'other' });
          else file.say(kind, { placement_id, on, ...more });
          const all = Object.values(file.state.placement.placements);
          const running = all.filter((one) => one.begun !== null && one.ended === null);
          expect(running.length).toBeLessThanOrEqual(1);
          expect(runningPlacement(file.state.placement)?.[1]).toBe(running[0]);
          for (const one of running) {
            expect([one.assessed, one.consented, one.decided]).not.toContain(null);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
