import { useEffect } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { OPENING_ACTIONS } from '#domain/case/said.ts';
import { useDevice } from '../account/use-session.ts';
import { call } from '../http.ts';
import type { DeviceStore } from './store.ts';

const OPENING = 'opening';
const MOST = 200;

/**
 * Call in the screen of a file: the opening (or the print) is queued and reaches the read log with the
 * next line.
 */
export function useOpening(
  caseId: string,
  action: (typeof OPENING_ACTIONS)[number] = 'opened',
): void {
  const { store, nudge } = useDevice();
  useEffect(() => {
    const opening = { id: uuid(), case_id: caseId, opened_at: new Date().toISOString(), action };
    void store.put(OPENING, opening.id, opening).then(nudge, () => undefined);
  }, [store, nudge, caseId, action]);
}

/** Sends the queued openings; the same one twice is harmless. True once none is left. */
export async function sendOpenings(store: DeviceStore): Promise<boolean> {
  for (;;) {
    const openings = [...(await store.list(OPENING)).values()].slice(0, MOST);
    if (openings.length === 0) return true;
    const body = { openings };
    const reply = await call('/api/openings', z.unknown(), { method: 'POST', body });
    // An opening that the server cannot read must not stop the sending of all else for ever.
    const unreadable = !reply.ok && (reply.status === 422 || reply.status === 400);
    if (!reply.ok && !unreadable) return false;
    const ids = z.array(z.object({ id: z.string() })).parse(openings);
    await store.write(
      [],
      ids.map(({ id }) => ({ table: OPENING, id })),
    );
  }
}
