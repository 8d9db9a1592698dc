import { z } from 'zod';
import { call } from '../http.ts';

/**
 * Makes this device known to the server under the account that is signed in; doing it again is
 * harmless. `revoked` = the server has withdrawn it. The name is kept general: it tells no model.
 */
export async function registerDevice(
  device: string,
): Promise<'known' | 'revoked' | 'line' | 'session'> {
  const name = /Android|iPhone|Mobile/.test(navigator.userAgent) ? 'phone' : 'computer';
  const reply = await call(`/api/devices/${device}`, z.unknown(), {
    method: 'PUT',
    body: { name },
    headers: { 'x-homeward-device': device },
  });
  if (reply.ok) return 'known';
  if (reply.status === 401) return 'session';
  return REVOKED.has(reply.problem.code) ? 'revoked' : 'line';
}

const REVOKED: ReadonlySet<string> = new Set(['gone', 'device_unknown', 'device_withdrawn']);

/**
 * Tells the server that nothing is left of what this withdrawn device kept, and how many entries went that
 * had not been sent; null where nobody could count them without the PIN. Best effort: it deletes anyhow.
 */
export async function tellWiped(device: string, unsent: number | null): Promise<void> {
  await call(`/api/devices/${device}/wiped`, z.unknown(), {
    method: 'POST',
    body: { unsent },
    patience: 8000,
  });
}
