import { z } from 'zod';
import type { ANSWERS } from '#domain/case/said.ts';
import type { Problem } from '#domain/problem.ts';
import type { DeviceStore } from './store.ts';

/** What is said, in the form in which it is sent. The outbox never looks inside `body`. */
export interface OutgoingCommand {
  readonly id: string;
  readonly kind: string;
  readonly case_id?: string;
  readonly body: unknown;
  readonly said_at: string;
  readonly seen?: Readonly<Record<string, string>>;
}

export type AnswerName = (typeof ANSWERS)[number];

export interface Answer {
  readonly answer: AnswerName;
  readonly problem?: Problem;
  /** A pull has brought what was written once it knows all changes below this number. */
  readonly written_below?: string;
}

/** What a whole pull knows: all changes below `below`; the next one of the server gets `next`. */
export interface KnownChanges {
  readonly below: string;
  readonly next: string;
}

/** Held for its ten seconds of undo, waiting for the line, on its way, or answered. */
export type EntryState = 'held' | 'waiting' | 'sending' | 'answered';

export interface OutboxEntry {
  readonly id: string;
  /** The account that said it: shown to no other, sent for no other. */
  readonly account: string;
  /** The order in which it was said. */
  readonly order: number;
  readonly command: OutgoingCommand;
  /** Ids that this command brings into the world; later commands that name them depend on it. */
  readonly creates: readonly string[];
  readonly state: EntryState;
  /** Milliseconds: until then it can be taken back. */
  readonly held_until: number;
  readonly answer: Answer | null;
}

export const OUTBOX = 'outbox';
/** How long a command can be taken back before it is sent, in milliseconds. */
export const UNDO_TIME = 10_000;
const BATCH = 50;

const storedEntry = z.object({
  id: z.string(),
  account: z.string(),
  order: z.number(),
  command: z.custom<OutgoingCommand>((value) => typeof value === 'object' && value !== null),
  creates: z.array(z.string()),
  state: z.enum(['held', 'waiting', 'sending', 'answered']),
  held_until: z.number(),
  answer: z.custom<Answer | null>((value) => value === null || typeof value === 'object'),
});

/** The account's own entries in the order in which they were said. */
export function entriesOf(rows: ReadonlyMap<string, unknown>, account: string): OutboxEntry[] {
  const entries = [...rows.values()].map((row): OutboxEntry => storedEntry.parse(row));
  return entries
    .filter((entry) => entry.account === account)
    .sort((one, other) => one.order - other.order);
}

/** True where the server did not write what the entry says. A conflict is written, and marked. */
export function wasNotApplied(entry: OutboxEntry): boolean {
  const name = entry.answer?.answer;
  return name === 'stale' || name === 'gone' || name === 'refused';
}

/** The earlier entry that holds this one back, if any: not applied (or itself held back), and named by it. */
export function heldBackBy(
  entry: OutboxEntry,
  entries: readonly OutboxEntry[],
): OutboxEntry | undefined {
  return entries.find(
    (earlier) =>
      earlier.order < entry.order &&
      names(entry.command, earlier) &&
      (wasNotApplied(earlier) ||
        (earlier.state !== 'answered' && heldBackBy(earlier, entries) !== undefined)),
  );
}

/**
 * True while the entry can be taken back. A clock that was days ahead when it was said and has been put right
 * since would hold it, and everything behind it, for those days: no entry is held long past its time of undo.
 */
export function isHeld(entry: OutboxEntry, now: number): boolean {
  const left = entry.held_until - now;
  return entry.state === 'held' && left > 0 && left <= 2 * UNDO_TIME;
}

/** The next entries to send, in order: nothing still held, nothing held back, nothing that leans on the same batch. */
export function nextBatch(entries: readonly OutboxEntry[], now: number): readonly OutboxEntry[] {
  const batch: OutboxEntry[] = [];
  for (const entry of entries) {
    if (entry.state === 'answered' || heldBackBy(entry, entries) !== undefined) continue;
    // Order holds: behind an entry that may still be taken back nothing is sent.
    if (isHeld(entry, now)) break;
    // What it leans on may be refused, and then it must not have been sent.
    if (batch.length >= BATCH || batch.some((member) => names(entry.command, member))) break;
    batch.push(entry);
  }
  return batch;
}

/** True where a command names an id of an earlier entry: the command itself, one of its facts, or what it creates. */
export function names(command: OutgoingCommand, earlier: OutboxEntry): boolean {
  const ids = new Set([earlier.id, ...earlier.creates]);
  const text = JSON.stringify([command.case_id, command.body, command.seen]);
  const found = text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? [];
  return found.some((id) => ids.has(id.toLowerCase()) || isFactOf(id, earlier.id));
}

/** A fact's id is its command's with the last 16 bits moved on by one to 64 (`factId` in the domain). */
function isFactOf(id: string, command: string): boolean {
  if (id.slice(0, -4) !== command.slice(0, -4)) return false;
  const moved = Number.parseInt(id.slice(-4), 16) - Number.parseInt(command.slice(-4), 16);
  return (moved + 0x10000) % 0x10000 <= 64;
}

/** What a screen and the sender do with the outbox. Nothing is ever removed but by these five. */
export function outboxOf(store: DeviceStore, account: string, clock: () => number) {
  const all = async () => entriesOf(await store.list(OUTBOX), account);
  const save = (entry: OutboxEntry) => store.put(OUTBOX, entry.id, entry);
  return {
    all,
    /** Takes a command in, to be sent after `hold` milliseconds (0 = at once). */
    async add(
      command: OutgoingCommand,
      creates: readonly string[] = [],
      hold = UNDO_TIME,
    ): Promise<OutboxEntry> {
      const last = Math.max(0, ...(await all()).map((entry) => entry.order));
      const now = clock();
      const entry: OutboxEntry = {
        id: command.id,
        account,
        order: Math.max(last + 1, now),
        command,
        creates,
        state: hold > 0 ? 'held' : 'waiting',
        held_until: now + hold,
        answer: null,
      };
      await save(entry);
      return entry;
    },
    /** Takes a command back while it is held; with it go later ones that name its ids. False = too late. */
    async undo(id: string): Promise<boolean> {
      const entries = await all();
      const entry = entries.find((one) => one.id === id);
      if (entry === undefined || !isHeld(entry, clock())) return false;
      await removeWithDependents(store, entry, entries);
      return true;
    },
    /** Ends the undo time of all held entries now, e.g. before signing out. */
    async release(): Promise<void> {
      for (const entry of await all()) {
        if (entry.state === 'held') await save({ ...entry, state: 'waiting', held_until: 0 });
      }
    },
    async mark(id: string, state: EntryState, answer: Answer | null = null): Promise<void> {
      const entry = (await all()).find((one) => one.id === id);
      if (entry !== undefined) await save({ ...entry, state, answer });
    },
    /** A person has read the answer: the entry goes, with later ones that could not be sent without it. */
    async dismiss(id: string): Promise<void> {
      const entries = await all();
      const entry = entries.find((one) => one.id === id);
      if (entry?.state !== 'answered') return;
      if (wasNotApplied(entry)) await removeWithDependents(store, entry, entries);
      else await store.delete(OUTBOX, id);
    },
    /**
     * After a whole pull: entries go whose writing is in the rows now. Where a long transaction holds back
     * the feed the others stay: what somebody saved must not vanish from their screen until it comes.
     *
     * @returns whether some stay
     */
    async settle(
      answeredBefore: readonly OutboxEntry[],
      known: KnownChanges | undefined,
    ): Promise<boolean> {
      const brought = answeredBefore.filter((entry) => isBrought(entry, known));
      await store.write(
        [],
        brought.map(({ id }) => ({ table: OUTBOX, id })),
      );
      return brought.length < answeredBefore.length;
    },
    /** Entries that were applied and only wait for a pull to bring their facts. */
    async applied(): Promise<readonly OutboxEntry[]> {
      const done = (await all()).filter((entry) => entry.state === 'answered');
      return done.filter(
        ({ answer }) => answer?.answer === 'applied' || answer?.answer === 'already',
      );
    },
  };
}
export type Outbox = ReturnType<typeof outboxOf>;

/** Takes a command in, or says why not: a form must not wait for ever where the device's storage is full. */
export async function keep(
  outbox: Outbox,
  command: OutgoingCommand,
  creates: readonly string[] = [],
): Promise<{ readonly id: string } | { readonly problem: Problem }> {
  try {
    await outbox.add(command, creates);
    return { id: command.id };
  } catch {
    return { problem: { code: 'not_kept_on_device' } };
  }
}

function isBrought({ answer }: OutboxEntry, known: KnownChanges | undefined): boolean {
  if (answer?.written_below === undefined || known === undefined) return true;
  const written = BigInt(answer.written_below);
  // A number that the server has yet to reach is of the time before a restore.
  return written <= BigInt(known.below) || written > BigInt(known.next);
}

/** The entry and all later ones that lean on it, directly or through another. */
export function withDependents(
  entry: OutboxEntry,
  entries: readonly OutboxEntry[],
): readonly OutboxEntry[] {
  const going = [entry];
  for (const later of entries) {
    if (later.order <= entry.order || later.state === 'sending') continue;
    if (later.state === 'answered' && !wasNotApplied(later)) continue;
    if (going.some((gone) => names(later.command, gone))) going.push(later);
  }
  return going;
}

async function removeWithDependents(
  store: DeviceStore,
  entry: OutboxEntry,
  entries: readonly OutboxEntry[],
): Promise<void> {
  const gone = withDependents(entry, entries).map(({ id }) => ({ table: OUTBOX, id }));
  await store.write([], gone);
}
