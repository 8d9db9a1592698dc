import { z } from 'zod';
import { instant } from '../time.ts';

/** What a participant may be told; every kind has a sentence in `web/exchange/notice/notice-messages.ts`. */
export const NOTICE_KINDS = [
  'programme_new',
  'programme_moved',
  'programme_cancelled',
  'programme_changed',
  'recommendation_marked',
  'recommendation_amendment_proposed',
  'recommendation_amendment_decided',
  'recommendation_text_changed',
  'recommendation_adopted',
  'recommendation_owner_named',
  'recommendation_reported',
  'recommendation_review_due',
  'recommendation_review_overdue',
  'recommendation_came_of',
  'remind_call_ends',
  'remind_reviews_due',
  'remind_session_tomorrow',
  'remind_own_session_tomorrow',
  'remind_session_soon',
  'remind_reply_due',
  'certificate_ready',
  'portrait_proposed',
  'look_done',
  'look_sent_back',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The notices of one participant. `details.path`, `workspace` or `recommendation` is where it leads. */
export const notices = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(NOTICE_KINDS),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
      created_at: instant,
      read_at: instant.nullable(),
    }),
  ),
});
export type Notice = z.infer<typeof notices>['rows'][number];
