/**
 * The closed lists that a programme model chooses from. A programme is data; what it may name is code
 * with tests (design 3: no expression language).
 */

/** Whose time a timer runs for; several may apply to one person, then the earliest due date stands. */
export const APPLIES_TO = ['all', 'child', 'adult', 'urgent'] as const;

/** Where a stage stands on the way home (practice.md 1.1). */
export const PHASES = [
  'pre_return',
  'reception',
  'hand_over',
  'community',
  'aftercare',
  'closed',
] as const;

/**
 * What may start, end or stop a timer, besides `stage:<code>`, `milestone:<code>` and `life_event:<code>`. Most are kinds of facts; the caller
 * reduces facts to these (`person_returned` comes from the return, `case_ended` from the last stage).
 */
export const TIMER_EVENTS = [
  'person_returned',
  'case_opened',
  'worker_assigned',
  'reception_entered',
  'reception_left',
  'handed_over',
  'consent_recorded',
  'needs_assessed',
  'need_identified',
  'need_resolved',
  'plan_agreed',
  'plan_revised',
  'plan_copy_given',
  'step_completed',
  'service_delivered',
  'visit_recorded',
  'review_recorded',
  'outcome_measured',
  'referral_sent',
  'referral_status_changed',
  'referral_ended',
  'approval_proposed',
  'approval_given',
  'approval_returned',
  'concern_raised',
  'concern_closed',
  'placement_begun',
  'placement_visited',
  'placement_ended',
  'school_due',
  'school_entered',
  'school_left',
  'business_begun',
  'business_visited',
  'business_stopped',
  'closure_prepared',
  'check_in_ended',
  'case_reopened',
  'case_ended',
] as const;
export type TimerEventName =
  | (typeof TIMER_EVENTS)[number]
  | `${'stage' | 'milestone' | 'life_event'}:${string}`;

/** Who receives a packet; decides which fields may never be in it. */
export const RECEIVERS = [
  'clinic',
  'counsellor',
  'school',
  'course',
  'employer',
  'papers_office',
  'benefit_office',
  'housing_office',
  'legal_aid',
  'family_service',
  'community',
  'none',
] as const;
export type Receiver = (typeof RECEIVERS)[number];

/** The only receivers that may be told of the return: those that restore papers need where and when. */
export const TOLD_OF_RETURN: readonly Receiver[] = ['papers_office', 'legal_aid'];

/**
 * Everything that a packet may hold. The name of an operation, notes of any compartment, household
 * members by name and the stage of the case are not here and so can be in no packet.
 */
export const PACKET_FIELDS = [
  'person.name',
  'person.former_names',
  'person.birth',
  'person.sex',
  'person.languages',
  'person.interpreter_needed',
  'person.citizenships',
  'person.papers',
  'person.contact',
  'guardian.name',
  'guardian.contact',
  'guardian.papers',
  'household.size',
  'household.children',
  'place.district',
  'return.arrived_on',
  'return.from_country',
  'referral.need',
  'referral.urgent',
  'referral.words',
  'referral.answer_by',
  'referral.accompanied',
  'worker.name',
  'worker.contact',
] as const;
export type PacketField = (typeof PACKET_FIELDS)[number];

/**
 * Fields that only some receivers need, and that tell others what is not theirs to know: where somebody
 * was, under which name, with which papers. Everything else may go to every service.
 */
const ONLY_FOR: Readonly<Partial<Record<PacketField, readonly Receiver[]>>> = {
  'return.arrived_on': TOLD_OF_RETURN,
  'return.from_country': TOLD_OF_RETURN,
  'person.former_names': ['papers_office', 'legal_aid', 'family_service'],
  'person.citizenships': ['papers_office', 'legal_aid', 'benefit_office'],
  'person.papers': ['papers_office', 'legal_aid', 'benefit_office', 'school'],
  'guardian.papers': ['papers_office', 'legal_aid', 'benefit_office'],
};

/** Whether a receiver may be sent a field at all, whatever the person agreed to. */
export function maySend(field: PacketField, receiver: Receiver): boolean {
  return receiver !== 'none' && (ONLY_FOR[field]?.includes(receiver) ?? true);
}

/** What the word check tells apart (`words.ts`). */
export const WORD_LISTS = [
  'label',
  'operation',
  'belief',
  'loyalty',
  'third_person',
  'past',
  'judgement',
] as const;
export type WordListName = (typeof WORD_LISTS)[number];

/** What retention periods are set for. */
export const RETENTION_CATEGORIES = [
  'case_file',
  'specialist_notes',
  'protection',
  'consent',
  'authority_request',
  'read_log',
  'packet',
  'arrival_file',
] as const;

/** What an indicator may count: names of predicates over a case, a referral or a plan. */
export const INDICATOR_PREDICATES = [
  'case_open',
  'case_opened',
  'case_closed',
  'case_closed_planned',
  'case_closed_abrupt',
  'case_assessed',
  'case_assessed_in_time',
  'case_consented',
  'plan_agreed_by_person',
  'plan_copy_given',
  'plan_approved',
  'plan_exists',
  'step_due',
  'step_done',
  'contact_due',
  'contact_in_time',
  'review_due',
  'review_in_time',
  'referral_sent',
  'referral_answered',
  'referral_completed',
  'child_of_school_age',
  'child_in_school',
  'paper_missing_at_start',
  'document_issued',
  'adult_looking_for_work',
  'job_begun',
  'job_kept_6_months',
  'course_begun',
  'course_finished',
  'urgent_need_identified',
  'urgent_need_met_in_time',
  'feedback_offered',
  'check_in_due',
  'check_in_done',
] as const;
