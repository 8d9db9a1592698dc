import { msg } from '@lingui/core/macro';

/** What may stand in the way of a practice, its review, its adoption and of publishing anything. */
export const LIBRARY_PROBLEMS = {
  adoption_step: msg`What was stopped can be considered or planned anew, nothing else.`,
  changed_meanwhile: msg`Somebody else has changed this meanwhile. Both texts are kept: please choose at the top of the page.`,
  findings_unanswered: msg`Something that may point to one person is not answered yet. Please answer each finding, or send the text back.`,
  practice_incomplete: msg`Something is still missing before this practice can be submitted.`,
  practice_not_open: msg`This is not possible at this point: the practice has moved on. Please open it anew.`,
  publication_decided: msg`This has been decided already.`,
  publication_of_own: msg`You asked for this yourself. Another editor has to publish it.`,
  review_decided: msg`This review has been given already.`,
  review_of_own: msg`Nobody reviews a practice that they wrote themselves.`,
  review_of_own_country: msg`A reviewer comes from another country than the practice.`,
  review_of_own_institution: msg`A reviewer comes from another institution than the practice.`,
  statement_of_own: msg`You proposed this yourself, and something in it may point to one person. Another moderator has to let it in.`,
  words_wait: msg`Somebody else has written new words for this. They wait for a second look.`,
  reviewers_enough: msg`Two reviewers have been asked already.`,
};
