import { Dexie } from 'dexie';
import { v7 as uuid } from 'uuid';
import { LAST_STORAGE } from './caseload.ts';
import { dropEnded } from './ended-emergency.ts';
import { indexedStorage } from './indexed-storage.ts';
import { sendOpenings } from './openings.ts';
import { type Outbox, outboxOf } from './outbox.ts';
import { pullFrom } from './pull.ts';
import { registerDevice } from './registration.ts';
import type { StoreKeys } from './sealing.ts';
import { sendTo } from './send.ts';
import type { Storage } from './storage.ts';
import { type DeviceStore, openStore } from './store.ts';
import { type SyncParts, startSync } from './sync.ts';
import { contactOver, createVault, noteContact, type Unlocked, unlockVault } from './vault.ts';

/** An open store with its outbox, as long as nobody locks it. */
export interface Device {
  readonly account: string;
  /** The id under which the server knows this device. */
  readonly id: string;
  readonly store: DeviceStore;
  readonly outbox: Outbox;
  /** Asks for a round of sending and pulling soon. */
  nudge(): void;
  /** Forgets keys and rows; what is stored stays, sealed. */
  close(): void;
}

const TAB = 'w.tab';
const PREFIX = 'w-';
const TAB_PREFIX = 'w-tab-';

/** The name of an account's storage on this device; it does not tell the account. */
export async function storageName(account: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(account));
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `${PREFIX}${hex.join('').slice(0, 24)}`;
}

export async function hasVault(name: string): Promise<boolean> {
  if (!(await Dexie.exists(name))) return false;
  return (await indexedStorage(name).readHead()) !== undefined;
}

/** The id of a stored device, readable without its PIN; undefined where nothing is stored. */
export async function storedDevice(name: string): Promise<string | undefined> {
  if (!(await Dexie.exists(name))) return undefined;
  return (await indexedStorage(name).readHead())?.device;
}

/** True where the server must be asked before this storage may be opened. */
export async function needsContact(name: string): Promise<boolean> {
  const head = await indexedStorage(name).readHead();
  return head !== undefined && contactOver(head, Date.now());
}

/** First use on this device: makes the store under a PIN and remembers it as the last one. */
export async function setPin(name: string, pin: string): Promise<StoreKeys> {
  const keys = await createVault(indexedStorage(name), pin, uuid(), Date.now());
  localStorage.setItem(LAST_STORAGE, name);
  return keys;
}

export async function tryPin(name: string, pin: string, online: boolean): Promise<Unlocked> {
  const unlocked = await unlockVault(indexedStorage(name), pin, Date.now(), online);
  if ('keys' in unlocked) localStorage.setItem(LAST_STORAGE, name);
  if ('wiped' in unlocked || 'empty' in unlocked) localStorage.removeItem(LAST_STORAGE);
  return unlocked;
}

/**
 * A store for roles without a caseload: it keeps what was typed over a reload. Its key lives as long
 * as the tab; what a closed tab leaves behind cannot be read by anybody.
 */
export async function tabVault(): Promise<{ name: string; keys: StoreKeys }> {
  const kept = sessionStorage.getItem(TAB)?.split(' ');
  const [name, secret] = kept ?? [];
  if (name !== undefined && secret !== undefined) {
    const unlocked = await unlockVault(indexedStorage(name), secret, Date.now(), true);
    if ('keys' in unlocked) return { name, keys: unlocked.keys };
  }
  const fresh = `${TAB_PREFIX}${uuid()}`;
  const random = [...crypto.getRandomValues(new Uint8Array(32))];
  const word = random.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  // 256 random bits need no stretching: the cheapest cost does.
  const cost = { memory: 1024, passes: 1 };
  const keys = await createVault(indexedStorage(fresh), word, uuid(), Date.now(), cost);
  sessionStorage.setItem(TAB, `${fresh} ${word}`);
  return { name: fresh, keys };
}

/** What is told of the work in the background. */
type Told = Pick<SyncParts, 'changed' | 'revoked' | 'anew'>;

/** Opens the store; with somebody to be `told` it also sends and pulls in the background. */
export async function openDevice(
  name: string,
  keys: StoreKeys,
  account: string,
  told?: Told,
): Promise<Device> {
  const storage = indexedStorage(name);
  const tabs = new BroadcastChannel(name);
  const store = openStore(storage, keys, (tables) => tabs.postMessage(tables));
  tabs.onmessage = (event: MessageEvent<readonly string[]>) => {
    for (const table of event.data) void store.refresh(table).catch(() => {});
  };
  await Promise.all(['outbox', 'draft', 'me'].map((table) => store.list(table)));
  const outbox = outboxOf(store, account, Date.now);
  const id = (await storage.readHead())?.device ?? '';
  // Before anything is shown, and then each minute, with a line or without.
  const ended = () => dropEnded(store, account, new Date());
  if (told) await ended().catch(() => {});
  const minutes = told ? setInterval(() => void ended().catch(() => {}), 60_000) : undefined;
  const sync = told ? syncOf(name, id, storage, store, outbox, told) : undefined;
  const deaf = sync ? onLineBack(sync.again) : undefined;
  return {
    account,
    id,
    store,
    outbox,
    nudge: () => sync?.nudge(),
    close() {
      clearInterval(minutes);
      deaf?.();
      sync?.stop();
      tabs.close();
      store.close();
    },
  };
}

function syncOf(
  name: string,
  device: string,
  storage: Storage,
  store: DeviceStore,
  outbox: Outbox,
  told: Told,
) {
  return startSync({
    store,
    outbox,
    send: sendTo(device),
    fetchPage: pullFrom(device),
    register: () => registerDevice(device),
    sendOpenings: () => sendOpenings(store),
    ...told,
    clock: Date.now,
    random: Math.random,
    contact: (now) => void noteContact(storage, now),
    alone: (work) => navigator.locks.request(name, work).then(() => {}),
  });
}

/** Calls back when the line is there again, or the screen is looked at again: no timer runs in a pocket. Returns how to stop. */
function onLineBack(listener: () => void): () => void {
  const looked = () => {
    if (document.visibilityState === 'visible') listener();
  };
  addEventListener('online', listener);
  document.addEventListener('visibilitychange', looked);
  return () => {
    removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', looked);
  };
}

/** This store alone goes, with its keys. */
export async function forgetVault(name: string): Promise<void> {
  localStorage.removeItem(LAST_STORAGE);
  await Dexie.delete(name);
}

/** Everything that this browser keeps of the account and of all tabs goes: keys, rows, drafts, outbox. */
export async function wipeDevice(name: string | undefined): Promise<void> {
  const names = await Dexie.getDatabaseNames();
  const going = names.filter((one) => one === name || one.startsWith(TAB_PREFIX));
  sessionStorage.removeItem(TAB);
  localStorage.removeItem(LAST_STORAGE);
  await Promise.all(going.map((one) => Dexie.delete(one)));
}
