import { describe, expect, it } from 'vitest';
import { bodies, caseFile, problemOf } from '#test/case-file.ts';
import { lastReviewOn } from './review.ts';

const review = (review_id: string, more: object = {}) => ({
  ...{ review_id, on: '2026-11-20', outcome: 'no_change', with_person: true, words: 'Goes well' },
  ...more,
});

describe('a review', () => {
  it('leaves the plan as it is, or follows a new version of it', () => {
    const file = caseFile();
    const plan = bodies.plan(file);
    file.done('agree_plan', plan);
    file.done('record_review', review(file.id()));
    const revised = () => review(file.id(), { outcome: 'plan_revised', on: '2026-11-24' });
    expect(problemOf(file.say('record_review', revised()))).toBe('plan_not_revised');
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    file.done('record_review', revised());
    expect(file.state.review.reviews.map((one) => one.plan_version)).toEqual([1, 2]);
    expect(lastReviewOn(file.state.review)).toBe('2026-11-24');
  });

  it('is refused without a plan, with a day in the future, or twice', () => {
    const file = caseFile();
    const body = review(file.id());
    expect(problemOf(file.say('record_review', body))).toBe('plan_missing');
    file.done('agree_plan', bodies.plan(file));
    const tomorrow = { ...body, on: '2026-11-25' };
    expect(problemOf(file.say('record_review', tomorrow))).toBe('day_in_the_future');
    file.done('record_review', body);
    expect(problemOf(file.say('record_review', body))).toBe('already_recorded');
  });
});
