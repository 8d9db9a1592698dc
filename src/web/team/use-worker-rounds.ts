import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { workerGround, workerRoundDetail, workerRoundRow } from '#domain/match/worker-round.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';

const KEY = 'worker-rounds';
const list = z.object({ rounds: z.array(workerRoundRow), ground: workerGround });

/** Proposals made here, and what a new one would begin with; over the line only. */
export function useWorkerRounds() {
  return useAsk([KEY], '/api/worker-rounds', list);
}

export function useWorkerRound(id: string) {
  return useAsk([KEY, id], `/api/worker-rounds/${id}`, workerRoundDetail);
}

/** Does something with proposals and reads them anew; the problem where it was not done. */
export function useWorkerRoundStep() {
  const queries = useQueryClient();
  return useCallback(
    async <T>(path: string, body: Readonly<Record<string, unknown>>, answer: z.ZodType<T>) => {
      const reply = await call(`/api/worker-rounds${path}`, answer, {
        ...{ method: 'POST', body, patience: 90_000 },
      });
      await queries.invalidateQueries({ queryKey: [KEY] });
      const told: { readonly value?: T; readonly problem?: Problem } = reply.ok
        ? { value: reply.value }
        : { problem: reply.problem };
      return told;
    },
    [queries],
  );
}
