import type { ProgrammeModel } from '#domain/case/model.ts';
import { familyDomains } from '#domain/people/family-plan.ts';
import type { FamilyGoalRow, HouseholdRow } from '../case/rows.ts';
import { familyPlanOn } from './family-words.ts';

export interface SharedStep {
  readonly step: FamilyGoalRow['steps'][number];
  readonly goal: FamilyGoalRow;
}

/**
 * The steps that a person shares with the family and that are still open, the next due first. What belongs to an area
 * that stays with each person is never among them, whatever was agreed before the model said so.
 */
export function sharedSteps(
  households: readonly HouseholdRow[],
  personId: string,
  model: ProgrammeModel,
  today: string,
): readonly SharedStep[] {
  const shared = new Set(familyDomains(model));
  return households
    .flatMap((household) => familyPlanOn(household, today))
    .filter((goal) => shared.has(goal.domain))
    .flatMap((goal) => goal.steps.map((step) => ({ step, goal })))
    .filter(({ step }) => step.outcome === null && step.members.includes(personId))
    .toSorted((a, b) => a.step.due_on.localeCompare(b.step.due_on));
}
