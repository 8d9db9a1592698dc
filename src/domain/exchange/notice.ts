import { z } from 'zod';
import { instant } from '../time.ts';

/** What a participant may be told; every kind has a sentence in `web/exchange/notice/notice-messages.ts`. */
export const NOTICE_KINDS = [
  'programme_new',
  'programme_moved',
  'programme_cancelled',
  'programme_changed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The notices of one participant. `details.path` is where in the workspace or on the pages it leads. */
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
