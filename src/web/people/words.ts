import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConsentReason } from '#domain/people/consent-proposal.ts';
import type { DuplicateReason } from '#domain/people/duplicate.ts';

type Words = Readonly<Record<string, MessageDescriptor>>;

export const SEX_WORDS: Words = {
  female: msg`female`,
  male: msg`male`,
  other: msg`other`,
  unknown: msg`not known`,
};

/** What a member of a household is to its head, or one person to another; by sex where it is known. */
const FEMALE: Words = {
  mother: msg`mother`,
  parent: msg`mother`,
  step_parent: msg`stepmother`,
  foster_parent: msg`foster mother`,
  child: msg`daughter`,
  step_child: msg`stepdaughter`,
  foster_child: msg`foster daughter`,
  spouse: msg`wife`,
  sibling: msg`sister`,
  half_sibling: msg`half-sister`,
  grandparent: msg`grandmother`,
  grandchild: msg`granddaughter`,
  aunt_or_uncle: msg`aunt`,
  niece_or_nephew: msg`niece`,
  parent_in_law: msg`mother-in-law`,
  child_in_law: msg`daughter-in-law`,
  sibling_in_law: msg`sister-in-law`,
};
const MALE: Words = {
  father: msg`father`,
  parent: msg`father`,
  step_parent: msg`stepfather`,
  foster_parent: msg`foster father`,
  child: msg`son`,
  step_child: msg`stepson`,
  foster_child: msg`foster son`,
  spouse: msg`husband`,
  sibling: msg`brother`,
  half_sibling: msg`half-brother`,
  grandparent: msg`grandfather`,
  grandchild: msg`grandson`,
  aunt_or_uncle: msg`uncle`,
  niece_or_nephew: msg`nephew`,
  parent_in_law: msg`father-in-law`,
  child_in_law: msg`son-in-law`,
  sibling_in_law: msg`brother-in-law`,
};
const EITHER: Words = {
  head: msg`head of the household`,
  mother: msg`mother`,
  father: msg`father`,
  parent: msg`parent`,
  step_parent: msg`step-parent`,
  foster_parent: msg`foster parent`,
  child: msg`child`,
  step_child: msg`stepchild`,
  foster_child: msg`foster child`,
  spouse: msg`husband or wife`,
  sibling: msg`brother or sister`,
  half_sibling: msg`half-brother or half-sister`,
  grandparent: msg`grandparent`,
  grandchild: msg`grandchild`,
  aunt_or_uncle: msg`aunt or uncle`,
  niece_or_nephew: msg`niece or nephew`,
  cousin: msg`cousin`,
  parent_in_law: msg`parent-in-law`,
  child_in_law: msg`son- or daughter-in-law`,
  sibling_in_law: msg`brother- or sister-in-law`,
  other_relative: msg`other relative`,
  not_related: msg`not a relative`,
};
const OTHER_RELATIVE = msg`other relative`;

export function relationWord(relation: string, sex = 'unknown'): MessageDescriptor {
  const own = sex === 'female' ? FEMALE[relation] : sex === 'male' ? MALE[relation] : undefined;
  return own ?? EITHER[relation] ?? OTHER_RELATIVE;
}

/** What may be said about a parent: kind words, and never why. */
export const PARENT_STATE_WORDS: Words = {
  present: msg`is here`,
  elsewhere: msg`lives elsewhere`,
  cannot_be_reached: msg`cannot be reached`,
  cannot_care_at_present: msg`cannot care for the child at present`,
  deceased: msg`has died`,
};

/** Why somebody does not live here any more: ordinary, and nobody is to blame. */
export const LEAVING_WORDS: Words = {
  moved_out: msg`moved out`,
  married: msg`married`,
  to_relatives: msg`went to relatives`,
  work_or_study: msg`for work or study`,
  died: msg`has died`,
  not_said: msg`the reason was not said`,
};

export const GUARDIANSHIP_WORDS: Words = {
  court: msg`by a court`,
  authority: msg`by the guardianship authority`,
  temporary: msg`for a time, with a paper`,
  customary: msg`agreed in the family, without a paper`,
};

export const CONTEXT_WORDS: Words = {
  conflict_zone: msg`from a conflict zone`,
  labour_migration: msg`from work abroad`,
  ethnic_return: msg`return to the country of the ancestors`,
  other: msg`another way`,
};

export const CHANNEL_WORDS: Words = {
  telephone: msg`Telephone`,
  message: msg`Messages`,
  email: msg`E-mail`,
  address: msg`Address`,
  through_somebody: msg`Through somebody`,
};

export const WEEKDAYS = {
  mon: msg`Mon`,
  tue: msg`Tue`,
  wed: msg`Wed`,
  thu: msg`Thu`,
  fri: msg`Fri`,
  sat: msg`Sat`,
  sun: msg`Sun`,
} as const;

export const ORIGIN_WORDS: Words = {
  own_request: msg`came by themselves`,
  arrival_list: msg`was on an arrival list`,
  partner: msg`a service sent them`,
  relative: msg`a relative asked`,
  other: msg`another way`,
};

/** Fields of a person that two people may have said differently. */
export const FIELD_WORDS: Words = {
  name: msg`Name`,
  called: msg`Wishes to be called`,
  sex: msg`Sex`,
  birth: msg`Born`,
  languages: msg`Languages`,
  interpreter_needed: msg`Interpreter`,
  citizenships: msg`Citizenship`,
  papers: msg`Paper`,
  contacts: msg`Contact`,
  household: msg`Leaving the household`,
};

/** Why two people may be one, as far as a reader can use it. */
export const LIKENESS_WORDS = {
  same_words: msg`the same name`,
  similar_words: msg`a similar name`,
  sounds_alike: msg`the name sounds alike`,
  consonants_alike: msg`the name may be the same in another script`,
  part_missing: msg`one name has more parts`,
  joined_or_split: msg`the name is written together or apart`,
  initial_fits: msg`an initial fits`,
  same_birth_date: msg`the same date of birth`,
  birth_day_month_swapped: msg`day and month of birth swapped`,
  birth_one_digit_differs: msg`one digit of the date of birth differs`,
  same_birth_year: msg`the same year of birth`,
  birth_year_within_estimate: msg`a year of birth that may be the same`,
  same_paper: msg`the same number of a paper`,
  paper_one_sign_differs: msg`one sign of a paper's number differs`,
  same_household: msg`the same household`,
  same_mother: msg`the same mother`,
  same_sex: msg`the same sex`,
  other_sex: msg`another sex`,
  same_citizenship: msg`the same citizenship`,
  other_citizenship: msg`another citizenship`,
  other_given: msg`another given name`,
  other_birth: msg`another date of birth`,
  relatives_more_likely: msg`rather relatives than one person`,
  birth_near: msg`dates of birth in the same year`,
  same_birth_month: msg`the same month and year of birth`,
  same_birth_day_other_year: msg`the same day of birth in another year`,
  other_address: msg`another address`,
  similar_address: msg`a similar address`,
  same_address: msg`the same address`,
  other_family: msg`another family name`,
  other_patronymic: msg`another father’s name`,
  other_word: msg`a part of the name differs`,
  other_generation: msg`people of two generations`,
  other_mother: msg`another mother`,
  other_paper: msg`another number of a paper`,
  little_to_compare: msg`there is little to compare`,
} as const satisfies Readonly<Record<DuplicateReason, MessageDescriptor>>;

/** Why somebody is proposed to decide for a child, or should not be asked. */
export const CONSENT_REASON_WORDS = {
  adult: msg`is of age`,
  age_unclear_treated_as_child: msg`the age is not sure: treated as a child until it is known`,
  guardian_by_court: msg`guardian by a court`,
  guardian_by_authority: msg`guardian by the guardianship authority`,
  guardian_temporary: msg`guardian for a time`,
  guardianship_contested: msg`somebody says that this guardianship is not right`,
  customary_guardian_without_paper: msg`cares by agreement of the family, without a paper`,
  parent_present: msg`parent who is here`,
  parent_elsewhere: msg`parent who lives elsewhere`,
  parent_state_not_recorded: msg`parent; it is not written down where`,
  parent_cannot_be_reached: msg`parent who cannot be reached`,
  parent_cannot_care_at_present: msg`parent who cannot care at present`,
  parent_under_age: msg`a parent who is under age`,
  guardian_under_age: msg`a guardian who is under age`,
  two_guardians: msg`there are two guardians with a paper`,
  relative_in_household_without_guardianship: msg`lives with the child, without guardianship`,
  old_enough_alone: msg`old enough to say yes alone`,
  authority_decides: msg`decides for this child`,
  nobody_may_consent_yet: msg`nobody may decide yet: please ask the guardianship authority`,
} as const satisfies Readonly<Record<ConsentReason, MessageDescriptor>>;

/** The words for a code; a code of a newer server stays as it is. */
export function wordOf(i18n: I18n, words: Words, code: string): string {
  const found = words[code];
  return found === undefined ? code : i18n._(found);
}
