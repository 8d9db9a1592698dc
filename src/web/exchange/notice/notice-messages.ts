import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NoticeKind } from '#domain/exchange/notice.ts';

/** A sentence for everything that a participant may be told; it names nobody. */
export const NOTICE_MESSAGES: Readonly<Record<NoticeKind, MessageDescriptor>> = {
  programme_new: msg`A session in which you take part is in the programme.`,
  programme_moved: msg`A session in which you take part has been moved.`,
  programme_cancelled: msg`A session in which you take part has been cancelled.`,
  programme_changed: msg`A session in which you take part has changed.`,
  recommendation_marked: msg`A line of the minutes has become a recommendation. It is being drafted.`,
  recommendation_amendment_proposed: msg`Somebody has proposed other words for a recommendation.`,
  recommendation_amendment_decided: msg`Your amendment has been decided.`,
  recommendation_text_changed: msg`A text to which your country has spoken has changed. Please look at it again.`,
  recommendation_adopted: msg`A recommendation has been adopted.`,
  recommendation_owner_named: msg`Your institution has been named as an owner of a recommendation.`,
  recommendation_reported: msg`There is news of a recommendation.`,
  recommendation_review_due: msg`A report on a recommendation is expected soon.`,
  recommendation_review_overdue: msg`A report on a recommendation is overdue.`,
  recommendation_came_of: msg`Something has come of a recommendation: it is linked there.`,
  remind_call_ends: msg`The call ends soon, and a draft of yours is not handed in yet.`,
  remind_reviews_due: msg`A review of yours is due soon.`,
  remind_session_tomorrow: msg`The conference begins within a day.`,
  remind_own_session_tomorrow: msg`A session in which you take part begins within a day.`,
  remind_session_soon: msg`A session begins within an hour.`,
  remind_reply_due: msg`The answer to a letter is due soon and has not come.`,
  certificate_ready: msg`Your certificate of participation is ready.`,
  portrait_proposed: msg`An editor would like to show a portrait of you. It is yours to agree to.`,
  look_done: msg`A second editor has looked at your words. They may go out.`,
  look_sent_back: msg`A second editor has sent your words back and says why.`,
};
