import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import {
  courseAnswers,
  type RoundDetail,
  type RoundRow,
  roundDetail,
  roundRow,
} from '#domain/course/course-round.ts';
import type { Problem } from '#domain/problem.ts';
import { type Asked, useAsk } from '../ask.ts';
import { call } from '../http.ts';

const KEY = 'course-rounds';
const list = z.object({ rounds: z.array(roundRow) });

export function useRounds(): Asked<readonly RoundRow[]> {
  const { value, problem } = useAsk([KEY], '/api/course-rounds', list);
  return { value: value?.rounds, problem };
}

export function useRound(id: string): Asked<RoundDetail> {
  return useAsk([KEY, id], `/api/course-rounds/${id}`, roundDetail);
}

/** What the person of a file is told of rounds; comes over the line only. */
export function useCourseAnswers(caseId: string) {
  return useAsk(['course-answers', caseId], `/api/cases/${caseId}/course-answers`, courseAnswers);
}

/** Does something with rounds and reads them anew; the problem where it was not done. */
export function useRoundStep() {
  const queries = useQueryClient();
  return useCallback(
    async <T>(
      path: string,
      body: Readonly<Record<string, unknown>>,
      answer: z.ZodType<T>,
    ): Promise<{ readonly value?: T; readonly problem?: Problem }> => {
      const reply = await call(`/api/course-rounds${path}`, answer, {
        ...{ method: 'POST', body, patience: 90_000 },
      });
      // What somebody else did meanwhile shows too.
      await queries.invalidateQueries({ queryKey: [KEY] });
      return reply.ok ? { value: reply.value } : { problem: reply.problem };
    },
    [queries],
  );
}
