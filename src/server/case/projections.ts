import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import { packetProjection } from '../referral/packet-projection.ts';
import { approvalProjection } from './approval-projection.ts';
import { assignmentProjection } from './assignment-projection.ts';
import { assistanceProjection } from './assistance-projection.ts';
import { authorityRequestProjection } from './authority-request-projection.ts';
import { commissionProjection } from './commission-projection.ts';
import { concernProjection } from './concern-projection.ts';
import { courseWishProjection } from './course-wish-projection.ts';
import { documentPapers } from './document-papers.ts';
import { emergencyOpeningProjection } from './emergency-opening-projection.ts';
import { groupProjection } from './group-projection.ts';
import { mentorProjection } from './mentor-projection.ts';
import { milestoneProjection } from './milestone-projection.ts';
import { transferProjection } from './transfer-projection.ts';
import { withholdingProjection } from './withholding-projection.ts';

/** A noun's own tables: which facts touch them, and how they are written from the new state. */
export interface Projection {
  readonly kinds: readonly string[];
  /** False where this file has no row there and gets none by these facts; left out = it may. */
  readonly has?: (state: CaseState, facts: readonly Fact[]) => boolean;
  write(acting: Acting, facts: readonly Fact[], state: CaseState, now: Date): Promise<void>;
  /** Writes the case's rows anew after a correction or an erasure: nothing stays that no fact says. */
  rewrite(acting: Acting, state: CaseState, caseId: string): Promise<void>;
}

/** One line a noun that has tables beside `case_file`, `task` and `case_reach`. */
export const PROJECTIONS: readonly Projection[] = [
  assignmentProjection,
  milestoneProjection,
  approvalProjection,
  packetProjection,
  concernProjection,
  authorityRequestProjection,
  emergencyOpeningProjection,
  documentPapers,
  withholdingProjection,
  commissionProjection,
  assistanceProjection,
  transferProjection,
  mentorProjection,
  groupProjection,
  courseWishProjection,
];

/** The projections that the facts touch, each with its facts. */
function touched(facts: readonly Fact[], state: CaseState) {
  return PROJECTIONS.flatMap((projection) => {
    const own = facts.filter((fact) => projection.kinds.includes(fact.kind));
    return own.length > 0 && projection.has?.(state, own) !== false ? [{ projection, own }] : [];
  });
}

/** Whether one of the facts has a table beside the list, the tasks and the reach. */
export function touchesProjections(facts: readonly Fact[], state: CaseState): boolean {
  return touched(facts, state).length > 0;
}

/** Writes the tables of every noun that the facts touch, in the facts' transaction. */
export async function project(
  acting: Acting,
  facts: readonly Fact[],
  state: CaseState,
  now: Date,
): Promise<void> {
  for (const { projection, own } of touched(facts, state)) {
    await projection.write(acting, own, state, now);
  }
}
