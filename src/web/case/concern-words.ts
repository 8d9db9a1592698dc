import { msg } from '@lingui/core/macro';

export const CONCERN_ABOUT_WORDS = {
  participant: msg`The person`,
  household_member: msg`Somebody in the household`,
  caregiver: msg`Somebody who cares for the child`,
  colleague: msg`Somebody who works here`,
  somebody_else: msg`Somebody else`,
} as const;

/** On whose word it is closed; the person, whoever is feared and guardians are not among them. */
export const CONCERN_WORD_OF_WORDS = {
  closer: msg`I have seen for myself`,
  colleague: msg`A colleague has seen for themselves`,
  service: msg`A service has seen for itself`,
  somebody_else: msg`Somebody whom it is not about`,
} as const;

export const CONCERN_OUTCOME_WORDS = {
  safety_agreed: msg`Agreed how to stay safe`,
  help_arranged: msg`Help was arranged`,
  passed_on_by_law: msg`Passed on as the law asks`,
  no_harm_found: msg`No harm was found`,
  said_in_error: msg`Said by mistake`,
} as const;
