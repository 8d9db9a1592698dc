import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useSession } from './account/use-session.ts';
import { call } from './http.ts';

const health = z.object({ mode: z.enum(['trial', 'live']) });
const KEPT = 'w.mode';

let told: 'trial' | 'live' | undefined;
const listeners = new Set<() => void>();

/** Asks the server once, before anybody is signed in, whether this instance holds real people. */
export async function askMode(): Promise<void> {
  const reply = await call('/api/health/live', health);
  if (!reply.ok) return;
  told = reply.value.mode;
  localStorage.setItem(KEPT, told);
  for (const listener of listeners) listener();
}

/** Trial or live; what was told last where there is no line; undefined where nobody has told yet. */
export function useMode(): 'trial' | 'live' | undefined {
  const { me } = useSession();
  const asked = useSyncExternalStore(onTold, () => told ?? localStorage.getItem(KEPT));
  const mode = me?.mode ?? asked;
  return mode === 'trial' || mode === 'live' ? mode : undefined;
}

function onTold(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
