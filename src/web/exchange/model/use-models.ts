import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { cardLine, modelCard } from '#domain/exchange/model/model-card.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';

const PATH = '/api/exchange/models';
const KEY = ['exchange', 'models'];
const one = z.object({ model: modelCard });

export function useModelCards() {
  return useAsk(KEY, PATH, z.object({ models: z.array(cardLine) }));
}

export function useModelCard(id: string) {
  return useAsk([...KEY, id], `${PATH}/${id}`, one);
}

/** Sends something about models; answers with what went wrong, or with nothing. */
export function useSendModel() {
  const queries = useQueryClient();
  return useCallback(
    async (method: 'POST' | 'PUT', path: string, body?: unknown): Promise<Problem | undefined> => {
      const reply = await call(`${PATH}${path}`, one, { method, body, patience: 60_000 });
      if (reply.ok) queries.setQueryData([...KEY, reply.value.model.id], reply.value);
      await queries.invalidateQueries({ queryKey: KEY });
      return reply.ok ? undefined : reply.problem;
    },
    [queries],
  );
}

interface Reworded {
  readonly noun: string;
  readonly id: string;
  readonly field: string;
  readonly lang: string;
  readonly text: string;
  readonly seen: number;
}

/** Changes a text where it was first said; whoever was faster is told. */
export function useReword() {
  const queries = useQueryClient();
  return useCallback(
    async ({ noun, id, field, ...body }: Reworded): Promise<Problem | undefined> => {
      const path = `/api/exchange/wordings/${noun}/${id}/${field}`;
      const reply = await call(path, z.unknown(), { method: 'PUT', body });
      await queries.invalidateQueries({ queryKey: ['exchange'] });
      return reply.ok ? undefined : reply.problem;
    },
    [queries],
  );
}
