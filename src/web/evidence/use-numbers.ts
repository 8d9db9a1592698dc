import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import {
  type FrozenTable,
  frozenNumbers,
  type Month,
  type Subject,
} from '#domain/evidence/frozen-number.ts';
import type { Problem } from '#domain/problem.ts';
import { type Asked, useAsk } from '../ask.ts';
import { call } from '../http.ts';

const KEY = 'numbers';

/** The tables of one month. */
export type MonthOfNumbers = Readonly<Partial<Record<Subject, FrozenTable>>>;

/** Every frozen month, the latest first. */
export function useNumbers(): Asked<ReadonlyMap<Month, MonthOfNumbers>> {
  const { value, problem } = useAsk([KEY], '/api/numbers', frozenNumbers);
  const months = useMemo(() => {
    if (value === undefined) return undefined;
    const found = new Map<Month, MonthOfNumbers>();
    for (const table of value.tables) {
      found.set(table.month, { ...found.get(table.month), [table.subject]: table });
    }
    return found;
  }, [value]);
  return { value: months, problem };
}

// Our own server parsed it with the model's schema before it was sent.
const answer = z.object({ model: z.custom<ProgrammeModel>() });

/** The programme model that the country works by, over the line. */
export function useModel(): Asked<ProgrammeModel> {
  const { value, problem } = useAsk(['model'], '/api/model', answer, { staleTime: 600_000 });
  return { value: value?.model, problem };
}

/** Freezes a month that is over, where the server has not done so by itself yet. */
export function useFreeze(): (month: Month) => Promise<Problem | undefined> {
  const queries = useQueryClient();
  return useCallback(
    async (month) => {
      const body = { month };
      const reply = await call('/api/numbers/freeze', z.object({}), { method: 'POST', body });
      if (!reply.ok) return reply.problem;
      await queries.invalidateQueries({ queryKey: [KEY] });
      return undefined;
    },
    [queries],
  );
}

/** The first day of the month before this one, on this device's calendar. */
export function lastMonth(today = new Date()): Month {
  const first = new Date(Date.UTC(today.getFullYear(), today.getMonth() - 1, 1));
  return first.toISOString().slice(0, 10);
}
