import { useLingui } from '@lingui/react/macro';
import type { ProposalKind } from '#domain/exchange/conference/call.ts';
import type { Criterion, Mark } from '#domain/exchange/conference/criteria.ts';
import type { Decision, ProposalState } from '#domain/exchange/conference/proposal.ts';
import type { RegistrationState } from '#domain/exchange/conference/registration.ts';
import type { Advice, Conflict, ReviewPhase } from '#domain/exchange/conference/review.ts';

/** What the codes of a conference are called on screens. */
export function useConferenceWords() {
  const { t } = useLingui();
  const states: Record<ProposalState, string> = {
    draft: t`Draft`,
    submitted: t`Handed in`,
    in_review: t`In review`,
    accepted: t`Accepted`,
    waiting: t`On the waiting list`,
    declined: t`Not accepted`,
    withdrawn: t`Withdrawn`,
    confirmed: t`Confirmed`,
  };
  const kinds: Record<ProposalKind, string> = {
    talk: t`Talk`,
    panel: t`Panel`,
    workshop: t`Workshop`,
    case_of_practice: t`Case of practice`,
    poster: t`Poster`,
  };
  const criteria: Record<Criterion, string> = {
    relevance: t`Relevance: it helps those who work with people who come home`,
    evidence: t`Evidence: what is said is shown by results`,
    transfer: t`Transfer: another country could do it too`,
    clarity: t`Clarity: one understands what was done and how`,
    safety: t`Safety: nobody can be recognised, and nobody is harmed`,
  };
  const marks: Record<Mark, string> = {
    1: t`1 – not at all`,
    2: t`2 – a little`,
    3: t`3 – partly`,
    4: t`4 – well`,
    5: t`5 – fully`,
  };
  const advice: Record<Advice, string> = {
    accept: t`Accept it`,
    accept_with_changes: t`Accept it with changes`,
    unsure: t`I am not sure`,
    decline: t`Do not accept it`,
  };
  const conflicts: Record<Conflict, string> = {
    own: t`own part in it`,
    same_institution: t`same institution`,
    same_country: t`same country`,
    declared: t`said so`,
  };
  const decisions: Record<Decision, string> = {
    accept: t`Accept`,
    wait: t`Waiting list`,
    decline: t`Decline`,
  };
  const phases: Record<ReviewPhase, string> = {
    reviews: t`Reviews are written`,
    discussion: t`Reviewers discuss`,
    decided: t`Decided`,
  };
  const registrations: Record<RegistrationState, string> = {
    unconfirmed: t`The mailed link was not opened yet`,
    requested: t`Waits for an answer`,
    approved: t`Registered`,
    waiting: t`On the waiting list`,
    declined: t`No seat`,
    cancelled: t`Given back`,
  };
  return { states, kinds, criteria, marks, advice, conflicts, decisions, phases, registrations };
}

/** What somebody was at a conference, by its code. */
export function usePartName(): (part: string) => string {
  const { t } = useLingui();
  const parts: Readonly<Record<string, string>> = {
    participant: t`Participant`,
    speaker: t`Speaker`,
    moderator: t`Moderator`,
    interpreter: t`Interpreter`,
    reviewer: t`Reviewer`,
    organiser: t`Organiser`,
  };
  return (part) => parts[part] ?? part;
}
