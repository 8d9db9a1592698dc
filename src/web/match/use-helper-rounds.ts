import { z } from 'zod';
import { helperRoundDetail, helperRoundRow } from '#domain/match/helper-round.ts';
import { useAsk } from '../ask.ts';

const KEY = 'helper-rounds';
const list = z.object({ rounds: z.array(helperRoundRow) });

/** Proposals for mentors and rides, the newest first; over the line only. */
export function useHelperRounds() {
  return useAsk([KEY], '/api/helper-rounds', list);
}

export function useHelperRound(id: string) {
  return useAsk([KEY, id], `/api/helper-rounds/${id}`, helperRoundDetail);
}
