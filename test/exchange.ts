import { type ExchangeWait, exchangeWaits } from '#domain/exchange/waits.ts';
import { DEMO_EXPERTS } from '#server/exchange/seed/experts.ts';
import type { Caller, TestServer } from './http.ts';

/** Signs in somebody of the demo's exchange by user name: `const nodira = await participant(server, 'nodira')`. */
export async function participant(server: TestServer, username: string): Promise<Caller> {
  const found = DEMO_EXPERTS.find((one) => one.username === username);
  if (found === undefined) throw new Error(`nobody of the exchange is called ${username}`);
  return server.signedInAs(found.id, 'x');
}

/** How much the first screen says waits for a participant, and the reports that are due. */
export async function waitsOf(by: Caller, wait: ExchangeWait): Promise<number> {
  return (await waitsFor(by)).waits[wait] ?? 0;
}

export async function waitsFor(by: Caller) {
  return exchangeWaits.parse((await by.request('GET', '/api/exchange/waits')).json());
}
