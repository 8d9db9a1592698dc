import type { RegisterBodies } from '#domain/people/register.ts';
import type { FamilyGoalRow, HouseholdRow } from '../case/rows.ts';

type Plan = readonly FamilyGoalRow[];
type Households = Map<string, HouseholdRow>;

/** Lays a goal that waits in the outbox over the plan of its household. */
export function layFamilyGoal(
  households: Households,
  goal: RegisterBodies['agree_family_goal'],
  said_at: string,
): void {
  const household = households.get(goal.household_id);
  if (household === undefined) return;
  const before = household.family_plan ?? [];
  if (before.some((one) => one.id === goal.goal_id)) return;
  const laid: FamilyGoalRow = {
    ...{ id: goal.goal_id, domain: goal.domain, words: goal.words, said_at },
    steps: goal.steps.map(({ step_id, ...step }) => ({
      ...{ ...step, id: step_id, outcome: null },
      agreed: goal.agreed.filter((one) => step.members.includes(one)),
    })),
  };
  households.set(household.id, { ...household, family_plan: [...before, laid] });
}

/** A step that was ended on this device is ended in every file here that shows it. */
export function layFamilyOutcome(
  households: Households,
  { step_id, outcome }: RegisterBodies['end_family_step'],
): void {
  for (const household of households.values()) {
    const { family_plan = [] } = household;
    if (!family_plan.some(({ steps }) => steps.some(({ id }) => id === step_id))) continue;
    const ended = family_plan.map((goal) => ({
      ...goal,
      steps: goal.steps.map((step) =>
        step.id === step_id && step.outcome === null ? { ...step, outcome } : step,
      ),
    }));
    households.set(household.id, { ...household, family_plan: ended });
  }
}

/** A plan without the steps that name somebody, and without goals that have no step left. */
export function familyWithout(plan: Plan | undefined, personId: string): Plan {
  return (plan ?? [])
    .map((goal) => ({
      ...goal,
      steps: goal.steps.filter(({ members }) => !members.includes(personId)),
    }))
    .filter(({ steps }) => steps.length > 0);
}
