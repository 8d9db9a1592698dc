import { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { line, text } from '../../text.ts';
import type { Instant } from '../../time.ts';

/** What an invited institution may say; `nominated`: it comes, and names who. */
export const REPLIES = ['acknowledged', 'accepted', 'declined', 'nominated'] as const;
export type Reply = (typeof REPLIES)[number];
/** Where a letter stands. */
export type InvitationState = 'draft' | 'sent' | Reply;

/** Somebody whom the invited institution sends. */
export const nominee = z.strictObject({
  name: line,
  /** Office within the institution. */
  position: line.nullable(),
  email: z.email().max(200),
});
export type Nominee = z.infer<typeof nominee>;

/** An answer to a letter: in words if it likes, with people where it nominates. */
export const invitationReply = z
  .strictObject({
    reply: z.enum(REPLIES),
    words: text(2000).nullable(),
    nominees: z.array(nominee).max(20),
  })
  .superRefine((said, context) => {
    const wrong = (message: string) =>
      context.addIssue({ code: 'custom', path: ['nominees'], message });
    const { reply, nominees } = said;
    if (reply === 'nominated' && nominees.length === 0) wrong('required');
    if (reply !== 'nominated' && nominees.length > 0) wrong('nobody_to_nominate');
    const addresses = new Set(nominees.map((one) => one.email.toLowerCase()));
    if (addresses.size !== nominees.length) wrong('twice');
  });
export type InvitationReply = z.infer<typeof invitationReply>;

/** Where a letter stands after all replies: an acknowledgement takes nothing back, a later word counts. */
export function invitationState(
  sentAt: Instant | null,
  replies: readonly { reply: Reply; at: Instant }[],
): InvitationState {
  if (sentAt === null) return 'draft';
  const inOrder = replies.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const answer = inOrder.findLast((one) => one.reply !== 'acknowledged');
  return answer?.reply ?? inOrder.at(-1)?.reply ?? 'sent';
}

/** What stands against an answer: a letter that was not sent, or an event that is over. */
export function againstReply(
  letter: { sent_at: Instant | null; ends_on: string },
  today: string,
): Problem | null {
  if (letter.sent_at === null) return { code: 'gone' };
  return today > letter.ends_on ? { code: 'reply_too_late' } : null;
}
