import { msg } from '@lingui/core/macro';

/** What may stand in the way of a proposal, its review, a registration and what is said of a session. */
export const CONFERENCE_PROBLEMS = {
  call_ahead: msg`This call has not begun yet: it opens on {there} ({there_zone}). What you wrote is kept as a draft.`,
  call_closed: msg`The call has ended: {there} ({there_zone}), for you {here} ({here_zone}). What you wrote is kept as a draft; the organisers can give you more time.`,
  proposal_step_unfit: msg`This proposal has moved on: that step makes no sense any more. Please look at the newest state.`,
  review_conflict: msg`Somebody who stands near a proposal does not review it: the same institution, the same country, an own part in it, or their own word.`,
  marks_missing: msg`Please give a mark for every criterion of the call.`,
  registration_of_own: msg`Your own registration is decided by another organiser.`,
  registration_shut: msg`Registration is not open now.`,
  session_feedback_not_now: msg`Feedback is given from the beginning of a session until two weeks after its end.`,
};
