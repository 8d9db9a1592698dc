import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { type AccountLine, accountLine } from '#domain/account/account.ts';
import type { Problem } from '#domain/problem.ts';
import { useAskPages } from '../ask.ts';
import { type Call, call } from '../http.ts';

const KEY = 'accounts';
const page = z
  .object({ accounts: z.array(accountLine), next: z.string().nullable() })
  .transform(({ accounts, next }) => ({ rows: accounts, next }));

/** Everybody who has an account, or whose name holds a text, a page at a time; no case data. */
export function useAccounts(text: string) {
  const path = (after: string | null) =>
    `/api/accounts?${new URLSearchParams({ ...(text === '' ? {} : { text }), ...(after === null ? {} : { after }) })}`;
  return useAskPages<AccountLine>([KEY, text], path, page);
}

/** Does something to an account and reads the list anew; the problem where it was not done. */
export function useAct() {
  const queries = useQueryClient();
  return useCallback(
    async <T>(
      path: string,
      options: Call,
      schema: z.ZodType<T>,
    ): Promise<{ readonly value: T } | { readonly problem: Problem }> => {
      const reply = await call(path, schema, options);
      if (!reply.ok) return { problem: reply.problem };
      await queries.invalidateQueries({ queryKey: [KEY] });
      return { value: reply.value };
    },
    [queries],
  );
}
