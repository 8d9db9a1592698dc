import { type WaitingList, waits } from '#domain/account/waits.ts';
import type { Caller } from './http.ts';

/** How much the first screen says waits in a list; undefined where the account has no such list. */
export async function waitsIn(by: Caller, list: WaitingList): Promise<number | undefined> {
  const reply = await by.request('GET', '/api/waits');
  return waits.parse(reply.json()).waits[list];
}
