/**
 * The catalogue of everything that may go wrong on purpose. A code is stable, has one HTTP status, and
 * one message per language in the web app (`src/web/problem-messages.ts`, proven complete by a test).
 * Expected outcomes are return values; exceptions are bugs (design 5).
 */
export const PROBLEMS = {
  invalid_input: 422,
  not_signed_in: 401,
  session_expired: 401,
  wrong_credentials: 401,
  wrong_code: 422,
  invitation_gone: 404,
  already_so: 409,
  gone: 404,
  not_allowed: 403,
  too_many_requests: 429,
  too_large: 413,
  unsupported_media: 415,
  file_empty: 422,
  file_unreadable: 422,
  sheet_unknown: 422,
  unavailable: 503,
  internal: 500,
  https_required: 400,
  command_reused: 409,
  command_unknown: 422,
  command_outdated: 422,
  version_conflict: 409,
  already_approved: 409,
  already_assigned: 409,
  already_proposed: 409,
  already_recorded: 409,
  already_resolved: 409,
  already_withdrawn: 409,
  appointment_ahead: 422,
  appointment_ended: 409,
  appointment_unknown: 404,
  approval_decided: 409,
  approval_missing: 404,
  approval_outdated: 409,
  approval_unknown: 422,
  barrier_unknown: 422,
  case_closed: 409,
  case_exists: 409,
  case_missing: 404,
  check_in_ended: 409,
  check_in_unknown: 404,
  child_said_no: 409,
  closure_approved_already: 409,
  closure_reason_unknown: 422,
  consent_missing: 409,
  consent_not_by_person: 422,
  consent_unknown: 404,
  day_in_the_future: 422,
  day_in_the_past: 422,
  device_unknown: 403,
  ends_before_start: 422,
  expiry_in_the_past: 422,
  feedback_not_offered: 409,
  field_not_in_packet: 422,
  handed_over_to_self: 422,
  in_reception: 409,
  legal_basis_unknown: 422,
  milestone_before_missing: 409,
  milestone_early: 422,
  milestone_unknown: 422,
  model_unknown: 422,
  moment_in_the_past: 422,
  need_domain_twice: 422,
  need_domain_unknown: 422,
  need_unknown: 404,
  not_a_specialist_here: 422,
  not_a_worker_here: 422,
  not_assigned: 404,
  not_closed: 409,
  not_in_reception: 409,
  nothing_to_approve: 409,
  override_not_needed: 409,
  own_proposal: 403,
  own_work: 403,
  pause_ended: 409,
  pause_reason_unknown: 422,
  pause_unknown: 404,
  paused_already: 409,
  plan_exists: 409,
  plan_missing: 404,
  plan_not_revised: 409,
  purpose_beyond_law: 422,
  purpose_unknown: 422,
  receiving_consent_missing: 422,
  referral_ended: 409,
  referral_not_asked: 409,
  referral_not_sent: 409,
  referral_sent_already: 409,
  referral_unknown: 404,
  reminder_too_late: 422,
  same_id_twice: 422,
  service_of_other_purpose: 422,
  service_unknown: 404,
  step_already_ended: 409,
  step_unknown: 404,
  visit_kind_unknown: 422,
  words_not_taken: 422,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One wrong field of an input: where it is, and a stable code for what is wrong with it. */
export interface FieldProblem {
  /** JSON path in the input, e.g. `body.born.date` or `rows.12.birth_date`. */
  readonly path: string;
  /** `required`, `wrong_type`, `too_long`, `too_short`, `not_a_date`, `not_one_of`, `unstorable_text`, `unknown_field`, … */
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** A refusal or failure that a person is told about. `details` hold codes and counts, never personal data. */
export interface Problem {
  readonly code: ProblemCode;
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly fields?: readonly FieldProblem[];
}
