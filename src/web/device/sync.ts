import { OUTBOX, type Outbox } from './outbox.ts';
import { type FetchPage, pullAll } from './pull.ts';
import { type Again, backoff, type Send, sendAll } from './send.ts';
import type { DeviceStore } from './store.ts';

export interface SyncState {
  /** `session` = the server asks for a new sign-in; `line` = no answer at the last try. */
  readonly line: 'unknown' | 'ok' | 'line' | 'session';
  readonly busy: boolean;
  /** Milliseconds of the device's clock; 0 = not since the store was opened. */
  readonly lastContact: number;
}

export interface SyncParts {
  readonly store: DeviceStore;
  readonly outbox: Outbox;
  readonly send: Send;
  readonly fetchPage: FetchPage;
  /** Makes this device known to the server; asked once, before the first pull. */
  readonly register: () => Promise<'known' | 'revoked' | 'line' | 'session'>;
  /** Sends what was opened on the device; true once there is nothing left to send. */
  readonly sendOpenings: () => Promise<boolean>;
  /** The server has withdrawn this device: everything on it must go. */
  readonly revoked: () => void;
  /** All that is here was brought anew: who is here may hold another role now. */
  readonly anew: () => void;
  readonly clock: () => number;
  readonly random: () => number;
  readonly changed: (state: SyncState) => void;
  /** Told after each answer of the server, e.g. to prolong the offline limit. */
  readonly contact: (now: number) => void;
  /** Runs alone among all tabs of this browser. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
}

/** While nothing happens the server is asked for news this often, in milliseconds. */
const NEWS = 60_000;
/** What was saved and no pull has brought yet is asked for this often, in milliseconds. */
const HELD_BACK = 5000;

/** Sends and pulls in the background until stopped. `nudge` asks for a round soon; `again` also forgets that tries failed. */
export function startSync(parts: SyncParts): { nudge(): void; again(): void; stop(): void } {
  let state: SyncState = { line: 'unknown', busy: false, lastContact: 0 };
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let asked = false;
  let stopped = false;
  let known = false;

  function set(change: Partial<SyncState>): void {
    state = { ...state, ...change };
    if (!stopped) parts.changed(state);
  }

  function plan(milliseconds: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(nudge, milliseconds);
  }

  function nudge(): void {
    if (stopped) return;
    if (running) {
      asked = true;
      return;
    }
    running = true;
    asked = false;
    void parts
      .alone(round)
      .catch(() => {
        // The store was locked under a running round: it begins anew after unlocking.
        failures += 1;
        plan(backoff(failures, parts.random()));
      })
      .finally(() => {
        running = false;
        if (asked) nudge();
      });
  }

  async function round(): Promise<void> {
    set({ busy: true });
    const registered = known ? 'known' : await parts.register();
    if (registered === 'revoked') return parts.revoked();
    known = registered === 'known';
    const ended = known ? await exchange() : { again: registered as 'line' | 'session' };
    if ('again' in ended) {
      if (ended.again === 'withdrawn') return parts.revoked();
      failures = ended.again === 'line' ? failures + 1 : 0;
      set({ busy: false, line: ended.again });
      plan(ended.again === 'line' ? backoff(failures, parts.random()) : NEWS);
      return;
    }
    failures = 0;
    const now = parts.clock();
    parts.contact(now);
    set({ busy: false, line: 'ok', lastContact: now });
    plan(Math.min(ended.heldBack ? HELD_BACK : NEWS, await untilNextHeld()));
  }

  /** Sends, then pulls. */
  async function exchange(): Promise<{ readonly heldBack: boolean } | { readonly again: Again }> {
    const sent = await sendAll(parts.outbox, parts.send, parts.clock);
    const applied = await parts.outbox.applied();
    if ('again' in sent) {
      // Whether the server still knows this device as this account's is told when the next round begins.
      known = false;
      return sent;
    }
    if (!(await parts.sendOpenings())) {
      // Whether the line is away or this device was withdrawn is told when the next round begins.
      known = false;
      return { again: 'line' };
    }
    const pulled = await pullAll(parts.store, parts.fetchPage);
    if ('again' in pulled) {
      // A device that is not known any more may have been revoked: ask when the next round begins.
      known = false;
      return pulled;
    }
    if (pulled.anew) parts.anew();
    return { heldBack: await parts.outbox.settle(applied, pulled.known) };
  }

  /** Until the next held command may go, or until it is time to ask for news. */
  async function untilNextHeld(): Promise<number> {
    const held = (await parts.outbox.all()).filter((entry) => entry.state === 'held');
    const waits = held.map((entry) => Math.max(50, entry.held_until - parts.clock() + 50));
    return Math.min(NEWS, ...waits);
  }

  async function onOutbox(): Promise<void> {
    if (running || stopped) return;
    plan(Math.min(state.line === 'line' ? backoff(failures, 0.5) : NEWS, await untilNextHeld()));
  }

  const unsubscribe = parts.store.subscribe(OUTBOX, () => void onOutbox().catch(() => {}));
  plan(0);
  return {
    nudge,
    again() {
      failures = 0;
      nudge();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
