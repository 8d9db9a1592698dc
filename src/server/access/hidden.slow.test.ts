import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROLES } from '#domain/access/role.ts';
import { COMMAND_KINDS } from '#domain/case/nouns.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Schema, valid } from '#test/fuzz/from-schema.ts';
import { type Caller, testServer } from '#test/http.ts';
import { arrive } from '#test/people.ts';
import { sideBySide } from '#test/side-by-side.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

// What one may not see does not exist: status, body and headers of an answer about a hidden file are
// those of an answer about no file at all, on every route that takes an id and on every command
// (guarantees S5). Seen to fail: the id of a milestone, or of a command, that was taken in a file beyond
// reach was answered with 500 and a free one with 200; a device's id that was taken, 404 against 204; with the file put
// in reach both tests failed for every role.

const database = await testDatabase();
const server = await testServer(database);
const { case_id, person_id, tell: tellHidden } = await openFile(server, 'aziza');
const other = placeId(DEMO_PLACES.other_district);
const described = (await server.stranger().request('GET', '/api/openapi.json')).json<{
  paths: Record<string, Record<string, Operation>>;
}>();

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: Schema; required?: boolean }[];
  readonly requestBody?: { content?: Record<string, { schema?: Schema }> };
}

/** An answer without what differs in any two: the id that was asked for, the request's own, the count. */
function shapeOf(reply: LightMyRequestResponse, id: string) {
  const {
    'x-request-id': _request,
    date: _date,
    'content-length': _length,
    ...headers
  } = reply.headers;
  const named = Object.keys(headers).sort();
  const body = reply.body
    .replaceAll(id, 'ID')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID');
  return { status: reply.statusCode, body, headers: named };
}

/** One valid body, the same for both ids. */
function sample(schema: Schema | undefined, seed: number): unknown {
  if (schema === undefined) return undefined;
  return fc.sample(valid(schema, { ids: [uuid()], codes: ['papers'] }), { seed, numRuns: 1 })[0];
}

/** As many commands as one request takes. */
const OUTBOX = 50;

/** What is said to each command, by kind, as a device sends them: many in one request. */
async function answersTo(caller: Caller, id: string, said: readonly { kind: string }[]) {
  const answers: [string, object][] = [];
  for (let at = 0; at < said.length; at += OUTBOX) {
    const some = said.slice(at, at + OUTBOX);
    const commands = some.map((one) => ({ ...one, id: uuid(), case_id: id }));
    const reply = await caller.request('POST', '/api/commands', { commands });
    expect(reply.statusCode).toBe(200);
    for (const [index, { command_id: _id, ...answer }] of reply.json().answers.entries()) {
      answers.push([some[index]?.kind ?? '', answer]);
    }
  }
  return answers;
}

// A device makes its own id; one that is another account's is refused, and says nothing of a person.
const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(() => path.includes('{') && path !== '/api/devices/{id}')
    .map(([method, operation]) => ({
      path,
      method: method.toUpperCase() as 'GET',
      body: sample(operation.requestBody?.content?.['application/json']?.schema, 7),
      asked: new URLSearchParams(
        (operation.parameters ?? [])
          .filter((one) => one.in === 'query' && one.required)
          .map((one) => [one.name, String(sample(one.schema, 7))]),
      ),
    })),
);
const said = [...COMMAND_KINDS]
  .filter(([, { begins }]) => begins !== true)
  .map(([kind, { body }]) => {
    const schema = z.toJSONSchema(body, { unrepresentable: 'any', io: 'input' }) as Schema;
    return { kind, body: sample(schema, 11), said_at: '2026-11-24T08:00:00.000Z' };
  });

describe.each(ROLES)('%s', (role) => {
  it('is told the same of a hidden id as of none, on every route that takes one', async () => {
    const caller = await server.as(role, { place_id: other });
    await sideBySide(routes, async ({ path, method, body, asked }) => {
      const ask = async (id: string) => {
        const url = `${path.replace(/\{\w+\}/g, id)}?${asked}`;
        return shapeOf(await caller.request(method, url, method === 'GET' ? undefined : body), id);
      };
      const none = await ask(uuid());
      for (const hidden of [case_id, person_id]) {
        expect(await ask(hidden), `${method} ${path}`).toEqual(none);
      }
    });
  });

  it('is told the same of a hidden file as of none, by every command', async () => {
    const caller = await server.as(role, { place_id: other });
    expect(await answersTo(caller, case_id, said)).toEqual(await answersTo(caller, uuid(), said));
  });
});

describe('an id that is taken in a file beyond reach', () => {
  it('of a command is answered without an error', async () => {
    const kamola = await signIn(server, 'kamola');
    const own = await openElsewhere(kamola);
    const body = { need_id: uuid(), domain: 'papers', urgent: false, words: 'x' };
    const { rows } = await database
      .pool('owner')
      .query('select id from fact where case_id = $1 order by position limit 1', [case_id]);
    // A fact's id is its command's id moved on by its place.
    const taken = `${rows[0].id.slice(0, -4)}${(Number.parseInt(rows[0].id.slice(-4), 16) - 1)
      .toString(16)
      .padStart(4, '0')}`;
    for (const id of [rows[0].id, taken]) {
      const { answer } = await tell(
        kamola,
        own,
        'identify_need',
        { ...body, need_id: uuid() },
        { id },
      );
      expect(['applied', 'refused']).toContain(answer);
    }
  });

  it('of a milestone or a proposal is answered as a free one', async () => {
    const kamola = await signIn(server, 'kamola');
    const own = await openElsewhere(kamola);
    const milestone = { milestone_id: uuid(), code: 'document_issued', on: '2026-01-02' };
    const first = await tellHidden('reach_milestone', milestone);
    const again = await tell(kamola, own, 'reach_milestone', milestone, { id: uuid() });
    expect(again.answer).toBe(first.answer);
    expect(first.answer).toBe('applied');
  });
});

/** A file of a worker elsewhere, opened and then given to that worker by the supervisor there. */
async function openElsewhere(kamola: Caller): Promise<string> {
  const opened = await arrive(kamola, {}, {}, 'other_district');
  const otabek = await signIn(server, 'otabek');
  await tell(otabek, opened.case_id, 'assign_worker', { account_id: kamola.id }, { id: uuid() });
  return opened.case_id;
}
