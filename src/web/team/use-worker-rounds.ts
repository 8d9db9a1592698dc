import { z } from 'zod';
import { workerGround, workerRoundDetail, workerRoundRow } from '#domain/match/worker-round.ts';
import { useAsk } from '../ask.ts';

const KEY = 'worker-rounds';
const list = z.object({ rounds: z.array(workerRoundRow), ground: workerGround });

/** Proposals made here, and what a new one would begin with; over the line only. */
export function useWorkerRounds() {
  return useAsk([KEY], '/api/worker-rounds', list);
}

export function useWorkerRound(id: string) {
  return useAsk([KEY, id], `/api/worker-rounds/${id}`, workerRoundDetail);
}
