import { z } from 'zod';
import { locale } from '../account/account.ts';
import { id } from '../id.ts';
import { labels, line } from '../text.ts';
import { day, instant } from '../time.ts';
import { packetContent } from './packet.ts';
import { packetWords } from './packet-words.ts';
import { REFERRAL_STATUSES, referralAnswer } from './referral-answer.ts';
import { sentWeek, weekOfSchool } from './schooling-state.ts';

/** What a worker asks for: a letter to the service, or the link itself to pass on. */
export const askForLink = z.strictObject({
  command_id: id,
  /** Absent: the worker passes the link on. */
  email: z.email().max(200).optional(),
  locale,
});

/** Shown once and kept nowhere: the code, and the link where no letter carries it. */
export const madeLink = z.object({
  link_id: id,
  code: z.string(),
  url: z.string().nullable(),
  expires_at: instant,
});

/** What whoever received the link holds. Nothing of it stands in an address. */
export const heldLink = z.strictObject({
  secret: line.transform((given) => given.trim()),
  code: line.transform((given) => given.trim()),
});

export const answeredByLink = heldLink.extend({
  command_id: id,
  answer: referralAnswer,
});

export const weekByLink = heldLink.extend({
  command_id: id,
  week: weekOfSchool,
});

/** What a link opens: the packet, what was said about it, and the words to answer with. */
export const linkPacket = z.object({
  referral_id: id,
  service: labels,
  urgency: z.enum(['routine', 'urgent']),
  status: z.enum(REFERRAL_STATUSES),
  answer_due_on: day,
  expires_at: instant,
  content: packetContent,
  answers: z.array(z.object({ at: instant, answer: referralAnswer })),
  replies: z.array(z.object({ at: instant, words: z.string(), picked_on: day.optional() })),
  may_answer: z.boolean(),
  /** A school that took the child may say how its weeks were. */
  may_answer_week: z.boolean(),
  /** The weeks that it sent. */
  weeks: z.array(sentWeek),
  words: packetWords,
});
export type LinkPacket = z.infer<typeof linkPacket>;
