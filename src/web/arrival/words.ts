import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ArrivalField } from '#domain/arrival/field.ts';
import type { ForbiddenTopic } from '#domain/arrival/forbidden.ts';
import type { DropReason } from '#domain/arrival/guess-mapping.ts';
import type { RowIssueCode } from '#domain/arrival/issue.ts';
import type { ListReport, ListState } from '#domain/arrival/list.ts';

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

export const FIELD_WORDS: Words<ArrivalField> = {
  full_name: msg`Whole name`,
  given_name: msg`Given name`,
  patronymic: msg`Patronymic`,
  family_name: msg`Family name`,
  former_name: msg`Former name`,
  sex: msg`Sex`,
  birth_date: msg`Date of birth`,
  birth_year: msg`Year of birth`,
  birth_estimated: msg`Date of birth is estimated`,
  age_years: msg`Age in years`,
  citizenship: msg`Citizenship`,
  family_number: msg`Number of the family`,
  relation: msg`Place in the family`,
  languages: msg`Languages`,
  interpreter: msg`Needs an interpreter`,
  paper_kind: msg`Kind of paper`,
  paper_number: msg`Number of the paper`,
  paper_state: msg`State of the paper`,
  telephone: msg`Telephone`,
  arrival_date: msg`Date of arrival`,
  from_country: msg`Came from (country)`,
  arrival_place: msg`Place of arrival`,
  operation: msg`Label of the operation`,
};

export const TOPIC_WORDS: Words<ForbiddenTopic> = {
  religion: msg`Religion is never recorded here.`,
  ideology: msg`Beliefs and loyalties are never recorded here.`,
  criminal_record: msg`Criminal matters are never recorded here.`,
  photo: msg`Pictures of faces are never recorded here.`,
  genetic_or_biometric: msg`Traits of the body are never recorded here.`,
  security: msg`Notes of security bodies are never recorded here.`,
  ethnicity: msg`Ethnic origin is never recorded here.`,
};

export const DROP_WORDS: Words<Exclude<DropReason, 'forbidden'>> = {
  not_collected: msg`This is not collected here.`,
  running_number: msg`A running number is not needed.`,
  not_recognised: msg`Not recognised.`,
  field_taken: msg`Another column says this already.`,
  parts_preferred: msg`The parts of the name stand in columns of their own.`,
};

export const ISSUE_WORDS: Words<RowIssueCode> = {
  name_missing: msg`The name is missing.`,
  unstorable_text: msg`There are signs that no computer can keep.`,
  too_long: msg`The text is too long to be what the column says.`,
  too_many_cells: msg`The row has more cells than the list has columns.`,
  date_impossible: msg`There is no such day.`,
  date_in_future: msg`The day lies in the future.`,
  date_before_1900: msg`The day lies before 1900.`,
  date_unreadable: msg`The date cannot be read.`,
  date_two_digit_year: msg`The year has two digits only.`,
  born_after_arrival: msg`Born after the arrival.`,
  date_short_year: msg`The year has two digits only.`,
  date_ambiguous: msg`Day and month can be read in two ways.`,
  name_order_unclear: msg`Which part of the name comes first is not clear.`,
  birth_missing: msg`The date of birth is missing.`,
  birth_year_differs: msg`Year and date of birth differ.`,
  age_over_110: msg`Older than 110 years.`,
  date_first_of_january: msg`1 January often means that only the year is known.`,
  date_serial: msg`The date came as a number of the spreadsheet.`,
  arrival_date_coarse: msg`The day of arrival is not exact.`,
  sex_unreadable: msg`The sex cannot be read.`,
  sex_differs_from_relation: msg`Sex and place in the family do not fit together.`,
  country_unreadable: msg`The country cannot be read.`,
  language_unreadable: msg`A language cannot be read.`,
  interpreter_unreadable: msg`Whether an interpreter is needed cannot be read.`,
  relation_unreadable: msg`The place in the family cannot be read.`,
  paper_kind_unreadable: msg`The kind of paper cannot be read.`,
  paper_state_unreadable: msg`The state of the paper cannot be read.`,
  paper_number_of_none: msg`A number stands beside a paper that was never had.`,
  telephone_unreadable: msg`The telephone cannot be read.`,
  age_unreadable: msg`The age cannot be read.`,
  place_unknown: msg`This place is not in your area.`,
  family_number_missing: msg`The number of the family is missing.`,
  date_estimated: msg`The date is an estimate.`,
};

export const LEVEL_WORDS: Words<ListReport['problems'][number]['level']> = {
  error: msg`cannot be imported`,
  question: msg`waits for an answer`,
  warning: msg`is imported, please look`,
  note: msg`for your information`,
};

export const NOTICE_WORDS: Words<ListReport['families'][number]['notices'][number]['code']> = {
  child_without_parental_care: msg`A child without a parent on the list`,
  child_alone: msg`A child alone`,
  parent_unclear: msg`Which adult is the parent is not clear`,
  two_heads: msg`Two heads of one family`,
  no_head: msg`No head of the family`,
  too_many: msg`Too many people for one family: each is taken alone`,
};

export const STATE_WORDS: Words<ListState> = {
  open: msg`Uploaded`,
  checking: msg`Being checked`,
  checked: msg`Checked`,
  importing: msg`Being imported`,
  interrupted: msg`Interrupted`,
  imported: msg`Imported`,
  undoing: msg`Being undone`,
  undone: msg`Undone`,
  cancelled: msg`Given up`,
  expired: msg`Expired`,
};

export const QUESTION_WORDS: Words<ListReport['questions'][number]['code']> = {
  ambiguous_dates: msg`How are dates such as 3/5/2014 to be read?`,
  short_years: msg`Some years have two digits only. How are they to be read?`,
  first_of_january: msg`Some are born on 1 January. What does it mean on this list?`,
  name_order: msg`Which part of the name stands first on this list?`,
};

export const ANSWER_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  day_first: msg`Day first: 3 May`,
  month_first: msg`Month first: 5 March`,
  latest: msg`The latest year that is possible: 14 is 2014, 90 is 1990`,
  leave_out: msg`Leave these rows out`,
  year_only: msg`Only the year is known`,
  as_written: msg`Really 1 January`,
  family_first: msg`Family name first`,
  given_first: msg`Given name first`,
};
