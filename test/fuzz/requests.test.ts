import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { it } from 'vitest';
import { z } from 'zod';
import { COMMAND_KINDS } from '#domain/case/nouns.ts';
import { PROBLEMS } from '#domain/problem.ts';
import { createLog } from '#server/log.ts';
import { DEMO_PEOPLE, type DemoName } from '#server/seed/accounts.ts';
import { testDatabase } from '../database.ts';
import { participant } from '../exchange.ts';
import { openFile } from '../file.ts';
import { type Caller, testServer } from '../http.ts';
import { signIn } from '../world.ts';
import { type Pool, type Schema, spoiled, valid } from './from-schema.ts';

// 20,000 generated requests at every route that the server describes: valid, spoiled, hostile. No 5xx,
// no answer that is not a problem of the catalogue. A failing run prints its seed and the request.
// Broken once to see it fail: a route without a body schema that read body.name.length; a route that threw.

const RUNS = 20_000;
const LANES = 4;
const SEED = Number(process.env.HOMEWARD_FUZZ_SEED ?? 20_261_124);

const database = await testDatabase();
const server = await testServer(database, { log: createLog('error') });
const names: DemoName[] = [
  'aziza',
  'gulnora',
  'dilnoza',
  'farida',
  'jasur',
  'malika',
  'sherzod',
  'nargiza',
  'zebo',
  'sanobar',
];
const callers: Caller[] = [server.stranger()];
// Each is also somebody at the exchange, whose door takes another cookie.
const participants = ['nodira', 'dilnoza', 'ravshan', 'priya', 'aigerim', 'meilin', 'lukas'];
for (const [at, name] of names.entries()) {
  const caller = await signIn(server, name);
  const there = await participant(server, participants[at % participants.length] ?? '');
  for (const [cookie, value] of there.cookies) caller.cookies.set(cookie, value);
  callers.push(caller);
}
const file = await openFile(server, 'aziza');
const pool: Pool = {
  // Nobody who takes part: an administrator's request may switch an account off.
  ids: [file.case_id, file.person_id, uuid(), DEMO_PEOPLE.otabek.id, DEMO_PEOPLE.kamola.id],
  codes: ['health_care', 'papers', 'home_visit', 'assessment', 'uz', 'goals_reached'],
};

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: Schema; required?: boolean }[];
  readonly requestBody?: { content?: Record<string, { schema?: Schema }> };
}
type Described = { paths: Record<string, Record<string, Operation>> };
const reply = await server.stranger().request('GET', '/api/openapi.json');
const described = reply.json<Described>();

interface Wanted {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

/** Routes that would end the run: own sign-out, own password. */
const LEFT_OUT = /^(DELETE \/api\/session|DELETE \/api\/exchange\/entry|PUT \/api\/me\/password)$/;

function requests(path: string, method: string, operation: Operation): fc.Arbitrary<Wanted> {
  const parts = operation.parameters ?? [];
  const params = fc.record(
    Object.fromEntries(parts.map((part) => [part.name, valid(part.schema ?? {}, pool)])),
    { requiredKeys: parts.filter((part) => part.in === 'path').map((part) => part.name) },
  );
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const body = path === '/api/commands' ? commands() : valid(schema ?? {}, pool);
  return fc
    .record({ params, body: schema === undefined ? fc.constant(undefined) : body })
    .map((made) => {
      let url = path;
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      for (const part of parts) {
        const value = (made.params as Record<string, unknown>)[part.name];
        if (value === undefined) continue;
        if (part.in === 'path') url = url.replace(`{${part.name}}`, encodeSafely(String(value)));
        else if (part.in === 'query') query.set(part.name, String(value));
        else if (/^[\t\x20-\x7e]*$/.test(String(value))) headers[part.name] = String(value);
      }
      const address = query.size > 0 ? `${url}?${query}` : url;
      return {
        method: method.toUpperCase() as Wanted['method'],
        url: address,
        body: made.body,
        headers,
      };
    });
}

function encodeSafely(value: string): string {
  return encodeURIComponent(value.toWellFormed()) || '%20';
}

/** Commands of every kind, about files in and out of reach. */
function commands(): fc.Arbitrary<unknown> {
  const kinds = [...COMMAND_KINDS].map(([kind, { body }]) => {
    const schema = z.toJSONSchema(body, { unrepresentable: 'any', io: 'input' }) as Schema;
    return fc.record({
      id: fc.uuid({ version: 7 }),
      case_id: fc.constantFrom(file.case_id, uuid()),
      kind: fc.constant(kind),
      body: valid(schema, pool),
      said_at: fc.constant('2026-11-24T08:00:00.000Z'),
    });
  });
  return fc.record({ commands: fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 3 }) });
}

function hostileTexts(): string[] {
  const path = new URL('../../../shared/data/hostile/blns/blns.json', import.meta.url);
  const own = [
    '\u0000',
    '\ud800',
    "'; drop table fact; --",
    '{{7*7}}',
    '../../etc/passwd',
    '\u202e',
    '%00',
  ];
  if (!existsSync(path)) {
    console.log('without the list of naughty strings: ../shared/data is not here');
    return own;
  }
  return [...own, ...(JSON.parse(readFileSync(path, 'utf8')) as string[])];
}

it(`${RUNS} requests: no answer of 5xx, none off the catalogue`, async () => {
  const hostile = hostileTexts();
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => !LEFT_OUT.test(`${method.toUpperCase()} ${path}`))
      .map(([method, operation]) => requests(path, method, operation)),
  );
  const wanted = fc.oneof(...operations).chain((request) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(request) },
      {
        weight: 3,
        arbitrary: spoiled(request.body, hostile).map((body) => ({ ...request, body })),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...hostile).map((text) => ({
          ...request,
          url: `${request.url}${request.url.includes('?') ? '&' : '?'}x=${encodeSafely(text)}`,
        })),
      },
    ),
  );
  const counts = new Map<number, number>();
  const holds = fc.asyncProperty(wanted, fc.constantFrom(...callers), async (request, caller) => {
    const { method, url, body, headers } = request;
    const reply = await caller.request(method, url, method === 'GET' ? undefined : body, headers);
    counts.set(reply.statusCode, (counts.get(reply.statusCode) ?? 0) + 1);
    // 503 is the honest answer of a server that is busy hashing passwords.
    let wrong = reply.statusCode !== 503 && reply.statusCode >= 500;
    if (reply.statusCode >= 400) {
      const { code, status } = reply.json<{ code: string; status: number }>();
      wrong ||= !Object.hasOwn(PROBLEMS, code) || status !== reply.statusCode;
    }
    // 20,000 times: an `expect` costs as much as some requests.
    if (wrong) throw new Error(`${method} ${url} ${reply.statusCode} ${reply.body}`);
  });
  // Side by side, as people ask: one waits for the database while another's answer is checked.
  const lane = (index: number) =>
    fc.assert(holds, { numRuns: RUNS / LANES, seed: SEED + index, endOnFailure: true });
  await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)));
  console.log(`seed ${SEED}:`, Object.fromEntries([...counts].sort()));
});
