import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Compartment } from '#domain/access/role.ts';
import type { Requirement } from '#domain/case/model.ts';

/** What is still to do before a file goes on, in plain words; for the worker, not about the person. */
export const REQUIREMENT_WORDS: Readonly<Record<Requirement, MessageDescriptor>> = {
  identity_known: msg`Write down the name`,
  language_known: msg`Write down which language the person speaks`,
  safety_asked: msg`Ask what is urgent and whether the person is safe`,
  guardian_known: msg`Write down who cares for the child and who may decide`,
  reception_entered: msg`Write down the arrival in reception`,
  reception_left: msg`Write down when the person went home from reception`,
  consent_or_basis: msg`Ask for consent, or write down the legal basis`,
  worker_assigned: msg`Choose a support worker`,
  all_domains_answered: msg`Ask about every area of life`,
  assessment_approved: msg`The supervisor looks at the needs`,
  goal_with_step: msg`Agree on a goal with a first step`,
  plan_agreed: msg`Ask whether the person agrees with the plan`,
  plan_copy_given: msg`Give the person a copy of the plan`,
  plan_approved: msg`The supervisor looks at the plan`,
  service_delivered: msg`Do the first step of the plan`,
  review_done: msg`Look at the plan again together`,
  closure_summary: msg`Write down what was reached`,
  feedback_offered: msg`Ask the person how it was`,
  retention_set: msg`Set how long the file is kept`,
  closure_approved: msg`The supervisor looks at the completion`,
  check_ins_done: msg`Ask how it is going after the completion`,
};

/** A requirement of a newer model than these screens know. */
export function requirementWords(name: string): MessageDescriptor {
  const words: Readonly<Record<string, MessageDescriptor>> = REQUIREMENT_WORDS;
  return words[name] ?? msg`Something that the programme asks for`;
}

export const NEED_WORDS = {
  not_yet_asked: msg`Not yet asked`,
  none: msg`No need`,
  some: msg`Some need`,
  urgent: msg`Urgent`,
  declined: msg`Does not wish to say`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

export const OWNER_WORDS = {
  person: msg`the person`,
  worker: msg`support worker`,
  family: msg`family`,
  service: msg`a service`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

export const OUTCOME_WORDS = {
  done: msg`Done`,
  not_needed: msg`No longer needed`,
  not_done: msg`Did not work out`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

/** Who may read, said by people instead of by compartments. */
export const READER_WORDS: Readonly<Record<Compartment, MessageDescriptor>> = {
  general: msg`Everybody who works on this file`,
  health: msg`Only the health specialist`,
  psychosocial: msg`Only the psychosocial specialist`,
  protection: msg`Only child protection and the supervisor`,
  legal: msg`Only the legal specialist`,
};

export const PAPER_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  passport: msg`Passport`,
  identity_card: msg`Identity card`,
  birth_certificate: msg`Birth certificate`,
  marriage_certificate: msg`Marriage certificate`,
  death_certificate: msg`Death certificate`,
  divorce_certificate: msg`Divorce certificate`,
  guardianship_order: msg`Guardianship order`,
  residence_registration: msg`Registration of residence`,
  return_certificate: msg`Return certificate`,
  school_record: msg`School record`,
  health_record: msg`Health record`,
  other: msg`Other paper`,
};
export const PAPER_STATE_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  held: msg`in hand`,
  lost: msg`lost`,
  applied: msg`applied for`,
  never_had: msg`never had one`,
  unknown: msg`not known`,
};
