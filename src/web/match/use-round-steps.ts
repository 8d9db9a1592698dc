import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';

/** The doors behind which proposals are kept; what was read through one is kept under its name. */
type Door = 'course-rounds' | 'helper-rounds' | 'worker-rounds';
/** Working out an allocation may take a minute. */
const PATIENCE_MS = 90_000;

/** Does something with proposals and reads them anew; the problem where it was not done. */
export function useRoundStep(door: Door) {
  const queries = useQueryClient();
  return useCallback(
    async <T>(
      path: string,
      body: Readonly<Record<string, unknown>>,
      answer: z.ZodType<T>,
    ): Promise<{ readonly value?: T; readonly problem?: Problem }> => {
      const how = { method: 'POST', body, patience: PATIENCE_MS } as const;
      const reply = await call(`/api/${door}${path}`, answer, how);
      // What somebody else did meanwhile shows too.
      await queries.invalidateQueries({ queryKey: [door] });
      return reply.ok ? { value: reply.value } : { problem: reply.problem };
    },
    [door, queries],
  );
}

const nothing = z.object({});
const replayed = z.object({ same: z.boolean() });

/** What can be done with one proposal: a step by its path, and the run once more whose result is compared. */
export function useRoundSteps(
  door: Door,
  round: { readonly id: string; readonly version: number },
) {
  const step = useRoundStep(door);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [same, setSame] = useState<boolean>();
  const go = async (path: string, body: object = {}) => {
    setBusy(true);
    const said = await step(`/${round.id}${path}`, { ...body, version: round.version }, nothing);
    setBusy(false);
    setProblem(said.problem);
  };
  const replay = async () => {
    setBusy(true);
    const said = await step(`/${round.id}/replay`, {}, replayed);
    setBusy(false);
    setProblem(said.problem);
    setSame(said.value?.same);
  };
  return { problem, busy, same, go, replay };
}
