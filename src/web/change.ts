import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { z } from 'zod';
import { type Call, call, type Reply } from './http.ts';

/** Says something to the server and reads anew what is kept under `key`: also what others did meanwhile. */
export function useChange(key: string) {
  const queries = useQueryClient();
  return useCallback(
    async <T>(path: string, options: Call, schema: z.ZodType<T>): Promise<Reply<T>> => {
      const reply = await call(path, schema, options);
      await queries.invalidateQueries({ queryKey: [key] });
      return reply;
    },
    [key, queries],
  );
}
