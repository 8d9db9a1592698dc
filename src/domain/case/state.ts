import type { AppointmentState } from './appointment.ts';
import type { ApprovalState } from './approval.ts';
import type { AssignmentState } from './assignment.ts';
import type { AuthorityRequestState } from './authority-request.ts';
import type { BasisState } from './basis.ts';
import type { ClosureState } from './closure.ts';
import type { ConcernState } from './concern.ts';
import type { ConsentState } from './consent.ts';
import type { CorrectionState } from './correction.ts';
import type { DocumentState } from './document-state.ts';
import type { ErasureState } from './erasure.ts';
import type { MilestoneState } from './milestone.ts';
import type { NeedState } from './need.ts';
import type { NoteState } from './note.ts';
import type { OpeningState } from './opening.ts';
import type { PauseState } from './pause.ts';
import type { PlanState } from './plan.ts';
import type { ReceptionState } from './reception.ts';
import type { ReferralState } from './referral-state.ts';
import type { ReviewState } from './review.ts';
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
  readonly approval: ApprovalState;
  readonly basis: BasisState;
  readonly closure: ClosureState;
  readonly milestone: MilestoneState;
  readonly document: DocumentState;
  readonly reception: ReceptionState;
  readonly pause: PauseState;
  readonly review: ReviewState;
  readonly referral: ReferralState;
  readonly appointment: AppointmentState;
  readonly note: NoteState;
  readonly concern: ConcernState;
  readonly authority_request: AuthorityRequestState;
  readonly correction: CorrectionState;
  readonly erasure: ErasureState;
}
