import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ProblemCode } from '#domain/problem.ts';

/**
 * A sentence for each problem of the catalogue: what happened and what to do. A test proves that every
 * code has one in every language. Details of the problem may be used by name.
 */
export const PROBLEM_MESSAGES: Readonly<Partial<Record<ProblemCode, MessageDescriptor>>> = {
  invalid_input: msg`Something is not filled in correctly. Please look at the marked fields.`,
  not_signed_in: msg`Please sign in.`,
  session_expired: msg`You were signed out after a time without activity. Please sign in again.`,
  wrong_credentials: msg`The user name or the password is not right.`,
  wrong_code: msg`This code is not right, or it is too old. Please use the newest code.`,
  invitation_gone: msg`This invitation has ended or was used already. Please ask for a new one.`,
  already_so: msg`This has been done already.`,
  file_empty: msg`There is nothing in this file.`,
  file_unreadable: msg`This file could not be read. Please save it again as CSV or XLSX.`,
  sheet_unknown: msg`There is no such sheet in this file.`,
  gone: msg`There is nothing here for you. It may have been moved, or you may not see it any more.`,
  not_allowed: msg`Your role may not do this.`,
  too_many_requests: msg`Too many attempts. Please wait a few minutes and try again.`,
  too_large: msg`This is too large to be sent.`,
  unsupported_media: msg`This kind of file cannot be read here.`,
  unavailable: msg`There is no connection just now. Nothing is lost; please try again in a moment.`,
  internal: msg`Something went wrong on our side. Please try again; if it stays, tell your support.`,
  https_required: msg`This address must be opened with https.`,
  command_reused: msg`This was sent before with another content, and was not written again.`,
  command_unknown: msg`The server does not know this step. Please reload to get the newest version.`,
  command_outdated: msg`This was written with an older version. Please reload and enter it again.`,
  version_conflict: msg`Somebody else has changed this in the meantime. Please look at the new state.`,
  already_assigned: msg`This support file has been assigned to this person already.`,
  already_recorded: msg`This has been recorded already.`,
  already_resolved: msg`This need has been resolved already.`,
  already_withdrawn: msg`This consent has been withdrawn already.`,
  case_closed: msg`Support has been completed here. Reopen the support file to go on.`,
  case_exists: msg`There is a support file for this already.`,
  case_missing: msg`There is no such support file.`,
  consent_not_by_person: msg`This person cannot give this consent. Please see who may.`,
  consent_unknown: msg`There is no such consent in this support file.`,
  day_in_the_future: msg`This day lies in the future.`,
  device_unknown: msg`This device is not registered. Please sign in on it again.`,
  expiry_in_the_past: msg`This date of expiry has passed already.`,
  model_unknown: msg`The programme model of this support file is not known here.`,
  need_domain_twice: msg`One area of needs was named twice.`,
  need_domain_unknown: msg`The programme model does not have this area of needs.`,
  need_unknown: msg`There is no such need in this support file.`,
  not_a_specialist_here: msg`This person is not a specialist for this place.`,
  not_a_worker_here: msg`This person is not a support worker for this place.`,
  not_assigned: msg`This person is not assigned to this support file.`,
  plan_exists: msg`There is an open plan already. Please revise that one.`,
  plan_missing: msg`There is no plan yet.`,
  purpose_unknown: msg`The programme model does not have this purpose.`,
  same_id_twice: msg`The same entry was sent twice in one step.`,
  step_already_ended: msg`This step has been ended already.`,
  step_unknown: msg`There is no such step in the plan.`,
  visit_kind_unknown: msg`The programme model does not have this kind of visit.`,
  already_approved: msg`This has been approved already.`,
  already_proposed: msg`This has been sent for approval already.`,
  approval_decided: msg`This approval has been decided already.`,
  approval_missing: msg`This needs an approval first.`,
  approval_outdated: msg`This has changed since it was sent for approval. Please send it again.`,
  approval_unknown: msg`There is no such request for approval.`,
  check_in_ended: msg`This check-in has been ended already.`,
  check_in_unknown: msg`There is no such check-in.`,
  closure_approved_already: msg`The completion of support has been approved already.`,
  closure_reason_unknown: msg`The programme model does not have this reason for completing support.`,
  day_in_the_past: msg`This day has passed already.`,
  ends_before_start: msg`The end lies before the beginning.`,
  feedback_not_offered: msg`Please first offer to give feedback.`,
  handed_over_to_self: msg`A support file cannot be handed over to oneself.`,
  in_reception: msg`This person is still in reception.`,
  legal_basis_unknown: msg`There is no such legal basis in this support file.`,
  milestone_before_missing: msg`An earlier milestone is missing.`,
  milestone_early: msg`It is too early for this milestone.`,
  milestone_unknown: msg`The programme model does not have this milestone.`,
  not_closed: msg`Support has not been completed here.`,
  not_in_reception: msg`This person is not in reception.`,
  nothing_to_approve: msg`There is nothing to approve.`,
  own_proposal: msg`Somebody else must decide on what you proposed yourself.`,
  own_work: msg`Somebody else must approve your own work.`,
  pause_ended: msg`This pause has ended already.`,
  pause_reason_unknown: msg`The programme model does not have this reason for a pause.`,
  pause_unknown: msg`There is no such pause.`,
  paused_already: msg`This is paused already.`,
  plan_not_revised: msg`The plan has not been revised yet.`,
  purpose_beyond_law: msg`This legal basis does not cover this purpose.`,
  receiving_consent_missing: msg`The consent of the receiving family is missing.`,
};

const OTHER_PROBLEM = msg`This did not work. Please try again.`;

export function problemMessage(code: ProblemCode): MessageDescriptor {
  return PROBLEM_MESSAGES[code] ?? OTHER_PROBLEM;
}

/** A sentence for what can be wrong with one field. */
export const FIELD_MESSAGES: Readonly<Record<string, MessageDescriptor>> = {
  required: msg`Please fill this in.`,
  wrong_type: msg`This has the wrong form.`,
  wrong_format: msg`This has the wrong form.`,
  too_long: msg`This is too long: at most {maximum} characters.`,
  too_short: msg`This is too short: at least {minimum} characters.`,
  too_large: msg`This is too large: at most {maximum}.`,
  too_small: msg`This is too small: at least {minimum}.`,
  too_simple: msg`This is too simple. Use more different letters.`,
  holds_username: msg`The password must not contain the user name.`,
  already_taken: msg`This is taken already. Please choose another one.`,
  username_taken: msg`This user name is taken already. Please choose another one.`,
  not_a_date: msg`This is not a date.`,
  finer_than_precision: msg`The date is more exact than was said.`,
  not_a_moment: msg`This is not a date with a time.`,
  not_a_time: msg`This is not a time.`,
  not_an_id: msg`This does not name anything.`,
  not_an_email: msg`This is not an e-mail address.`,
  not_an_address: msg`This is not an address.`,
  not_one_of: msg`Please choose one of the list.`,
  unstorable_text: msg`This text contains a sign that cannot be stored.`,
  unknown_field: msg`This field is not known here.`,
  unknown: msg`This is not known here.`,
  unreadable: msg`This could not be read.`,
};

const OTHER_FIELD = msg`Please look at this once more.`;

export function fieldMessage(code: string): MessageDescriptor {
  return FIELD_MESSAGES[code] ?? OTHER_FIELD;
}
