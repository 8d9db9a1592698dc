import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tashkent' }).format(server.deps.clock());
const dayFrom = (days: number) =>
  new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);

/** A paper of a file, in somebody's words. */
function paper(by: Caller, case_id: string, compartment: 'general' | 'legal' = 'general') {
  const document_id = uuid();
  return (kind: string, body: object) =>
    tell(by, case_id, kind, { document_id, compartment, ...body }, { id: uuid() });
}

interface Read {
  readonly facts: { kind: string; compartment: string; body: object }[];
  readonly person: { papers: object[]; version: number };
}
const read = async (by: Caller, case_id: string) =>
  (await by.request('GET', `/api/cases/${case_id}`)).json<Read>();

describe('a paper that is issued', () => {
  it('is in the person’s hand and a milestone in the same command', async () => {
    const { case_id, person_id } = await openFile(server, 'aziza');
    const aziza = await signIn(server, 'aziza');
    const say = paper(aziza, case_id);
    const body = { person_id, before: null, after: { kind: 'birth_certificate', state: 'lost' } };
    await aziza.request('POST', '/api/commands', {
      commands: [
        { id: uuid(), kind: 'change_paper', body, said_at: server.deps.clock().toISOString() },
      ],
    });
    const before = await read(aziza, case_id);
    expect(before.person.papers).toEqual([body.after]);
    await say('begin_document', { kind: 'birth_certificate' });
    const lodged = { on: dayFrom(-9), fee_paid_by: 'no_fee', answer_due_on: dayFrom(20) };
    await say('lodge_document', lodged);
    const no = { on: dayFrom(-5), reason: 'born_abroad', appeal_by: dayFrom(25) };
    await say('refuse_document', no);
    await say('appeal_document', { on: dayFrom(-3), answer_due_on: dayFrom(10) });
    const issued = await say('issue_document', { on: today(), milestone_id: uuid() });
    expect(issued).toMatchObject({ answer: 'applied' });
    const after = await read(aziza, case_id);
    expect(after.person.papers).toEqual([{ kind: 'birth_certificate', state: 'held' }]);
    expect(after.person.version).toBe(before.person.version + 1);
    expect(after.facts.filter(({ kind }) => kind === 'milestone_reached')).toHaveLength(1);
  });

  it('is late on the supervisor’s list when the appeal comes near, by codes and no words', async () => {
    const { case_id } = await openFile(server, 'aziza');
    const say = paper(await signIn(server, 'aziza'), case_id);
    await say('begin_document', { kind: 'birth_certificate' });
    const lodged = { on: dayFrom(-20), fee_paid_by: 'no_fee', answer_due_on: dayFrom(20) };
    await say('lodge_document', { ...lodged, receipt: 'A-17', office: 'Window nine' });
    const no = { reason: 'born_abroad', words: 'No paper of the hospital', appeal_by: dayFrom(3) };
    await say('refuse_document', { on: dayFrom(-10), ...no });
    const gulnora = await signIn(server, 'gulnora');
    const reply = await gulnora.request('GET', '/api/tasks?scope=overdue');
    const { tasks } = reply.json<{ tasks: { case_id: string; kind: string; details: object }[] }>();
    const own = tasks.filter((one) => one.case_id === case_id);
    expect(own.map(({ kind }) => kind)).toContain('document_appeal_reminder');
    expect(own.map(({ kind }) => kind)).not.toContain('document_appeal');
    expect(JSON.stringify(own)).not.toMatch(/hospital|A-17|Window/);
  });
});

describe('a legal matter', () => {
  it('is read by the legal specialist; the worker sees that there is one, and the next day', async () => {
    const { case_id } = await openFile(server, 'aziza');
    const gulnora = await signIn(server, 'gulnora');
    const legal = { account_id: DEMO_PEOPLE.rustam.id, compartment: 'legal' };
    await tell(gulnora, case_id, 'assign_specialist', legal, { id: uuid() });
    const rustam = await signIn(server, 'rustam');
    const say = paper(rustam, case_id, 'legal');
    expect(await say('begin_document', { kind: 'spouse_absence' })).toMatchObject({
      answer: 'applied',
    });
    const hearing = { on: dayFrom(-1), court: 'Court of the canary', hearing_on: dayFrom(2) };
    expect(await say('take_document_to_court', hearing)).toMatchObject({ answer: 'applied' });
    const his = await read(rustam, case_id);
    expect(JSON.stringify(his)).toContain('Court of the canary');
    for (const name of ['aziza', 'gulnora'] as const) {
      const { facts } = await read(await signIn(server, name), case_id);
      const told = facts.filter(({ kind }) => kind.startsWith('document_'));
      expect(told.map(({ kind }) => kind)).toEqual(['document_apart', 'document_apart']);
      expect(told.at(-1)?.body).toMatchObject({ next_on: dayFrom(2), ended: false });
      expect(JSON.stringify(facts)).not.toMatch(/spouse_absence|canary/);
    }
    const tasks = (await gulnora.request('GET', '/api/tasks?scope=team')).body;
    expect(tasks).toContain('document_apart');
    expect(tasks).not.toMatch(/spouse_absence|canary/);
  });

  it('is not begun by whoever reads nothing legal', async () => {
    const { case_id } = await openFile(server, 'aziza');
    const gulnora = await signIn(server, 'gulnora');
    const answer = await paper(
      gulnora,
      case_id,
      'legal',
    )('begin_document', {
      kind: 'guardianship',
    });
    expect(answer).toMatchObject({ answer: 'refused', problem: { code: 'not_allowed' } });
  });
});

it('all of it stands: no chain, head, task or milestone differs', async () => {
  expect(await database.faults()).toEqual([]);
});
