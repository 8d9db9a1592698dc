import type { Day } from '../time.ts';
import { type Decision, refuse } from './command.ts';
import type { CareKind, Placement } from './placement-state.ts';

/** What must be there before a child moves in. Nobody assesses a home of many as one does a family. */
const BEFORE: Readonly<Record<CareKind, readonly ('assessed' | 'consented' | 'decided')[]>> = {
  parent: ['assessed', 'consented'],
  kin: ['assessed', 'consented', 'decided'],
  guardian: ['assessed', 'consented', 'decided'],
  foster: ['assessed', 'consented', 'decided'],
  residential: ['decided'],
};

/** What of it is still missing, in the order in which it is done. */
export function missingBefore(placement: Placement): readonly (typeof BEFORE)['kin'][number][] {
  return BEFORE[placement.kind].filter((part) => placement[part] === null);
}

/** Why a child cannot move in on a day: what is missing, came later, or said no. */
export function beginningProblem(placement: Placement, on: Day): Decision | null {
  const { assessed, consented, decided, kind } = placement;
  const needed = BEFORE[kind];
  const late = (part: { readonly on: Day } | null) => part === null || part.on > on;
  if (needed.includes('assessed') && late(assessed)) return refuse('family_not_assessed');
  if (assessed?.result === 'not_suitable') return refuse('family_not_suitable');
  // Prior means prior, as at the hand-over.
  if (needed.includes('consented') && late(consented)) return refuse('receiving_consent_missing');
  if (decided?.decision === 'refused') return refuse('authority_said_no');
  return needed.includes('decided') && late(decided) ? refuse('authority_decision_missing') : null;
}
