import { appointment } from './appointment.ts';
import { approval } from './approval.ts';
import { assignment } from './assignment.ts';
import { assistance } from './assistance.ts';
import { assistanceRequest } from './assistance-request.ts';
import { authorityMark } from './authority-mark.ts';
import { authorityRequest } from './authority-request.ts';
import { basis } from './basis.ts';
import { bestInterests } from './best-interests.ts';
import { business } from './business.ts';
import { closure } from './closure.ts';
import type { CommandKind, Noun } from './command.ts';
import { commission } from './commission.ts';
import { concern } from './concern.ts';
import { conference } from './conference.ts';
import { consent } from './consent.ts';
import { contactWish } from './contact-wish.ts';
import { copy } from './copy.ts';
import { correction } from './correction.ts';
import { courseWish } from './course-wish.ts';
import { document } from './document.ts';
import { emergencyOpening } from './emergency-opening.ts';
import { erasure } from './erasure.ts';
import type { FactKind } from './fact.ts';
import { feedback } from './feedback.ts';
import { group } from './group.ts';
import { health } from './health.ts';
import { lifeEvent } from './life-event.ts';
import { mentor } from './mentor.ts';
import { milestone } from './milestone.ts';
import { need } from './need.ts';
import { note } from './note.ts';
import { opening } from './opening.ts';
import { ownAgreementNoun } from './own-agreement.ts';
import { pause } from './pause.ts';
import { placement } from './placement.ts';
import { plan } from './plan.ts';
import { reception } from './reception.ts';
import { referral } from './referral.ts';
import { referralLink } from './referral-link.ts';
import { review } from './review.ts';
import { safetyPlan } from './safety-plan.ts';
import { schooling } from './schooling.ts';
import { session } from './session.ts';
import { stage } from './stage.ts';
import type { CaseState } from './state.ts';
import { transfer } from './transfer.ts';
import { visit } from './visit.ts';
import { wish } from './wish.ts';
import { withholding } from './withholding.ts';
import { workOffer } from './work-offer.ts';
import { workProfile } from './work-profile.ts';

/** Every noun of the case file. A new noun is its own file, a slice in `state.ts` and a line here. */
export const NOUNS = [
  opening,
  stage,
  assignment,
  consent,
  need,
  plan,
  visit,
  basis,
  reception,
  milestone,
  document,
  commission,
  conference,
  assistance,
  assistanceRequest,
  review,
  lifeEvent,
  feedback,
  referral,
  referralLink,
  appointment,
  pause,
  approval,
  closure,
  note,
  concern,
  authorityRequest,
  emergencyOpening,
  authorityMark,
  ownAgreementNoun,
  placement,
  bestInterests,
  schooling,
  health,
  safetyPlan,
  session,
  withholding,
  wish,
  copy,
  transfer,
  contactWish,
  mentor,
  group,
  courseWish,
  workProfile,
  workOffer,
  business,
  correction,
  erasure,
] as const;

type CommandsOf<N> = N extends { readonly commands: infer C }
  ? { [K in keyof C]: C[K] extends CommandKind<infer Body> ? Body : never }
  : never;
type Merge<U> = (U extends unknown ? (u: U) => void : never) extends (u: infer I) => void
  ? I
  : never;

/** The body of every command by its kind: what a screen has to say. */
export type CommandBodies = Merge<CommandsOf<(typeof NOUNS)[number]>>;
export type CommandName = keyof CommandBodies & string;

/** A kind of fact with the slice of the state that it changes. */
export interface SlicedFactKind {
  readonly slice: keyof CaseState;
  readonly kind: FactKind<unknown, unknown>;
}

/** Every kind of fact by its name. */
export const FACT_KINDS: ReadonlyMap<string, SlicedFactKind> = new Map(
  NOUNS.flatMap((noun: Noun) =>
    Object.entries(noun.facts).map(([name, kind]) => [
      name,
      { slice: noun.slice, kind: kind as FactKind<unknown, unknown> },
    ]),
  ),
);

/** Every kind of command by its name. */
export const COMMAND_KINDS: ReadonlyMap<string, CommandKind<unknown>> = new Map(
  NOUNS.flatMap((noun: Noun) => Object.entries(noun.commands)),
);
