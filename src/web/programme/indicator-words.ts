import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { INDICATOR_PREDICATES } from '#domain/case/model-names.ts';

/** What can be counted for an indicator. */
export const COUNTED_WORDS: Readonly<
  Record<(typeof INDICATOR_PREDICATES)[number], MessageDescriptor>
> = {
  case_open: msg`Support files that are open`,
  case_opened: msg`Support files that were opened`,
  case_closed: msg`Support files that were completed`,
  case_closed_planned: msg`… completed as planned`,
  case_closed_abrupt: msg`… ended suddenly`,
  case_assessed: msg`Files in which needs were talked over`,
  case_assessed_in_time: msg`… in time`,
  case_consented: msg`Files with consent`,
  plan_agreed_by_person: msg`Plans that the person agreed to`,
  plan_copy_given: msg`Plans of which the person has a copy`,
  plan_approved: msg`Plans that were approved`,
  plan_exists: msg`Plans`,
  step_due: msg`Steps that were due`,
  step_done: msg`Steps that were done`,
  contact_due: msg`Contacts that were due`,
  contact_in_time: msg`Contacts in time`,
  review_due: msg`Reviews that were due`,
  review_in_time: msg`Reviews in time`,
  referral_sent: msg`Referrals that were sent`,
  referral_answered: msg`Referrals that were answered`,
  referral_completed: msg`Referrals that ended in help`,
  child_of_school_age: msg`Children of school age`,
  child_in_school: msg`Children in school`,
  paper_missing_at_start: msg`People without a paper at the start`,
  document_issued: msg`People who received the paper`,
  adult_looking_for_work: msg`Adults who looked for work`,
  job_begun: msg`Adults who began a job`,
  job_kept_6_months: msg`Adults who kept it for 6 months`,
  course_begun: msg`People who began a course`,
  course_finished: msg`People who finished a course`,
  urgent_need_identified: msg`Urgent needs`,
  urgent_need_met_in_time: msg`Urgent needs that were met in time`,
  feedback_offered: msg`People who were asked how it was`,
  check_in_due: msg`Check-ins that were due`,
  check_in_done: msg`Check-ins that were done`,
};
