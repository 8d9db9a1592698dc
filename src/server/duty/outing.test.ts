import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { placeId } from '../seed/demo-places.ts';
import { watchOutings } from './watch-outings.ts';

// An alert must come without the worker's device, once, to named humans who are not out themselves; and
// nothing of it may stay with a person's file or for longer than the model says.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const [aziza, baxtiyor, gulnora, malika, dilnoza] = [
  await signIn(server, 'aziza'),
  await signIn(server, 'baxtiyor'),
  await signIn(server, 'gulnora'),
  await signIn(server, 'malika'),
  await signIn(server, 'dilnoza'),
];
const neighbour = await server.as('supervisor', { place_id: placeId('DSSDK') });

const MINUTE = 60_000;
const at = (minutes: number) =>
  new Date(server.deps.clock().getTime() + minutes * MINUTE).toISOString();
async function say(by: Caller, kind: string, body: object, said_at = at(0)) {
  const command = { id: uuid(), kind, body, said_at };
  const reply = await by.request('POST', '/api/commands', { commands: [command] });
  const { answer, first, problem } = reply.json().answers[0];
  return problem?.fields?.[0]?.path ?? problem?.code ?? (first ? `${answer}:${first}` : answer);
}
const page = async (by: Caller) => (await by.request('GET', '/api/outings')).json();
const seen = async (by: Caller, id: string) =>
  (await page(by)).outings.find((one: { id: string }) => one.id === id);
const unread = async (by: Caller, kind: string) =>
  (await by.request('GET', '/api/notifications'))
    .json()
    .notifications.filter((one: { kind: string }) => one.kind === kind).length;
/** What the clock of a server does that is started so many minutes from now. */
const watch = (minutes: number) =>
  watchOutings({ ...server.deps, clock: () => new Date(at(minutes)) });

describe('a worker who goes out and names an hour', () => {
  it('comes back with one tap, late or twice, and whoever supervises sees her no more', async () => {
    const outing_id = uuid();
    expect((await page(aziza)).told).toContain('Gulnora Rahimova');
    const body = { outing_id, back_at: at(60), second_account_id: baxtiyor.id, words: 'By bus' };
    expect(await say(aziza, 'go_out', body)).toBe('applied');
    expect(await say(aziza, 'go_out', body)).toBe('already:applied');
    expect(await say(gulnora, 'go_out', body)).toBe('command_reused');
    expect(await unread(baxtiyor, 'outing_with_you')).toBe(1);
    expect(await seen(aziza, outing_id)).toMatchObject({ own: true, abilities: ['come_back'] });
    expect(await seen(baxtiyor, outing_id)).toMatchObject({ own: true });
    expect(await seen(gulnora, outing_id)).toMatchObject({ own: false, words: 'By bus' });
    for (const by of [neighbour, dilnoza]) expect(await seen(by, outing_id)).toBeUndefined();
    expect((await malika.request('GET', '/api/outings')).statusCode).toBe(404);

    // Within the grace nobody is told; the second of the two says it for both.
    await watch(80);
    expect(await unread(gulnora, 'outing_overdue')).toBe(0);
    expect(await say(dilnoza, 'come_back', { outing_id })).toBe('already:applied');
    expect(await say(baxtiyor, 'come_back', { outing_id })).toBe('applied');
    expect(await say(aziza, 'come_back', { outing_id })).toBe('already:applied');
    await watch(140);
    expect(await unread(gulnora, 'outing_overdue')).toBe(0);
    for (const by of [aziza, gulnora]) expect(await seen(by, outing_id)).toBeUndefined();
  });

  it('is looked for by a named human once her hour and the grace have passed, whatever restarts', async () => {
    const outing_id = uuid();
    await say(aziza, 'go_out', { outing_id, back_at: at(60), second_account_id: baxtiyor.id });
    expect(await say(aziza, 'stay_longer', { outing_id, back_at: at(90) })).toBe('applied');
    // Seen to fail with the grace left out of watch_outings().
    await watch(115);
    expect(await unread(gulnora, 'outing_overdue')).toBe(0);
    // Two servers at once, and again after a restart: told once.
    await Promise.all([watch(125), watch(125)]);
    await watch(126);
    expect(await unread(gulnora, 'outing_overdue')).toBe(1);
    for (const by of [aziza, baxtiyor]) expect(await unread(by, 'outing_overdue')).toBe(0);
    expect(await seen(gulnora, outing_id)).toMatchObject({
      ...{ mine: true, alert_to: 'Gulnora Rahimova', abilities: ['close'], came_back_at: null },
    });
    expect(await say(aziza, 'stay_longer', { outing_id, back_at: at(200) })).toBe(
      'already:applied',
    );

    const close = async (by: Caller, more: object = {}) => {
      const body = { outcome: 'back_and_well', found: 'Called her: the bus was late', ...more };
      const reply = await by.request('POST', `/api/outings/${outing_id}/close`, body);
      return reply.statusCode === 200
        ? 'closed'
        : (reply.json().fields?.[0].path ?? reply.json().code);
    };
    expect(await close(aziza)).toBe('outing_of_your_own');
    expect(await close(baxtiyor)).toBe('outing_of_your_own');
    for (const by of [neighbour, malika, dilnoza]) expect(await close(by)).toBe('gone');
    expect(await close(gulnora, { found: '' })).toBe('body.found');
    // Late, it is settled quietly: she reads no more of it, and a human still says what was found.
    expect(await say(aziza, 'come_back', { outing_id })).toBe('applied');
    expect(await seen(aziza, outing_id)).toBeUndefined();
    expect(await unread(gulnora, 'outing_back')).toBe(1);
    expect(await seen(gulnora, outing_id)).toMatchObject({ abilities: ['close'], closed_by: null });
    expect(await close(gulnora)).toBe('closed');
    expect(await close(gulnora)).toBe('outing_alert_closed');
    expect(await seen(gulnora, outing_id)).toMatchObject({
      ...{ closed_by: 'Gulnora Rahimova', outcome: 'back_and_well', abilities: [] },
    });

    // Gone after the model's days, with what told of it; an alert that nobody closed stays.
    const open = uuid();
    await say(aziza, 'go_out', { outing_id: open, back_at: at(1) });
    await watch(60);
    await watch(31 * 24 * 60 + 120);
    expect((await owner.query('select id from outing')).rows).toEqual([{ id: open }]);
    const told = await owner.query(`select 1 from notification where kind like 'outing%'`);
    expect(told.rowCount).toBe(0);
    const left = await owner.query(
      `select 1 from command_answer where kind in ('go_out', 'stay_longer', 'come_back')`,
    );
    expect(left.rowCount).toBe(0);
  });

  it('goes to who is on duty before all others, and to whoever stands in', async () => {
    const nargiza = await signIn(server, 'nargiza');
    const duty = { from_at: at(-1), until_at: at(600) };
    await gulnora.request('PUT', `/api/duties/${uuid()}`, { ...duty, account_id: nargiza.id });
    await gulnora.request('PUT', `/api/stand-ins/${uuid()}`, { ...duty, account_id: neighbour.id });
    // The stand-in's moment is the database's own: it must have begun there too.
    await owner.query(`update stand_in set from_at = now() - interval '1 day'`);
    const outing_id = uuid();
    await say(aziza, 'go_out', { outing_id, back_at: at(10) });
    expect(await seen(nargiza, outing_id)).toBeUndefined();
    expect(await seen(neighbour, outing_id)).toMatchObject({ alert_at: null });
    await watch(45);
    for (const by of [nargiza, neighbour, gulnora]) {
      expect(await unread(by, 'outing_overdue')).toBe(1);
      expect(await seen(by, outing_id)).toMatchObject({
        ...{ mine: by === nargiza, alert_to: 'Nargiza Umarova', abilities: ['close'] },
      });
    }
  });

  it('is never the task of an account that cannot sign in', async () => {
    const nargiza = await signIn(server, 'nargiza');
    await owner.query('update auth.account set disabled_at = now() where id = $1', [nargiza.id]);
    const outing_id = uuid();
    await say(aziza, 'go_out', { outing_id, back_at: at(10) });
    await watch(45);
    // Seen to fail without the account in outing_answerers(): it stood with whoever is on duty, and closed.
    expect((await seen(neighbour, outing_id)).mine).toBe(true);
    await owner.query('update auth.account set disabled_at = null where id = $1', [nargiza.id]);
  });

  it('names what cannot be meant and writes nothing', async () => {
    const wrong = (more: object, said_at?: string) =>
      say(aziza, 'go_out', { outing_id: uuid(), back_at: at(60), ...more }, said_at);
    expect(await wrong({ back_at: at(-1) })).toBe('moment_in_the_past');
    expect(await wrong({ back_at: at(25 * 60) })).toBe('outing_too_long');
    // A device whose clock is ahead: nobody would look for her before that day.
    const ahead = (hours: number) => at(365 * 24 * 60 + hours * 60);
    expect(await wrong({ back_at: ahead(1) }, ahead(0))).toBe('outing_too_long');
    const kept = { outing_id: uuid(), back_at: at(60) };
    expect(await say(aziza, 'go_out', kept)).toBe('applied');
    expect(await say(aziza, 'stay_longer', { ...kept, back_at: ahead(1) }, ahead(0))).toBe(
      'outing_too_long',
    );
    await say(aziza, 'come_back', { outing_id: kept.outing_id });
    expect(await wrong({ back_at: '0000-01-01T01:00:00.000Z' })).toBe('body.back_at');
    expect(await wrong({ second_account_id: aziza.id })).toBe('not_a_colleague_here');
    expect(await wrong({ second_account_id: uuid() })).toBe('not_a_colleague_here');
    expect(await wrong({ address: 'Navoi 5' })).toBe('body.address');
    expect(await wrong({ case_id: uuid() })).toBe('body.case_id');
    expect(await wrong({ words: 'x'.repeat(201) })).toBe('body.words');
    expect(await say(malika, 'go_out', { outing_id: uuid(), back_at: at(60) })).toBe('not_allowed');
    expect(await say(aziza, 'come_back', { outing_id: uuid() })).toBe('already:applied');
    // Two days under way: nobody would be looked for any more.
    const old = uuid();
    const late = { outing_id: old, back_at: at(-47 * 60) };
    expect(await say(aziza, 'go_out', late, at(-48 * 60))).toBe('applied');
    expect((await owner.query('select 1 from outing where id = $1', [old])).rowCount).toBe(0);
  });
});
