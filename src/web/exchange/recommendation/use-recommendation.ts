import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { recommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';

export const RECOMMENDATIONS = ['exchange', 'recommendations'] as const;

/** One recommendation with all that was said of it; looked at anew while others draft too. */
export function useRecommendation(id: string) {
  return useAsk(
    [...RECOMMENDATIONS, id],
    `/api/exchange/recommendations/${id}`,
    recommendationWhole,
    // In the drafting room others type too.
    { again: (held) => (held.adopted_on === null ? 15_000 : false) },
  );
}

/** Says something to the server and shows what it changed; `problem` is what came back instead. */
export function useSay() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const say = async (
    path: string,
    body: unknown,
    method: 'POST' | 'PUT' = 'PUT',
  ): Promise<boolean> => {
    setBusy(true);
    const reply = await call(`/api/exchange/${path}`, z.unknown(), { method, body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    // Also after a refusal: the text or the status may be another one by now.
    await queries.invalidateQueries({ queryKey: ['exchange'] });
    return reply.ok;
  };
  return { say, problem, setProblem, busy };
}
export type Say = ReturnType<typeof useSay>;
