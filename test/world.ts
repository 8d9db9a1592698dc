import { DEMO_PEOPLE, type DemoName } from '#server/seed/accounts.ts';
import type { Caller, TestServer } from './http.ts';

/** Signs in somebody of the demo world: `const aziza = await signIn(server, 'aziza')`. */
export async function signIn(server: TestServer, name: DemoName): Promise<Caller> {
  return server.signedInAs(DEMO_PEOPLE[name].id);
}

/** Says one command and answers with what the server said to it. */
export async function tell(
  caller: Caller,
  case_id: string,
  kind: string,
  body: unknown,
  options: { id: string; seen?: Record<string, string>; said_at?: string },
): Promise<{ answer: string; problem?: { code: string; fields?: { path: string }[] } }> {
  const { id, seen, said_at = '2026-11-24T08:00:00.000Z' } = options;
  const command = { id, case_id, kind, body, said_at, ...(seen === undefined ? {} : { seen }) };
  const reply = await caller.request('POST', '/api/commands', { commands: [command] });
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode}: ${reply.body}`);
  return reply.json().answers[0];
}
