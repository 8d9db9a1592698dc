import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { TIMER_EVENTS } from '#domain/case/model-names.ts';

/** What may start, end or call off a time limit, as a sentence about what has happened. */
export const TIMER_EVENT_WORDS: Readonly<Record<(typeof TIMER_EVENTS)[number], MessageDescriptor>> =
  {
    person_returned: msg`The person came home`,
    case_opened: msg`The support file was opened`,
    worker_assigned: msg`A support worker was named`,
    reception_entered: msg`The person arrived in reception`,
    reception_left: msg`The person left reception`,
    handed_over: msg`The person went home from reception`,
    consent_recorded: msg`Consent was written down`,
    needs_assessed: msg`Needs were talked over`,
    need_identified: msg`A need was found`,
    need_resolved: msg`A need was met`,
    plan_agreed: msg`The first plan was agreed`,
    plan_revised: msg`The plan was changed`,
    plan_copy_given: msg`A copy of the plan was given`,
    step_completed: msg`A step of the plan ended`,
    service_delivered: msg`A step of the plan was done`,
    visit_recorded: msg`The person was met or reached`,
    review_recorded: msg`The plan was looked at again`,
    outcome_measured: msg`How things are was measured`,
    referral_sent: msg`A referral was sent`,
    referral_status_changed: msg`A service said something about a referral`,
    referral_ended: msg`A referral ended`,
    approval_proposed: msg`Something was put to the supervisor`,
    approval_given: msg`The supervisor approved`,
    approval_returned: msg`The supervisor gave something back`,
    concern_raised: msg`A worry was raised`,
    concern_closed: msg`A worry was settled`,
    placement_begun: msg`A child moved in with a family`,
    placement_visited: msg`A child was visited in its family`,
    placement_ended: msg`A child moved out of a family`,
    school_due: msg`A child is to be in school`,
    school_entered: msg`A child had its first day at school`,
    school_left: msg`A child left school`,
    closure_prepared: msg`Completion was prepared`,
    check_in_ended: msg`A check-in after support was done`,
    case_reopened: msg`Support was opened again`,
    case_ended: msg`Support ended`,
  };
