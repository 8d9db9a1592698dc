import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRows } from '../device/use-rows.ts';
import { call } from '../http.ts';
import { type ServiceRow, serviceRow } from './rows.ts';

const answer = z.object({ services: z.array(serviceRow) });

/** The services by id: from the device, or over the line for roles without one. */
export function useServices(): ReadonlyMap<string, ServiceRow> {
  const carried = hasCaseload(useMe().role);
  const rows = useRows('service', serviceRow);
  const { data } = useQuery({
    queryKey: ['services'],
    enabled: !carried,
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const reply = await call('/api/services', answer, { signal });
      if (!reply.ok) throw new Error(reply.problem.code);
      return new Map(reply.value.services.map((one) => [one.id, one]));
    },
  });
  return (carried ? rows : data) ?? NONE;
}
const NONE: ReadonlyMap<string, ServiceRow> = new Map();
