import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PacketField } from '#domain/case/model-names.ts';
import type {
  DECLINE_REASONS,
  QUESTIONS,
  ReferralOutcome,
  ReferralStatus,
} from '#domain/case/referral-answer.ts';

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

export const STATUS_WORDS: Words<ReferralStatus> = {
  draft: msg`Not sent yet`,
  requested: msg`Sent, waits for an answer`,
  accepted: msg`Accepted`,
  'in-progress': msg`Under way`,
  'on-hold': msg`The service asks something`,
  completed: msg`Help was given`,
  rejected: msg`Not taken on`,
  failed: msg`Did not work out`,
  cancelled: msg`Cancelled`,
};

export const REFERRAL_OUTCOME_WORDS: Words<ReferralOutcome> = {
  met: msg`Helped`,
  partly: msg`Helped in part`,
  not_met: msg`Did not help`,
  declined_by_client: msg`The person did not wish it`,
  declined_by_provider: msg`The service declined`,
  no_capacity: msg`No free place`,
  unreachable: msg`Could not be reached`,
};

export const DECLINE_WORDS: Words<(typeof DECLINE_REASONS)[number]> = {
  no_capacity: msg`No free place`,
  not_our_service: msg`Not what they offer`,
  other_service_does: msg`Another service does this`,
  not_entitled: msg`The person has no claim to it`,
  requirement_missing: msg`Something is missing, for example a paper`,
  other: msg`Another reason`,
};

export const QUESTION_WORDS: Words<(typeof QUESTIONS)[number]> = {
  which_papers: msg`Which papers are there?`,
  other_date: msg`Another day?`,
  who_accompanies: msg`Who comes along?`,
  interpreter: msg`Is an interpreter needed?`,
  please_call: msg`Please call`,
  other: msg`Another question`,
};

/** What a receiving service is told, one piece at a time, in words to read out to the person. */
export const PACKET_WORDS: Words<PacketField> = {
  'person.name': msg`Name`,
  'person.former_names': msg`Former names`,
  'person.birth': msg`Date of birth`,
  'person.sex': msg`Sex`,
  'person.languages': msg`Languages`,
  'person.interpreter_needed': msg`Whether an interpreter is needed`,
  'person.citizenships': msg`Citizenship`,
  'person.papers': msg`Which papers there are`,
  'person.contact': msg`How the person may be reached`,
  'guardian.name': msg`Name of the guardian`,
  'guardian.contact': msg`How the guardian may be reached`,
  'guardian.papers': msg`Papers of the guardian`,
  'household.size': msg`How many live in the household`,
  'household.children': msg`How many children`,
  'place.district': msg`District`,
  'return.arrived_on': msg`Day of the return`,
  'return.from_country': msg`Country returned from`,
  'referral.need': msg`What is needed`,
  'referral.urgent': msg`Whether it is urgent`,
  'referral.words': msg`Your words to the service`,
  'referral.answer_by': msg`By when to answer`,
  'referral.accompanied': msg`Who comes along`,
  'worker.name': msg`Your name`,
  'worker.contact': msg`How to reach you`,
};

export const COMPANY_WORDS = {
  nobody: msg`Nobody`,
  worker: msg`I do`,
  family: msg`Family`,
  other: msg`Somebody else`,
} as const;

export const HELPFUL_WORDS = {
  yes: msg`Yes`,
  partly: msg`In part`,
  no: msg`No`,
  not_asked: msg`Not asked`,
} as const;
