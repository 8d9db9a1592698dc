import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What can be wrong at one place of a programme model, as a sentence (`model-check.ts`). */
export const MODEL_FAULT_MESSAGES: Readonly<Record<string, MessageDescriptor>> = {
  too_deep: msg`This is no programme model.`,
  label_missing: msg`The text in one language is missing: {language}.`,
  stage_unreachable: msg`No support file can come to this stage.`,
  unknown_stage: msg`There is no stage with the code “{name}”.`,
  stage_is_an_ending: msg`Support goes on after it is reopened: this stage is an ending.`,
  stage_is_no_ending: msg`This stage is no ending; choose one that ends support, or the one after it.`,
  unknown_approval: msg`There is no approval with the code “{name}”.`,
  unknown_pause_reason: msg`There is no reason for a pause with the code “{name}”.`,
  unknown_need_domain: msg`There is no area of needs with the code “{name}”.`,
  unknown_purpose: msg`There is no purpose of consent with the code “{name}”.`,
  unknown_assistance_kind: msg`There is no kind of assistance with the code “{name}”.`,
  unknown_milestone: msg`There is no milestone with the code “{name}”.`,
  unknown_suggestion: msg`There is no advice with the code “{name}”.`,
  ages_out_of_order: msg`These ages do not follow each other: a child is asked first, its word counts later, and it decides alone last.`,
  return_history_in_packet: msg`Only whoever restores papers may learn of the return.`,
  more_than_consent: msg`The law needs no more than the person would have agreed to.`,
  below_warning: msg`“Full” cannot be less than the number from which a warning is given.`,
  not_a_time_zone: msg`This is not the name of a time zone.`,
  not_a_day: msg`This is not a day: 03-21 for every year, 2027-03-10 for one.`,
  not_a_pattern: msg`This is not a word that can be looked for.`,
};
