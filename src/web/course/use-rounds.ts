import { z } from 'zod';
import {
  courseAnswers,
  type RoundDetail,
  type RoundRow,
  roundDetail,
  roundRow,
} from '#domain/course/course-round.ts';
import { type Asked, useAsk } from '../ask.ts';

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
