import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { caseFile } from '#web/case/case-file.ts';
import type { PersonRow, PulledFact } from '#web/case/rows.ts';
import type { OutboxEntry } from '#web/device/outbox.ts';
import { MODEL } from '../case-file.ts';
import { testDatabase } from '../database.ts';
import { openFile } from '../file.ts';
import { testServer } from '../http.ts';
import { signIn } from '../world.ts';

// A device decides what it has said at once, over what it has pulled; the server decides the same
// commands later. Where nothing came between, both have the same facts: ids, kinds, versions, bodies, in
// the same order. Broken once to see it fail: the same commands sent to the server in the other order.

const RUNS = 40;
const SEED = Number(process.env.HOMEWARD_FUZZ_SEED ?? 20_261_124);

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');

interface Said {
  readonly kind: string;
  readonly body: unknown;
}
type Line = (made: { needs: string[]; steps: string[] }, person_id: string) => Said;

const identify: Line = ({ needs }) => {
  const need_id = uuid();
  needs.push(need_id);
  return { kind: 'identify_need', body: { need_id, domain: 'papers', urgent: false, words: 'x' } };
};
const resolve: Line = ({ needs }) => ({
  kind: 'resolve_need',
  body: { need_id: needs.at(-1) ?? uuid(), words: 'done' },
});
const assess: Line = () => ({
  kind: 'assess_needs',
  body: { answers: MODEL.need_domains.map(({ code }) => ({ domain: code, value: 'some' })) },
});
const consent: Line = (_made, person_id) => ({
  kind: 'record_consent',
  body: {
    ...{ consent_id: uuid(), decision: 'given', recipient_ids: [], withhold: [] },
    ...{ purposes: MODEL.consent_purposes.map(({ code }) => code), expression: 'spoken' },
    ...{ said_by: { person_id, as: 'self' }, language: 'uz', notice_version: '1' },
  },
});
const agree: Line = ({ steps }) => {
  const step_id = uuid();
  steps.push(step_id);
  const step = { step_id, what: 'Ask', owner: 'worker', due_on: '2026-12-01', sensitive: false };
  const goal = { goal_id: uuid(), domain: MODEL.need_domains[0]?.code, words: 'x', steps: [step] };
  const body = { plan_id: uuid(), goals: [goal], agreed_by_person: true, copy_given: true };
  return { kind: 'agree_plan', body };
};
const complete: Line = ({ steps }) => ({
  kind: 'complete_step',
  body: { step_id: steps.at(-1) ?? uuid(), outcome: 'done' },
});
const visit: Line = () => ({
  kind: 'record_visit',
  body: {
    ...{ visit_id: uuid(), kind: 'home_visit', on: '2026-01-02', met: true, words: 'x' },
    ...{ compartment: 'general', next_on: '2026-12-01' },
  },
});
const milestone: Line = () => ({
  kind: 'reach_milestone',
  body: { milestone_id: uuid(), code: 'document_issued', on: '2026-01-02' },
});
const unknown: Line = () => ({ kind: 'agree_plan', body: { plan_id: 'not an id' } });

const LINES = [identify, resolve, assess, consent, agree, complete, visit, milestone, unknown];

interface Pulled {
  readonly row: never;
  readonly person: PersonRow;
  readonly facts: PulledFact[];
  readonly model: { id: string; document: typeof MODEL };
}

async function pulled(case_id: string): Promise<Pulled> {
  const reply = await aziza.request('GET', `/api/cases/${case_id}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Pulled>();
}

it(`${RUNS} sequences of commands: device and server make the same facts`, async () => {
  const heard = new Map<string, number>();
  const lines = fc.array(fc.constantFrom(...LINES), { minLength: 3, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(lines, async (chosen) => {
      const { case_id, person_id } = await openFile(server, 'aziza');
      const before = await pulled(case_id);
      const made = { needs: [], steps: [] };
      const commands = chosen.map((line) => ({
        ...{ id: uuid(), case_id, said_at: server.deps.clock().toISOString() },
        ...line(made, person_id),
      }));
      const outbox = commands.map(
        (command, order) =>
          ({
            ...{ id: command.id, account: aziza.id, order, command, creates: [] },
            ...{ state: 'waiting', held_until: 0, answer: null },
          }) as unknown as OutboxEntry,
      );
      const device = caseFile(case_id, {
        ...{ facts: before.facts, row: before.row, person: before.person, outbox },
        ...{ models: new Map([[before.model.id, before.model]]), account: aziza.id },
        ...{ role: 'caseworker' as const, organisation_id: null, now: server.deps.clock() },
      });
      const reply = await aziza.request('POST', '/api/commands', { commands });
      expect(reply.statusCode, reply.body).toBe(200);
      for (const { answer } of reply.json<{ answers: { answer: string }[] }>().answers) {
        heard.set(answer, (heard.get(answer) ?? 0) + 1);
      }
      const after = (await pulled(case_id)).facts.toSorted((a, b) => a.order - b.order);
      const plain = (
        facts: readonly { id: string; kind: string; version: number; body: unknown }[],
      ) => facts.map(({ id, kind, version, body }) => ({ id, kind, version, body }));
      expect(plain(device?.facts ?? [])).toEqual(plain(after));
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  console.log(`seed ${SEED}:`, Object.fromEntries(heard));
  expect(heard.get('applied') ?? 0).toBeGreaterThan(RUNS * 2);
  expect(heard.get('refused') ?? 0).toBeGreaterThan(0);
});
