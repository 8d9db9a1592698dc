import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { helperRoundDetail, helperRoundRow } from '#domain/match/helper-round.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';

const KEY = 'helper-rounds';
const list = z.object({ rounds: z.array(helperRoundRow) });

/** Proposals for mentors and rides, the newest first; over the line only. */
export function useHelperRounds() {
  return useAsk([KEY], '/api/helper-rounds', list);
}

export function useHelperRound(id: string) {
  return useAsk([KEY, id], `/api/helper-rounds/${id}`, helperRoundDetail);
}

/** Does something with proposals and reads them anew; the problem where it was not done. */
export function useHelperStep() {
  const queries = useQueryClient();
  return useCallback(
    async <T>(path: string, body: Readonly<Record<string, unknown>>, answer: z.ZodType<T>) => {
      const reply = await call(`/api/helper-rounds${path}`, answer, {
        ...{ method: 'POST', body, patience: 90_000 },
      });
      // What somebody else did meanwhile shows too.
      await queries.invalidateQueries({ queryKey: [KEY] });
      const told: { readonly value?: T; readonly problem?: Problem } = reply.ok
        ? { value: reply.value }
        : { problem: reply.problem };
      return told;
    },
    [queries],
  );
}
