import { msg } from '@lingui/core/macro';

/** What may stand in the way of minutes, of drafting, of adoption and of reports. */
export const RECOMMENDATION_PROBLEMS = {
  adoption_language_missing: msg`The text is not there yet in every language of the conference: {languages}.`,
  adoption_language_stale: msg`These translations are of an earlier text: {languages}. Please bring them up to date first.`,
  amendment_decided: msg`This amendment has been decided already.`,
  amendment_of_own: msg`You proposed these words yourself. Somebody else of the chair has to take them up.`,
  amendment_words_unclear: msg`These words do not stand in the text exactly once. Please copy a few more words of it.`,
  amendments_open: msg`Some amendments are not decided yet: {count}.`,
  lead_says_this: msg`Only the lead owner says how far it is. You can report without changing that.`,
  line_names_somebody: msg`The Chatham House Rule holds here: please say it without the name of anybody who takes part.`,
  minutes_empty: msg`There is no line in these minutes that could go out.`,
  minutes_kept_in: msg`The session is closed: its minutes stay with those who keep them.`,
  not_adopted: msg`This recommendation has not been adopted yet.`,
  not_your_country: msg`A delegate speaks for the own country only.`,
  reason_missing: msg`Please write in a few words why, or what was done.`,
  recommendation_adopted: msg`This text has been adopted and stays as it is. A later change is a new recommendation.`,
  recommendation_replaced: msg`A later text has taken the place of this one.`,
  speaker_not_named_here: msg`The Chatham House Rule holds here: nobody is named as the speaker.`,
  status_changed_meanwhile: msg`Somebody else has reported meanwhile. Please look at how it stands now.`,
  status_move_unfit: msg`From where it stands this is not the next step.`,
  words_betray_somebody: msg`These words could betray one person, and this is published: {words}. Please say it without them.`,
};
