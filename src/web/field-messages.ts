import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Problem } from '#domain/problem.ts';
import { MODEL_FAULT_MESSAGES } from './programme/model-fault-messages.ts';

/** A sentence for what can be wrong with one field. */
export const FIELD_MESSAGES: Readonly<Record<string, MessageDescriptor>> = {
  required: msg`Please fill this in.`,
  wrong_type: msg`This has the wrong form.`,
  wrong_format: msg`This has the wrong form.`,
  too_long: msg`This is too long: at most {maximum} characters.`,
  too_short: msg`This is too short: at least {minimum} characters.`,
  too_large: msg`This is too large: at most {maximum}.`,
  too_small: msg`This is too small: at least {minimum}.`,
  too_simple: msg`This is too simple. Use more different letters.`,
  holds_username: msg`The password must not contain the user name.`,
  already_taken: msg`This is taken already. Please choose another one.`,
  username_taken: msg`This user name is taken already. Please choose another one.`,
  not_a_date: msg`This is not a date.`,
  finer_than_precision: msg`The date is more exact than was said.`,
  not_a_moment: msg`This is not a date with a time.`,
  not_a_time: msg`This is not a time.`,
  not_an_id: msg`Please choose one.`,
  not_an_email: msg`This is not an e-mail address.`,
  not_an_address: msg`This is not an address.`,
  column_forbidden: msg`This column must not be imported.`,
  column_twice: msg`This column was chosen twice.`,
  field_twice: msg`Two columns were chosen for one and the same thing.`,
  name_required: msg`Please choose the column with the names.`,
  neighbourhood_body: msg`A body of the neighbourhood has no account and receives nothing about anybody.`,
  not_chosen_by_person: msg`Only a mentor whom the person chose.`,
  not_agreed_by_person: msg`Only where the person wants it.`,
  stays_with_the_person: msg`This part of life stays with the person’s own plan.`,
  not_one_of: msg`Please choose one of the list.`,
  unstorable_text: msg`This text contains a sign that cannot be stored.`,
  unknown_field: msg`This field is not known here.`,
  unknown: msg`This is not known here.`,
  unreadable: msg`This could not be read.`,
  taken: msg`This is taken already. Please choose another one.`,
  several_places: msg`Several places are called so. Write the code of the place.`,
  not_a_period: msg`Write a year or a month: 2026 or 2026-11.`,
  not_a_count: msg`Write a whole number.`,
  row_twice: msg`This stands in the file twice.`,
  not_yes_or_no: msg`Write yes or no.`,
  not_a_language: msg`There is no such language: its short code is asked for, for example uz.`,
  pay_from_above_to: msg`This is less than where the pay begins.`,
  day_has_passed: msg`This day has passed already.`,
  not_an_occupation: msg`There is no such occupation.`,
  not_an_amount: msg`Write an amount in figures, for example 120000 or 49.90.`,
  not_a_currency: msg`There is no such currency: its three capital letters are asked for, for example UZS.`,
  not_a_code: msg`Only letters, figures, “-” and “_” are possible here, without spaces.`,
  not_a_language_tag: msg`This is not the tag of a language.`,
  not_a_month: msg`This is not the first day of a month.`,
  month_not_over: msg`This month is not over yet.`,
  nothing_to_count: msg`There was nothing to count yet in this month.`,
  code_missing: msg`The code is missing.`,
  duplicate_code: msg`This code stands in the file twice.`,
  level_unknown: msg`The level must be country, region or district.`,
  name_missing: msg`A name is missing.`,
  name_unusable: msg`This name cannot be used: it is too long, or its column names no language.`,
  parent_missing: msg`It does not say which place this one belongs to.`,
  parent_not_in_file: msg`The place that it belongs to is not in the file.`,
  parent_of_wrong_level: msg`A district belongs to a region, and a region to a country.`,
  country_with_parent: msg`A country belongs to no other place.`,
  cycle: msg`These places belong to each other in a circle.`,
  column_missing: msg`This column is missing.`,
  ...MODEL_FAULT_MESSAGES,
  place_moved: msg`A known place keeps its level and what it belongs to.`,
  table_unknown: msg`This is no table of HSDS.`,
  id_twice: msg`This id stands in the file twice.`,
  more_than_there_are: msg`More places are free than there are.`,
  need_domain_missing: msg`It does not say for which area of life it is. Choose one for the whole file.`,
  other_organisation: msg`This service belongs to another organisation here.`,
  ends_before_start: msg`The end lies before the beginning.`,
};

const OTHER_FIELD = msg`Please look at this once more.`;

/** What is wrong with a field; a text that needs one character at least is simply missing. */
export function fieldMessage(code: string, details: Problem['details'] = {}): MessageDescriptor {
  if (code === 'too_short' && details.minimum === 1) return FIELD_MESSAGES.required ?? OTHER_FIELD;
  return FIELD_MESSAGES[code] ?? OTHER_FIELD;
}
