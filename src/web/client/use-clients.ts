import { z } from 'zod';
import { type ClientLine, clientLine } from '#domain/client/client.ts';
import { useAskPages } from '../ask.ts';
import { useOrganisations } from '../directory/use-directory.ts';
import { labelIn } from '../ui/format.ts';

/** Under which they are kept; see `useChange`. */
export const CLIENTS = 'clients';
const page = z
  .object({ clients: z.array(clientLine), next: z.string().nullable() })
  .transform(({ clients, next }) => ({ rows: clients, next }));

/** The systems that may ask here, the newest first, a page at a time. */
export function useClients() {
  return useAskPages<ClientLine>(
    [CLIENTS, 'list'],
    (after) => `/api/clients${after === null ? '' : `?${new URLSearchParams({ after })}`}`,
    page,
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
