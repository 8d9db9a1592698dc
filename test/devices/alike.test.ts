import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import type { Colleague } from '#domain/account/colleague.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { caseFile } from '#web/case/case-file.ts';
import type { PersonRow, PulledFact } from '#web/case/rows.ts';
import { workGround } from '#web/case/work-ground.ts';
import type { OutboxEntry } from '#web/device/outbox.ts';
import { MODEL } from '../case-file.ts';
import { testDatabase } from '../database.ts';
import { addPerson, openFile } from '../file.ts';
import { type Caller, testServer } from '../http.ts';
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

interface Place {
  readonly id: string;
  readonly parent_id: string | null;
}
interface Pulled {
  readonly row: never;
  readonly person: PersonRow;
  readonly facts: PulledFact[];
  readonly model: { id: string; document: typeof MODEL };
}

async function pulled(case_id: string, by: Caller = aziza): Promise<Pulled> {
  const reply = await by.request('GET', `/api/cases/${case_id}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Pulled>();
}

/** A command in the outbox of an account. */
function waiting(account: string, command: { id: string }, order: number): OutboxEntry {
  return {
    ...{ id: command.id, account, order, command, creates: [] },
    ...{ state: 'waiting', held_until: 0, answer: null },
  } as unknown as OutboxEntry;
}

function plain(facts: readonly { id: string; kind: string; version: number; body: unknown }[]) {
  return facts.map(({ id, kind, version, body }) => ({ id, kind, version, body }));
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
      const outbox = commands.map((command, order) => waiting(aziza.id, command, order));
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
      expect(plain(device?.facts ?? [])).toEqual(plain(after));
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  console.log(`seed ${SEED}:`, Object.fromEntries(heard));
  expect(heard.get('applied') ?? 0).toBeGreaterThan(RUNS * 2);
  expect(heard.get('refused') ?? 0).toBeGreaterThan(0);
});

// Where a file lies is decided by places and accounts. A device that holds them says all that the server
// says; one that does not yet says the same facts under the same ids, and the place comes with the pull.
// Broken once to see it fail: the place written before the stage that follows the assignment.
it.each([
  ['with places and colleagues', true],
  ['without them', false],
])('a file goes to a worker below on a device %s', async (_, holds) => {
  const at = { place_id: placeId(DEMO_PLACES.region) };
  const [above, opener] = [await server.as('supervisor', at), await server.as('caseworker', at)];
  const [case_id, person_id] = [uuid(), uuid()];
  await addPerson(server, person_id, opener.id);
  const said_at = server.deps.clock().toISOString();
  const opening = { person_id, ...at, model_id: DEMO_MODEL_ID, origin: 'own_request' };
  const lines = [
    { kind: 'open_case', body: { ...opening, safety_asked: true } },
    ...[consent, assess].map((line) => line({ needs: [], steps: [] }, person_id)),
  ];
  const opened = await opener.request('POST', '/api/commands', {
    commands: lines.map((line) => ({ id: uuid(), case_id, said_at, ...line })),
  });
  const answers = opened.json<{ answers: { answer: string }[] }>().answers;
  expect(answers.map(({ answer }) => answer)).toEqual(['applied', 'applied', 'applied']);
  const before = await pulled(case_id, above);
  const body = { account_id: aziza.id };
  const command = { id: uuid(), case_id, said_at, kind: 'assign_worker', body };
  const { places } = (await above.request('GET', '/api/places')).json<{ places: Place[] }>();
  const { colleagues } = (await above.request('GET', '/api/colleagues')).json<{
    colleagues: Colleague[];
  }>();
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  const device = (known: Pulled) =>
    caseFile(case_id, {
      ...{ facts: known.facts, row: known.row, person: known.person },
      ...{ outbox: [waiting(above.id, command, 0)], account: above.id },
      ...{ models: new Map([[known.model.id, known.model]]), role: 'supervisor' as const },
      ...{ organisation_id: null, now: server.deps.clock() },
      ground: holds ? workGround(byId(places), byId(colleagues)) : undefined,
    });
  const decided = plain(device(before)?.facts ?? []);
  await above.request('POST', '/api/commands', { commands: [command] });
  const after = await pulled(case_id, above);
  const facts = plain(after.facts.toSorted((a, b) => a.order - b.order));
  expect(facts.slice(-3).map(({ kind }) => kind)).toEqual([
    ...['worker_assigned', 'stage_entered', 'place_changed'],
  ]);
  expect(decided).toEqual(holds ? facts : facts.slice(0, -1));
  // Pulled, with the command still in the outbox: each fact once, and where it lies is known.
  expect(plain(device(after)?.facts ?? [])).toEqual(facts);
  expect(device(after)?.state.opening.place_id).toBe(placeId(DEMO_PLACES.district));
});
