import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  DECLINE_REASONS,
  QUESTIONS,
  ReferralOutcome,
  ReferralStatus,
} from '#domain/case/referral-answer.ts';

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** The states of a request as the service that received it would say them. */
export const INBOX_STATUS: Words<ReferralStatus> = {
  draft: msg`New`,
  requested: msg`New`,
  accepted: msg`You accepted`,
  'in-progress': msg`Under way`,
  'on-hold': msg`You asked something`,
  completed: msg`Done`,
  rejected: msg`You declined`,
  failed: msg`Ended`,
  cancelled: msg`Taken back by the sender`,
};

export const DECLINE_CHOICES: Words<(typeof DECLINE_REASONS)[number]> = {
  no_capacity: msg`No free place`,
  not_our_service: msg`We do not offer this`,
  other_service_does: msg`Another service does this`,
  not_entitled: msg`Not entitled to it`,
  requirement_missing: msg`Something required is missing`,
  other: msg`Another reason`,
};

export const QUESTION_CHOICES: Words<(typeof QUESTIONS)[number]> = {
  which_papers: msg`Which papers are there?`,
  other_date: msg`Is another day possible?`,
  who_accompanies: msg`Who comes along?`,
  interpreter: msg`Is an interpreter needed?`,
  please_call: msg`Please call us`,
  other: msg`Another question`,
};

export const OUTCOME_CHOICES: Words<ReferralOutcome> = {
  met: msg`Helped`,
  partly: msg`Helped in part`,
  not_met: msg`Did not help`,
  declined_by_client: msg`The person did not wish it`,
  declined_by_provider: msg`We could not do it`,
  no_capacity: msg`No free place`,
  unreachable: msg`Could not be reached`,
};

export const COMPANIONS = {
  nobody: msg`comes alone`,
  worker: msg`comes with a support worker`,
  family: msg`comes with family`,
  other: msg`comes with somebody`,
} as const;

export const CHANNELS: Readonly<Record<string, MessageDescriptor>> = {
  telephone: msg`Telephone`,
  message: msg`Message`,
  email: msg`E-mail`,
  address: msg`Address`,
  through_somebody: msg`Through somebody`,
};
