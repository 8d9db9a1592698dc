import { msg } from '@lingui/core/macro';

export const REQUEST_OUTCOME_WORDS = {
  refused: msg`Refused`,
  limited: msg`Answered in part`,
  given_on_paper: msg`Given on paper`,
} as const;

/** Which kind of authority asked; no office and nobody by name. */
export const AUTHORITY_WORDS = {
  court: msg`Court`,
  prosecution: msg`Prosecution`,
  police: msg`Police`,
  security_service: msg`Security service`,
  child_protection: msg`Child protection authority`,
  other: msg`Another authority`,
} as const;

export const TOLD_WORDS = {
  told: msg`The person was told`,
  not_yet: msg`The person was not yet told`,
  law_forbids: msg`The law forbids telling`,
} as const;

export const ERASURE_REASON_WORDS = {
  asked_by_person: msg`The person asked for it`,
  time_is_over: msg`The time for keeping it is over`,
  recorded_in_error: msg`It was written down by mistake`,
  about_somebody_else: msg`It is about somebody else`,
} as const;
