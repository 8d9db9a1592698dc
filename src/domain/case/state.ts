import type { AssignmentState } from './assignment.ts';
import type { ConsentState } from './consent.ts';
import type { NeedState } from './need.ts';
import type { OpeningState } from './opening.ts';
import type { PlanState } from './plan.ts';
import type { StageState } from './stage.ts';
import type { VisitState } from './visit.ts';

/** The state of a case: one slice a noun, each the fold of that noun's facts (`file.ts`). */
export interface CaseState {
  readonly opening: OpeningState;
  readonly stage: StageState;
  readonly assignment: AssignmentState;
  readonly consent: ConsentState;
  readonly need: NeedState;
  readonly plan: PlanState;
  readonly visit: VisitState;
}
