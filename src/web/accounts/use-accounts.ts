import { z } from 'zod';
import { type AccountLine, accountLine } from '#domain/account/account.ts';
import { useAskPages } from '../ask.ts';

/** Under which they are kept; see `useChange`. */
export const ACCOUNTS = 'accounts';
const page = z
  .object({ accounts: z.array(accountLine), next: z.string().nullable() })
  .transform(({ accounts, next }) => ({ rows: accounts, next }));

/** Everybody who has an account, or whose name holds a text, a page at a time; no case data. */
export function useAccounts(text: string) {
  const path = (after: string | null) =>
    `/api/accounts?${new URLSearchParams({ ...(text === '' ? {} : { text }), ...(after === null ? {} : { after }) })}`;
  return useAskPages<AccountLine>([ACCOUNTS, text], path, page);
}
