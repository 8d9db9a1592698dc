import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';

interface Told {
  readonly setBusy: (busy: boolean) => void;
  readonly setProblem: (problem: Problem | undefined) => void;
}

/**
 * Adds something under an id of its own, once also where an answer is lost, and asks everything of the exchange
 * anew. Answers with the id, or with nothing where it was not taken.
 */
export function useAdding({ setBusy, setProblem }: Told) {
  const queries = useQueryClient();
  const once = useOnce();
  return async (path: string, body: (id: string) => object): Promise<string | undefined> => {
    let taken: string | undefined;
    setBusy(true);
    const found = await once(body(''), async (id) => {
      taken = id;
      const reply = await call(path, z.unknown(), { method: 'POST', body: body(id) });
      return reply.ok ? undefined : reply.problem;
    });
    setBusy(false);
    setProblem(found);
    await queries.invalidateQueries({ queryKey: ['exchange'] });
    return found === undefined ? taken : undefined;
  };
}
