import { z } from 'zod';
import { labels } from '../text.ts';
import type { ProgrammeModel } from './model.ts';

const labelled = z.array(z.object({ code: z.string(), labels }));

/**
 * The words that a receiving service needs to read a packet and to answer it. It gets no more of the
 * programme model: stages, purposes and timers would tell what programme sends the packet.
 */
export const packetWords = z.object({
  needs: labelled,
  barriers: labelled,
  /** Why a child was not at school; a school says it in a tap. */
  absence_reasons: labelled,
  /** A packet vanishes from the inbox so many days after its answer. */
  days_after_answer: z.int(),
});
export type PacketWords = z.infer<typeof packetWords>;

export function packetWordsOf({ need_domains, referral, schooling }: ProgrammeModel): PacketWords {
  const only = (list: PacketWords['needs']) => list.map(({ code, labels }) => ({ code, labels }));
  return {
    needs: only(need_domains),
    barriers: only(referral.barriers),
    absence_reasons: only(schooling?.absence_reasons ?? []),
    days_after_answer: referral.packet_days_after_answer,
  };
}
