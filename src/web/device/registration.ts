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
  });
  if (reply.ok) return 'known';
  if (reply.status === 401) return 'session';
  return reply.problem.code === 'gone' || reply.problem.code === 'device_unknown'
    ? 'revoked'
    : 'line';
}
