import { describe, expect, it } from 'vitest';
import { heldBackBy, keep, type OutgoingCommand, outboxOf, UNDO_TIME } from './outbox.ts';
import { newMaster, storeKeys } from './sealing.ts';
import { type Answers, backoff, type Send, sendAll } from './send.ts';
import { memoryStorage } from './storage.ts';
import { openStore } from './store.ts';

const ME = '01900000-0000-7000-8000-0000000000aa';
let counter = 0;
function command(body: unknown = {}): OutgoingCommand {
  counter += 1;
  const id = `01900000-0000-7000-8000-${String(counter).padStart(8, '0')}0000`;
  return { id, kind: 'note', body, said_at: '2026-11-24T08:00:00.000Z' };
}

async function world() {
  const storage = memoryStorage();
  const keys = await storeKeys(newMaster());
  const store = openStore(storage, keys);
  const time = { now: 1_000_000 };
  const clock = () => time.now;
  return { storage, keys, store, time, clock, outbox: outboxOf(store, ME, clock) };
}

const yes: Send = async (entries) => ({
  ok: true,
  value: { answers: entries.map(({ id }) => ({ command_id: id, answer: 'applied' as const })) },
});

function answering(...named: Answers['answers']): Send & { sent: string[] } {
  const sent: string[] = [];
  const send: Send = async (entries) => {
    sent.push(...entries.map((entry) => entry.id));
    const answers = entries.map(
      ({ id }) =>
        named.find((one) => one.command_id === id) ?? {
          command_id: id,
          answer: 'applied' as const,
        },
    );
    return { ok: true, value: { answers } };
  };
  return Object.assign(send, { sent });
}

describe('outbox', () => {
  it('holds a command for ten seconds, and gives it back when asked', async () => {
    const { outbox, time, clock } = await world();
    const said = await outbox.add(command());
    const send = answering();
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual([]);
    expect(await outbox.undo(said.id)).toBe(true);
    expect(await outbox.all()).toEqual([]);
    const second = await outbox.add(command());
    time.now += UNDO_TIME;
    expect(await outbox.undo(second.id)).toBe(false);
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual([second.id]);
  });

  // Seen to fail with every hour still to come taken for the time of undo.
  it('holds nothing for days after a clock that was ahead has been put right', async () => {
    const { outbox, time, clock } = await world();
    const said = await outbox.add(command());
    time.now -= 2 * 24 * 60 * 60 * 1000;
    const later = await outbox.add(command(), [], 0);
    const send = answering();
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual([said.id, later.id]);
    expect(await outbox.undo(said.id)).toBe(false);
  });

  // Seen to fail with an error that no form listens to: its button turned for ever.
  it('says so where the device cannot keep a command', async () => {
    const storage = memoryStorage();
    const full = { ...storage, write: async () => Promise.reject(new Error('QuotaExceededError')) };
    const outbox = outboxOf(openStore(full, await storeKeys(newMaster())), ME, () => 1000);
    const said = await keep(outbox, command());
    expect(said).toEqual({ problem: { code: 'not_kept_on_device' } });
    expect(await outbox.all()).toEqual([]);
  });

  it('sends in the order in which things were said', async () => {
    const { outbox, clock } = await world();
    const said = [command(), command(), command()];
    for (const one of said) await outbox.add(one, [], 0);
    const send = answering();
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual(said.map((one) => one.id));
  });

  // Seen to fail with `heldBackBy` answering undefined always: what leans on the first was sent.
  it.each(['stale', 'gone', 'refused'] as const)(
    'shows a %s answer and holds back only later commands that name its ids',
    async (answer) => {
      const { outbox, clock } = await world();
      const created = '01900000-0000-7000-8000-00000000c0de';
      const first = await outbox.add(command(), [created], 0);
      const leaning = await outbox.add(command({ plan: { goal: created } }), [], 0);
      await outbox.add(command({ of: leaning.id }), [], 0);
      const free = await outbox.add(command(), [], 0);
      const send = answering({ command_id: first.id, answer, problem: { code: 'gone' } });
      await sendAll(outbox, send, clock);
      expect(send.sent).toEqual([first.id, free.id]);
      const entries = await outbox.all();
      expect(entries[0]?.answer).toEqual({ answer, problem: { code: 'gone' } });
      expect(entries.map((entry) => heldBackBy(entry, entries)?.id)).toEqual([
        undefined,
        first.id,
        leaning.id,
        undefined,
      ]);
      await outbox.dismiss(first.id);
      expect((await outbox.all()).map((entry) => entry.id)).toEqual([free.id]);
    },
  );

  it('holds nothing back after a conflict: it was written', async () => {
    const { outbox, clock } = await world();
    const first = await outbox.add(command(), [], 0);
    const second = await outbox.add(command({ of: first.id }), [], 0);
    const send = answering({ command_id: first.id, answer: 'conflict' });
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual([first.id, second.id]);
  });

  it('knows the ids of facts that follow from a command', async () => {
    const { outbox, clock } = await world();
    const first = await outbox.add(command(), [], 0);
    const fact = `${first.id.slice(0, -4)}0001`;
    await outbox.add(command({ corrects: fact }), [], 0);
    const send = answering({ command_id: first.id, answer: 'refused' });
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual([first.id]);
  });

  it('takes the first answer as the answer where a command was sent twice', async () => {
    const { outbox, clock } = await world();
    const first = await outbox.add(command(), [], 0);
    const second = await outbox.add(command(), [], 0);
    const send = answering(
      { command_id: first.id, answer: 'already', first: 'refused' },
      { command_id: second.id, answer: 'already', first: 'applied' },
    );
    await sendAll(outbox, send, clock);
    const answers = (await outbox.all()).map((entry) => entry.answer?.answer);
    expect(answers).toEqual(['refused', 'already']);
  });

  it('keeps everything when the line breaks, and sends it again with the same ids', async () => {
    const { outbox, clock } = await world();
    const first = await outbox.add(command(), [], 0);
    const broken: Send = async () => ({
      ok: false,
      status: 0,
      problem: { code: 'unavailable' },
    });
    expect(await sendAll(outbox, broken, clock)).toEqual({ again: 'line' });
    expect((await outbox.all()).map((entry) => entry.state)).toEqual(['waiting']);
    const send = answering();
    await sendAll(outbox, send, clock);
    expect(send.sent).toEqual([first.id]);
  });

  it('sends again what was on its way when the page went away', async () => {
    const { storage, keys, outbox, clock } = await world();
    const first = await outbox.add(command(), [], 0);
    await outbox.mark(first.id, 'sending');
    const reloaded = outboxOf(openStore(storage, keys), ME, clock);
    expect((await reloaded.all()).map((entry) => entry.id)).toEqual([first.id]);
    const send = answering();
    await sendAll(reloaded, send, clock);
    expect(send.sent).toEqual([first.id]);
  });

  it('asks for a new sign-in and loses nothing when the session is over', async () => {
    const { outbox, clock } = await world();
    await outbox.add(command(), [], 0);
    const over: Send = async () => ({
      ok: false,
      status: 401,
      problem: { code: 'session_expired' },
    });
    expect(await sendAll(outbox, over, clock)).toEqual({ again: 'session' });
    expect(await outbox.all()).toHaveLength(1);
  });

  // Seen to fail without taking the call apart: all three were answered as refused.
  it('is not stopped by one command that the server cannot read', async () => {
    const { outbox, clock } = await world();
    const [one, bad, three] = [command(), command(), command()];
    for (const each of [one, bad, three]) await outbox.add(each, [], 0);
    const send: Send = async (entries) =>
      entries.some((entry) => entry.id === bad.id)
        ? { ok: false, status: 422, problem: { code: 'invalid_input' } }
        : yes(entries);
    expect(await sendAll(outbox, send, clock)).toEqual({ done: true });
    const answers = (await outbox.all()).map((entry) => entry.answer?.answer);
    expect(answers).toEqual(['applied', 'refused', 'applied']);
  });

  it('shows an account only what it said itself', async () => {
    const { store, outbox, clock } = await world();
    await outbox.add(command(), [], 0);
    const other = outboxOf(store, '01900000-0000-7000-8000-0000000000bb', clock);
    expect(await other.all()).toEqual([]);
    const send = answering();
    await sendAll(other, send, clock);
    expect(send.sent).toEqual([]);
  });

  it('waits longer after each failure, up to about a minute', () => {
    expect(backoff(0, 0.5)).toBe(1000);
    expect(backoff(3, 0.5)).toBe(8000);
    expect(backoff(40, 1)).toBeLessThanOrEqual(75_000);
  });
});
