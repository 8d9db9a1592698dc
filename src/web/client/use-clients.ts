import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { type ClientLine, clientLine } from '#domain/client/client.ts';
import type { Problem } from '#domain/problem.ts';
import { useAskPages } from '../ask.ts';
import { useOrganisations } from '../directory/use-directory.ts';
import { type Call, call } from '../http.ts';
import { labelIn } from '../ui/format.ts';

const KEY = 'clients';
const page = z
  .object({ clients: z.array(clientLine), next: z.string().nullable() })
  .transform(({ clients, next }) => ({ rows: clients, next }));

/** The systems that may ask here, the newest first, a page at a time. */
export function useClients() {
  return useAskPages<ClientLine>(
    [KEY, 'list'],
    (after) => `/api/clients${after === null ? '' : `?${new URLSearchParams({ after })}`}`,
    page,
  );
}

/** Changes something and reads the lists anew; the problem where it was not done. */
export function useChange() {
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

/** The name of an organisation in the reader's language. */
export function useOrganisationName(locale: string): (id: string) => string {
  const organisations = useOrganisations().value ?? [];
  return (id) => {
    const found = organisations.find((one) => one.id === id);
    return found === undefined ? '' : labelIn(locale, found.name);
  };
}
