import { describe, expect, it } from 'vitest';
import { planChanges } from './plan-changes.ts';

const step = (step_id: string, due_on: string) => ({
  ...{ step_id, what: `Step ${step_id}`, owner: 'person' as const, due_on, sensitive: false },
});
const goal = (goal_id: string, words: string, ...steps: ReturnType<typeof step>[]) => ({
  ...{ goal_id, domain: 'work', words, steps },
});

describe('what changed in a plan', () => {
  it('is nothing between a plan and itself', () => {
    const plan = [goal('a', 'To work again', step('1', '2026-12-01'))];
    expect(planChanges(plan, plan)).toEqual([]);
  });

  it('names new, dropped and reworded goals and new, dropped and moved steps', () => {
    const before = [
      goal('a', 'To work again', step('1', '2026-12-01'), step('2', '2026-12-05')),
      goal('b', 'A warm room', step('3', '2026-12-09')),
    ];
    const after = [
      goal('a', 'To sew again', step('1', '2026-12-20'), step('4', '2026-12-24')),
      goal('c', 'School for Ali'),
    ];
    const told = planChanges(before, after).map((one) => [
      one.kind,
      'goal' in one ? one.goal.goal_id : one.step.step_id,
    ]);
    expect(told).toEqual([
      ['goal_words', 'a'],
      ['step_moved', '1'],
      ['step_new', '4'],
      ['goal_new', 'c'],
      // A goal goes with its steps: they are not told once more.
      ['goal_gone', 'b'],
      ['step_gone', '2'],
    ]);
  });
});
