import { describe, expect, it } from 'vitest';
import { MODEL } from '#test/case-file.ts';
import type { ProgrammeModel } from './model.ts';
import { modelDifference } from './model-difference.ts';

/** The model with something changed in a deep copy. */
function changed(change: (model: ProgrammeModel) => void): ProgrammeModel {
  const copy = structuredClone(MODEL);
  change(copy);
  return copy;
}

describe('what repinning changes', () => {
  it('is nothing between a model and itself', () => {
    expect(modelDifference(MODEL, structuredClone(MODEL))).toEqual([]);
  });

  it('is told by the codes of the entries', () => {
    const next = changed((model) => {
      model.version = 2;
      for (const timer of model.timers) if (timer.code === 'plan_review') timer.amount = 60;
      model.milestones.splice(0, 1);
      model.stages[0]?.leave.push('worker_assigned');
      model.weekend = [7];
      model.thresholds.searches_per_hour = 20;
    });
    expect(modelDifference(MODEL, next)).toEqual([
      { path: 'version', kind: 'changed', before: 1, after: 2 },
      { path: 'weekend', kind: 'changed', before: [6, 7], after: [7] },
      { path: 'stages.identified.leave.worker_assigned', kind: 'added', after: 'worker_assigned' },
      { path: 'timers.plan_review.amount', kind: 'changed', before: 90, after: 60 },
      { path: 'milestones.document_issued', kind: 'removed', before: MODEL.milestones[0] },
      { path: 'thresholds.searches_per_hour', kind: 'changed', before: 30, after: 20 },
    ]);
  });

  it('sees another order of the stages', () => {
    const next = changed((model) => {
      model.stages.reverse();
    });
    const found = modelDifference(MODEL, next);
    expect(found.map(({ path, kind }) => ({ path, kind }))).toEqual([
      { path: 'stages', kind: 'reordered' },
    ]);
  });
});
