import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { z } from 'zod';
import type { raiseConcern } from '#domain/case/concern.ts';
import { packetContent } from '#domain/case/packet.ts';
import { type PacketWords, packetWords } from '#domain/case/packet-words.ts';
import {
  REFERRAL_STATUSES,
  type ReferralAnswer,
  referralAnswer,
} from '#domain/case/referral-answer.ts';
import { type answerWeek, sentWeek } from '#domain/case/schooling-state.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { answers } from '../device/send.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';

const listed = z.object({
  referral_id: z.string(),
  case_id: z.string(),
  service_id: z.string(),
  urgency: z.enum(['routine', 'urgent']),
  status: z.enum(REFERRAL_STATUSES),
  withdrawn: z.boolean(),
  sent_at: z.string(),
  answer_due_on: z.string(),
  vanishes_at: z.string().nullable(),
  abilities: z.array(z.string()),
});
export type ListedPacket = z.infer<typeof listed>;

const page = z
  .object({ packets: z.array(listed), next: z.string().nullable() })
  .transform(({ packets, next }) => ({ rows: packets, next }));

const opened = listed.extend({
  content: packetContent.nullable(),
  answers: z.array(z.object({ at: z.string(), answer: referralAnswer })),
  replies: z.array(
    z.object({ at: z.string(), words: z.string(), picked_on: z.string().optional() }),
  ),
  weeks: z.array(sentWeek),
});
export type Packet = z.infer<typeof opened>;

const KEY = 'packets';

/** The inbox, the newest first, a page at a time. */
export function usePackets() {
  const path = (after: string | null) =>
    after === null ? '/api/packets' : `/api/packets?after=${after}`;
  return useAskPages<ListedPacket>([KEY], path, page);
}

export function usePacket(id: string) {
  return useAsk([KEY, id], `/api/packets/${id}`, opened);
}

const NO_WORDS: PacketWords = {
  ...{ needs: [], barriers: [], absence_reasons: [], days_after_answer: 30 },
};

/** The words that came with a packet, where nobody is signed in who could ask for them. */
export const GivenWords = createContext<PacketWords | null>(null);

/** Labels of needs and barriers, and how long an answered packet stays. */
export function usePacketWords(): PacketWords {
  const given = useContext(GivenWords);
  const { value } = useAsk(['packet-words'], '/api/packets/words', packetWords, {
    staleTime: 600_000,
    enabled: given === null,
  });
  return given ?? value ?? NO_WORDS;
}

type Said =
  | {
      readonly kind: 'answer_referral';
      readonly body: { referral_id: string; answer: ReferralAnswer };
    }
  | { readonly kind: 'answer_school_week'; readonly body: z.infer<typeof answerWeek> }
  | { readonly kind: 'raise_concern'; readonly body: z.infer<typeof raiseConcern> };

/** Says something about a packet to the server at once; the problem where it was not written. */
export function useSayOfPacket(case_id: string) {
  const queries = useQueryClient();
  const add = useOnce();
  return useCallback(
    async (said: Said): Promise<Problem | undefined> => {
      const found = await add({ case_id, ...said }, async (id, said_at) => {
        const command = { id, case_id, ...said, said_at };
        const body = { commands: [command] };
        const reply = await call('/api/commands', answers, { method: 'POST', body });
        if (!reply.ok) return reply.problem;
        const told = reply.value.answers[0];
        if (told !== undefined && ['applied', 'already', 'conflict'].includes(told.answer)) {
          return undefined;
        }
        return told?.problem ?? { code: told === undefined ? 'internal' : 'gone' };
      });
      await queries.invalidateQueries({ queryKey: [KEY] });
      return found;
    },
    [queries, case_id, add],
  );
}
