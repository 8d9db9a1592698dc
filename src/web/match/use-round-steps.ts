import { useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { useChange } from '../change.ts';

/** The doors behind which proposals are kept; what was read through one is kept under its name. */
type Door = 'course-rounds' | 'helper-rounds' | 'worker-rounds';
/** Working out an allocation may take a minute. */
const PATIENCE_MS = 90_000;

/** Does something with proposals; they are read anew. */
export function useRoundStep(door: Door) {
  const change = useChange(door);
  return <T>(path: string, body: object, answer: z.ZodType<T>) =>
    change(`/api/${door}${path}`, { method: 'POST', body, patience: PATIENCE_MS }, answer);
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
    setProblem(said.ok ? undefined : said.problem);
  };
  const replay = async () => {
    setBusy(true);
    const said = await step(`/${round.id}/replay`, {}, replayed);
    setBusy(false);
    setProblem(said.ok ? undefined : said.problem);
    setSame(said.ok ? said.value.same : undefined);
  };
  return { problem, busy, same, go, replay };
}
