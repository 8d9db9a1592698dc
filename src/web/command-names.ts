import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/**
 * What each kind of command is called in the list of what is not yet sent. Each noun adds its own
 * lines; a kind without one is called an entry.
 */
export const COMMAND_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  open_case: msg`New support file`,
  assign_worker: msg`Choice of the support worker`,
  take_file: msg`Taking a support file`,
  move_file: msg`Move to another place`,
  assign_specialist: msg`Adding a specialist`,
  release_specialist: msg`End of a specialist’s work`,
  record_consent: msg`Consent`,
  withdraw_consent: msg`Consent taken back`,
  record_legal_basis: msg`Legal basis`,
  assess_needs: msg`Needs`,
  identify_need: msg`A need`,
  resolve_need: msg`Help found`,
  agree_plan: msg`Plan`,
  revise_plan: msg`Change of the plan`,
  give_plan_copy: msg`Copy of the plan`,
  complete_step: msg`Step of the plan`,
  record_visit: msg`Visit or contact`,
  record_review: msg`Look back at the plan`,
  reach_milestone: msg`Milestone`,
  propose_approval: msg`Proposal to the supervisor`,
  approve: msg`Approval`,
  return_approval: msg`Given back`,
  prepare_closure: msg`Completion of support`,
  check_in: msg`Contact after completion`,
  reopen_case: msg`Support taken up again`,
  add_note: msg`Note`,
  raise_concern: msg`Worry about somebody’s safety`,
  close_concern: msg`A worry looked into`,
  refer: msg`Referral`,
  send_referral: msg`Sending of a referral`,
  override_referral: msg`Sending of a referral without consent`,
  record_answer: msg`Answer of a service`,
  reply_to_referral: msg`Reply to a service`,
  complete_referral: msg`End of a referral`,
  cancel_referral: msg`Cancelled referral`,
  book_appointment: msg`Appointment`,
  move_appointment: msg`Moved appointment`,
  keep_appointment: msg`Appointment kept`,
  miss_appointment: msg`Appointment missed`,
  cancel_appointment: msg`Appointment cancelled`,
  register_person: msg`New person`,
  change_person: msg`Change of a person’s details`,
  settle_conflict: msg`Decision between two values`,
  add_name: msg`Another name`,
  change_paper: msg`Identity paper`,
  change_contact: msg`Way to reach the person`,
  join_household: msg`Joining a household`,
  leave_household: msg`Leaving a household`,
  move_household: msg`Moving to another household`,
  split_household: msg`A household splits in two`,
  merge_households: msg`Two households become one`,
  record_kinship: msg`Family tie`,
  record_guardianship: msg`Guardianship`,
  end_guardianship: msg`End of a guardianship`,
  contest_guardianship: msg`Doubt about a guardianship`,
  record_return: msg`Coming home`,
  record_authority_request: msg`Request by an authority`,
  open_in_emergency: msg`Opening in an emergency`,
  review_emergency: msg`Look at an opening in an emergency`,
  correct_fact: msg`Correction`,
  erase_content: msg`Erasing`,
};

const OTHER = msg`Entry`;

export function commandName(kind: string): MessageDescriptor {
  return COMMAND_NAMES[kind] ?? OTHER;
}
