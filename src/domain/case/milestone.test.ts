import { describe, expect, it } from 'vitest';
import { caseFile, firstCode, MODEL, problemOf } from '#test/case-file.ts';
import { milestonesOf, reachedOn } from './milestone.ts';

const code = firstCode(MODEL.milestones);
const kept = MODEL.milestones.find((entry) => entry.after !== undefined);

describe('a milestone', () => {
  it('is kept with its day, words and how it is known, in the order of days', () => {
    const file = caseFile();
    const later = { milestone_id: file.id(), code, on: '2026-11-20', words: 'Her own passport' };
    const earlier = { milestone_id: file.id(), code, on: '2026-11-03', evidence: 'saw the paper' };
    file.done('reach_milestone', later);
    file.done('reach_milestone', earlier);
    expect(milestonesOf(file.state.milestone)).toMatchObject([earlier, later]);
    expect(reachedOn(file.state.milestone, code)).toBe('2026-11-20');
    expect(reachedOn(file.state.milestone, 'another')).toBeNull();
  });

  it('is refused with an unknown code, a day in the future, or twice under one id', () => {
    const file = caseFile();
    const body = { milestone_id: file.id(), code, on: '2026-11-20' };
    expect(problemOf(file.say('reach_milestone', { ...body, code: 'loyal' }))).toBe(
      'milestone_unknown',
    );
    expect(problemOf(file.say('reach_milestone', { ...body, on: '2026-11-25' }))).toBe(
      'day_in_the_future',
    );
    file.done('reach_milestone', body);
    expect(problemOf(file.say('reach_milestone', body))).toBe('already_recorded');
  });

  it('that follows another one waits for its months', () => {
    const file = caseFile();
    const months = kept?.after?.months ?? 0;
    const say = (on: string) =>
      file.say('reach_milestone', { milestone_id: file.id(), code: kept?.code, on });
    expect(problemOf(say('2026-11-20'))).toBe('milestone_before_missing');
    const first = { milestone_id: file.id(), code: kept?.after?.milestone, on: '2026-01-31' };
    file.done('reach_milestone', first);
    // 31 January and three months: 30 April, as April has no 31st.
    expect(months).toBe(3);
    expect(problemOf(say('2026-04-29'))).toBe('milestone_early');
    expect(problemOf(say('2026-04-30'))).toBeNull();
  });
});
