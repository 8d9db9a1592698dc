import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FindingCode } from '#domain/exchange/evidence/finding.ts';

/** What each finding means, and what to do about it. */
export const FINDING_WORDS: Readonly<Record<FindingCode, MessageDescriptor>> = {
  addresses: msg`Addresses of people. Please remove this column.`,
  column_beyond_header: msg`A column to the right of the header row. Please remove it, or give it a header and a hashtag.`,
  column_without_header: msg`A column without header and hashtag. Please remove it, or give it both.`,
  column_without_hashtag: msg`There is no hashtag above this column, so that nobody can say what it is. Please remove it, or give it one.`,
  coordinates: msg`Points on a map: one of them may be somebody’s home. Please remove this column.`,
  dates_of_birth: msg`Dates of birth. Please remove this column.`,
  document_numbers: msg`Numbers of documents or of people’s files. Please remove them.`,
  does_not_add_up: msg`A total here is not the sum of its parts. Where people are counted more than once, please say so in the method.`,
  emails: msg`E-mail addresses. Please remove them.`,
  follows_from_earlier: msg`This number is kept back, but it follows from the version that was published before. Please keep back one more beside it.`,
  follows_from_total: msg`This number is kept back, but it follows from a total and the numbers beside it. Please keep back one more.`,
  header_left_over: msg`Rows above the header row are not taken over.`,
  invisible_characters: msg`There are characters here that nobody can see. Please type it anew.`,
  looks_like_names: msg`These look like names. Please make sure that they are not names of people.`,
  names_of_people: msg`Names of people. Please remove them.`,
  no_counts: msg`This table has no numbers of people: each row may be one person.`,
  not_a_number: msg`This is no number. Please write a number, nothing, or * where it is kept back.`,
  number_cut: msg`A spreadsheet has cut off digits (2e+06). Please look at the source.`,
  phones: msg`Phone numbers. Please remove them.`,
  shown_earlier: msg`This number is kept back now, but the version before it shows it. Please speak with the other editors before you go on.`,
  small_change: msg`This differs by fewer than five from the published version of the same period, and the difference would tell of these people. Please round the numbers, or wait for the next period.`,
  small_count: msg`Fewer than five people. Please write * or <5 instead.`,
  small_count_by_share: msg`This share stands for fewer than five people. Please write * instead.`,
  text_of_a_person: msg`These words may tell of one person. Please make sure that they do not.`,
  small_rest: msg`All but fewer than five are counted here, which tells of the rest. Please write * instead.`,
};
