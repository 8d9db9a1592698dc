import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { useAdding } from '../use-adding.ts';

type Method = 'POST' | 'PUT' | 'DELETE';

/** Sends one change and asks everything of the exchange anew; says what went wrong, and whether it runs. */
export function useSend() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const add = useAdding({ setBusy, setProblem });
  const [done, setDone] = useState(false);

  async function send<T = unknown>(
    method: Method,
    path: string,
    body?: unknown,
    schema: z.ZodType<T> = z.unknown() as z.ZodType<T>,
  ): Promise<T | undefined> {
    setBusy(true);
    setDone(false);
    const reply = await call(path, schema, {
      method,
      ...(body === undefined ? {} : { body }),
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    setDone(reply.ok);
    await queries.invalidateQueries({ queryKey: ['exchange'] });
    return reply.ok ? reply.value : undefined;
  }
  return { send, add, problem, setProblem, busy, done };
}
