import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { waitsIn } from '#test/waits.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const gulnora = await signIn(server, 'gulnora');
const otabek = await signIn(server, 'otabek');
const aziza = await signIn(server, 'aziza');
const owner = database.pool('owner');

/** Aziza has lost the file and says something late; answers with the id under which it is parked. */
async function late(file: OpenedFile, kind: string, body: object): Promise<string> {
  const account_id = DEMO_PEOPLE.baxtiyor.id;
  await tell(gulnora, file.case_id, 'assign_worker', { account_id }, { id: uuid() });
  const id = uuid();
  expect((await tell(aziza, file.case_id, kind, body, { id })).answer).toBe('gone');
  return id;
}
const note = (compartment: string) => ({ note_id: uuid(), words: 'late words', compartment });
const listed = async (by = gulnora) =>
  (await by.request('GET', '/api/parked')).json<{ parked: Record<string, unknown>[] }>().parked;
const settle = (id: string, decision: string, by = gulnora) =>
  by.request('POST', `/api/parked/${id}`, { decision });

describe('what came in after its author had lost the file', () => {
  it('is the supervisor’s to say in the own name; its copy goes', async () => {
    const file = await openFile(server, 'aziza');
    const id = await late(file, 'add_note', note('general'));
    const all = await listed();
    expect(await waitsIn(gulnora, 'parked')).toBe(all.length);
    expect(await waitsIn(aziza, 'parked')).toBe(undefined);
    const [row] = all.filter((one) => one.id === id);
    expect(row).toMatchObject({
      ...{ kind: 'add_note', name: 'Aziza Karimova', abilities: ['say', 'drop'] },
      body: { words: 'late words' },
    });
    expect((await settle(id, 'say', otabek)).statusCode).toBe(404);
    expect((await settle(id, 'say', aziza)).statusCode).toBe(404);
    expect((await settle(id, 'say')).json()).toEqual({ settled: true, answer: 'applied' });
    expect((await settle(id, 'say')).statusCode).toBe(404);
    const facts = (await gulnora.request('GET', `/api/cases/${file.case_id}`)).json().facts;
    const said = facts.filter((fact: { kind: string }) => fact.kind === 'note_added');
    expect(said).toMatchObject([{ role: 'supervisor', body: { words: 'late words' } }]);
    const { rows } = await owner.query('select body from parked_command where id = $1', [id]);
    expect(rows).toEqual([{ body: {} }]);
    expect((await listed()).map((one) => one.id)).not.toContain(id);
  });

  it('can be dropped; and its words stay closed where the supervisor may not read them', async () => {
    const file = await openFile(server, 'aziza');
    const id = await late(file, 'add_note', note('health'));
    const [row] = (await listed()).filter((one) => one.id === id);
    expect(row).toMatchObject({ compartment: 'health', body: null, abilities: ['drop'] });
    expect((await settle(id, 'say')).statusCode).toBe(404);
    expect((await settle(id, 'drop')).json()).toEqual({ settled: true });
  });

  // Seen to fail: whoever the worry was about read it, and dropped it.
  it('is not there for whoever it is a worry about', async () => {
    const file = await openFile(server, 'aziza');
    const about = { who: 'colleague', account_id: gulnora.id.toUpperCase() };
    const worry = { concern_id: uuid(), about, urgency: 'now', words: 'Asks them for money' };
    const id = await late(file, 'raise_concern', worry);
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    expect((await settle(id, 'drop')).statusCode).toBe(404);
    expect((await gulnora.request('GET', '/api/notifications')).body).not.toContain(file.case_id);
    // Nobody is left to read it: the administrators are told to name somebody, and of no file or person.
    const sherzod = await signIn(server, 'sherzod');
    const told = (await sherzod.request('GET', '/api/notifications')).json().notifications;
    expect(told).toMatchObject([{ kind: 'late_for_nobody' }]);
    expect(told[0].details).toEqual({ place_id: placeId(DEMO_PLACES.district) });
    const above = await server.as('supervisor', { place_id: placeId(DEMO_PLACES.region) });
    expect((await listed(above)).filter((one) => one.id === id)).toMatchObject([
      { kind: 'raise_concern', body: { words: 'Asks them for money' } },
    ]);
    expect((await settle(id, 'say', above)).json()).toEqual({ settled: true, answer: 'applied' });
  });

  it('stays where it was when the rules refuse it', async () => {
    const file = await openFile(server, 'aziza');
    const body = { need_id: uuid(), words: 'x' };
    const id = await late(file, 'resolve_need', body);
    const refused = (await settle(id, 'say')).json();
    expect(refused).toMatchObject({ settled: false, problem: { code: 'need_unknown' } });
    expect((await listed()).map((one) => one.id)).toContain(id);
  });

  // Seen to fail: 500, where nobody caught that the id is taken.
  it('waits on where an id in it is taken in another file', async () => {
    const chosen = {
      ...{ mentoring_id: uuid(), account_id: DEMO_PEOPLE.sanobar.id, called: 'Zuzu' },
      chosen_by_person: true,
    };
    const other = await openFile(server, 'aziza');
    expect((await other.tell('choose_mentor', chosen)).answer).toBe('applied');
    const id = await late(await openFile(server, 'aziza'), 'choose_mentor', chosen);
    const refused = (await settle(id, 'say')).json();
    expect(refused).toMatchObject({ settled: false, problem: { code: 'command_reused' } });
    expect((await listed()).map((one) => one.id)).toContain(id);
  });

  it('is told to the supervisors of the place, by the bell', async () => {
    const file = await openFile(server, 'aziza');
    await late(file, 'add_note', note('general'));
    const own = async (by: typeof gulnora) => {
      const { notifications, unread } = (await by.request('GET', '/api/notifications')).json();
      const mine = notifications.filter(
        (one: { kind: string; details: { case_id?: string } }) =>
          one.kind === 'parked_command' && one.details.case_id === file.case_id,
      );
      return { mine, unread };
    };
    const { mine, unread } = await own(gulnora);
    expect(mine).toMatchObject([{ read_at: null }]);
    expect((await own(otabek)).mine).toEqual([]);
    const ids = [mine[0].id];
    // Somebody else’s is not there for me.
    expect((await otabek.request('POST', '/api/notifications/read', { ids })).statusCode).toBe(204);
    expect((await own(gulnora)).unread).toBe(unread);
    await gulnora.request('POST', '/api/notifications/read', { ids });
    const after = await own(gulnora);
    expect(after.unread).toBe(unread - 1);
    expect(after.mine[0].read_at).not.toBe(null);
  });
});

it('notifications come in pages, the newest first, and say that an approval waits', async () => {
  const file = await openFile(server, 'aziza');
  for (let count = 0; count < 52; count++) {
    await file.tell('assess_needs', { answers: [{ domain: 'papers', value: 'some' }] });
    await file.tell('propose_approval', { approval_id: uuid(), kind: 'assessment' });
  }
  const first = (await gulnora.request('GET', '/api/notifications')).json();
  expect(first.notifications).toHaveLength(50);
  expect(first.notifications[0]).toMatchObject({
    ...{ kind: 'approval_waiting', details: { case_id: file.case_id } },
  });
  const rest = (await gulnora.request('GET', `/api/notifications?after=${first.next}`)).json();
  const ids = [...first.notifications, ...rest.notifications].map((one: { id: string }) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(first.unread).toBeGreaterThanOrEqual(52);
});
