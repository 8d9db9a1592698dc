import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useSession } from './account/use-session.ts';
import { call } from './http.ts';

const health = z.object({ mode: z.enum(['trial', 'live']) });
const KEPT = 'w.mode';

/** Whether this instance holds real people; known before signing in, and kept for starts without a line. */
export function useMode(): 'trial' | 'live' | undefined {
  const { me } = useSession();
  const asked = useQuery({
    queryKey: ['mode'],
    enabled: me === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const reply = await call('/api/health/live', health);
      return reply.ok ? reply.value.mode : null;
    },
  });
  const mode = me?.mode ?? asked.data ?? localStorage.getItem(KEPT);
  if (mode !== 'trial' && mode !== 'live') return undefined;
  localStorage.setItem(KEPT, mode);
  return mode;
}
