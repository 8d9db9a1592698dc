import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type ArrivalList, arrivalList } from '#domain/arrival/list.ts';
import type { Problem } from '#domain/problem.ts';
import { type Call, call } from '../http.ts';

const WORKING: readonly string[] = ['checking', 'importing', 'undoing'];

export function isWorking(list: Pick<ArrivalList, 'state' | 'stalled'>): boolean {
  return WORKING.includes(list.state) && !list.stalled;
}

interface Found {
  readonly list: ArrivalList | undefined;
  readonly problem: Problem | undefined;
}

/** One list, asked anew every second while the server works on it, and what can be told to it. */
export function useList(id: string) {
  const queries = useQueryClient();
  const key = ['arrival-list', id];
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { data } = useQuery<Found>({
    queryKey: key,
    refetchInterval: ({ state }) =>
      state.data?.list !== undefined && isWorking(state.data.list) ? 1000 : false,
    queryFn: async ({ signal }) => {
      const reply = await call(`/api/arrival-lists/${id}`, arrivalList, { signal });
      return reply.ok
        ? { list: reply.value, problem: undefined }
        : { list: undefined, problem: reply.problem };
    },
  });
  const tell = useCallback(
    async (path: string, options: Call): Promise<ArrivalList | undefined> => {
      setBusy(true);
      setProblem(undefined);
      const reply = await call(`/api/arrival-lists/${id}${path}`, arrivalList, {
        patience: 60_000,
        ...options,
      });
      setBusy(false);
      if (!reply.ok) {
        setProblem(reply.problem);
        return undefined;
      }
      queries.setQueryData(['arrival-list', id], { list: reply.value, problem: undefined });
      void queries.invalidateQueries({ queryKey: ['arrival-lists'] });
      return reply.value;
    },
    [id, queries],
  );
  return { list: data?.list, missing: data?.problem, problem, busy, tell };
}

export type Tell = ReturnType<typeof useList>['tell'];
