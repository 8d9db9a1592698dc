import { z } from 'zod';
import { type Me, me as meSchema } from '#domain/account/account.ts';
import { hasCaseload, lastStorageName } from '../device/caseload.ts';
import type { Device } from '../device/device.ts';
import { tellWiped } from '../device/registration.ts';
import type { StoreKeys } from '../device/sealing.ts';
import type { SyncState } from '../device/sync.ts';
import { call, onSessionEnd } from '../http.ts';
import { speakAs } from '../language.ts';
import { onTabs, tellTabs } from './other-tabs.ts';

/** Where the person stands between opening the page and working. */
export type Phase =
  | 'starting'
  /** No answer, and nothing on this device to open without one. */
  | 'no_line'
  | 'signed_out'
  | 'set_pin'
  | 'locked'
  | 'open';

export interface SessionState {
  readonly phase: Phase;
  readonly me: Me | undefined;
  readonly device: Device | undefined;
  readonly sync: SyncState;
  /** The server has ended the session while somebody works: sign in again over the open screen. */
  readonly expired: boolean;
  /** Set once this device was withdrawn and wiped; `unsent` = entries that went with it, where known. */
  readonly withdrawn: { readonly unsent: number | null } | undefined;
}

/** The store comes with its own weight, after the first screen stands. */
const devices = () => import('../device/device.ts');

const NO_SYNC: SyncState = { line: 'unknown', busy: false, lastContact: 0 };
const LEFT = 'w.left';

let state: SessionState = {
  phase: 'starting',
  me: undefined,
  device: undefined,
  sync: NO_SYNC,
  expired: false,
  withdrawn: undefined,
};
let online = false;
const listeners = new Set<() => void>();
const beforeLock = new Set<() => Promise<void>>();

export function sessionState(): SessionState {
  return state;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Work that must be done before the keys go, e.g. writing down a draft. Returns how to stop. */
export function onBeforeLock(work: () => Promise<void>): () => void {
  beforeLock.add(work);
  return () => beforeLock.delete(work);
}

function set(change: Partial<SessionState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Asks the server who is here and goes on from its answer. Also after signing in. */
export async function startSession(): Promise<void> {
  if (!(await finishLeaving())) return set({ phase: 'no_line' });
  const kept = await keptDevice();
  const headers = kept === undefined ? {} : { 'x-homeward-device': kept };
  const reply = await call('/api/me', meSchema, { patience: 8000, headers });
  if (reply.ok) return welcome(reply.value);
  if (reply.problem.code === 'device_withdrawn' && kept !== undefined) {
    await withdraw(kept, lastStorageName(), null);
    return startSession();
  }
  if (reply.status === 401) return set({ phase: 'signed_out', me: undefined, expired: false });
  online = false;
  const name = lastStorageName();
  const openable = name !== undefined && (await isOpenable(name));
  set({ phase: openable ? 'locked' : 'no_line' });
}

/** What this browser keeps says who it is, so that a withdrawn one learns it without a sign-in. */
async function keptDevice(): Promise<string | undefined> {
  const name = lastStorageName();
  if (state.device !== undefined || name === undefined) return undefined;
  return (await devices()).storedDevice(name);
}

/** The server has withdrawn this device: what was not sent is counted and told, then everything goes. */
async function withdraw(device: string, name: string | undefined, unsent: number | null) {
  const { wipeDevice } = await devices();
  state.device?.close();
  await wipeDevice(name);
  await tellWiped(device, unsent);
  online = false;
  const phase = state.phase === 'open' ? 'signed_out' : state.phase;
  const nobody = { me: undefined, device: undefined, sync: NO_SYNC, expired: false };
  set({ ...nobody, phase, withdrawn: { unsent } });
}

/** The same while somebody works here: the entries can still be counted, and the session ends too. */
async function withdrawOpen(): Promise<void> {
  const { device, me } = state;
  if (device === undefined || me === undefined) return;
  // Where somebody else is signed in by now, theirs is what the server does not know: nothing is wiped for that.
  const here = await call('/api/me', meSchema, { patience: 8000 });
  if (here.ok && here.value.id !== me.id) return location.reload();
  // Without an answer nobody knows that, and what is wiped is lost: asked again in a moment.
  if (!here.ok && here.status !== 401) return void setTimeout(() => device.nudge(), 5000);
  const { storageName } = await devices();
  const entries = await device.outbox.all();
  const unsent = entries.filter((entry) => entry.state !== 'answered').length;
  localStorage.setItem(LEFT, '1');
  tellTabs({ left: true });
  await withdraw(device.id, await storageName(me.id), unsent);
  await leaveServer();
}

async function isOpenable(name: string): Promise<boolean> {
  const { hasVault, needsContact } = await devices();
  return (await hasVault(name)) && !(await needsContact(name));
}

async function welcome(me: Me): Promise<void> {
  online = true;
  tellTabs({ here: me.id });
  await speakAs(me.locale);
  if (state.device !== undefined) {
    if (state.device.account !== me.id) return location.reload();
    set({ me, expired: false });
    return state.device.nudge();
  }
  const { hasVault, storageName, tabVault } = await devices();
  const vault = await hasVault(await storageName(me.id));
  // Where an earlier role left files here, the PIN opens them once more: to send what waits, and to let them go.
  if (!hasCaseload(me.role) && !vault) {
    const { name, keys } = await tabVault();
    return open(name, keys, me, false);
  }
  set({ me, expired: false, phase: vault ? 'locked' : 'set_pin' });
}

/** `kept` = a store under a PIN, which sends and pulls; otherwise that of the tab. */
async function open(
  name: string,
  keys: StoreKeys,
  known: Me | undefined,
  kept = true,
): Promise<void> {
  const { openDevice } = await devices();
  let device = await openDevice(name, keys, known?.id ?? '');
  const me = known ?? meSchema.safeParse(device.store.listed('me')?.get('me')).data;
  if (me === undefined) {
    device.close();
    return set({ phase: 'signed_out' });
  }
  if (known !== undefined) await device.store.put('me', 'me', known);
  if (kept) {
    device.close();
    const carries = hasCaseload(me.role);
    const changed = (sync: SyncState) => {
      // While a round runs its line is the one of the round before.
      const ended = !sync.busy && sync.line === 'session';
      set({ sync, ...(ended ? { expired: true } : {}) });
      if (!carries && !sync.busy && sync.line === 'ok') void leaveVault(name);
    };
    const told = { changed, revoked: () => void withdrawOpen(), anew: () => void refreshMe() };
    device = await openDevice(name, keys, me.id, told);
  }
  set({ phase: 'open', me, device, sync: NO_SYNC });
}

/** A role that carries no files keeps none, nor a PIN, once all that was said before is sent and its answers are read. */
async function leaveVault(name: string): Promise<void> {
  const { device } = state;
  if (device === undefined || (await device.outbox.all()).length > 0) return;
  device.close();
  await (await devices()).forgetVault(name);
  location.reload();
}

export async function choosePin(pin: string): Promise<void> {
  if (state.me === undefined) return;
  const { setPin, storageName } = await devices();
  const name = await storageName(state.me.id);
  await open(name, await setPin(name, pin), state.me);
}

export type UnlockAnswer = 'open' | 'wiped' | 'contact_needed' | { readonly left: number };

export async function unlock(pin: string): Promise<UnlockAnswer> {
  const { storageName, tryPin, wipeDevice } = await devices();
  const name = state.me === undefined ? lastStorageName() : await storageName(state.me.id);
  if (name === undefined) return 'wiped';
  const unlocked = await tryPin(name, pin, online && state.me !== undefined);
  if ('wrong' in unlocked) return { left: unlocked.wrong.left };
  if ('contactNeeded' in unlocked) return 'contact_needed';
  if ('keys' in unlocked) {
    await open(name, unlocked.keys, state.me);
    return 'open';
  }
  tellTabs({ left: true });
  await wipeDevice(name);
  await leaveServer();
  set({ phase: 'signed_out', me: undefined });
  return 'wiped';
}

/** Writes down what is being typed, then forgets the keys. Only where a PIN opens it again. */
export async function lock(): Promise<void> {
  const { device, me } = state;
  if (device === undefined || !hasCaseload(me?.role ?? null)) return;
  await Promise.allSettled([...beforeLock].map((work) => work()));
  device.close();
  // Without the server's word of this minute the offline limit counts again.
  online = online && navigator.onLine && !state.expired;
  set({ phase: 'locked', device: undefined, sync: NO_SYNC });
}

/** Locks because somebody said so: in every tab, as nobody who leaves thinks of those that are not seen. */
export async function lockAll(): Promise<void> {
  if (state.me !== undefined) tellTabs({ locked: state.me.id });
  await lock();
}

/** Ends the session and wipes this device. Where the line is away the server is told at the next start. */
export async function signOut(): Promise<void> {
  const { storageName, wipeDevice } = await devices();
  const name = state.me === undefined ? lastStorageName() : await storageName(state.me.id);
  state.device?.close();
  localStorage.setItem(LEFT, '1');
  tellTabs({ left: true });
  await wipeDevice(name);
  await leaveServer();
  online = false;
  set({ phase: 'signed_out', me: undefined, device: undefined, sync: NO_SYNC, expired: false });
}

/**
 * Before somebody signs in: a sign-out without a line that the server has not heard of yet would end their new
 * session instead of the old one. False where there is still no line.
 */
export async function finishLeaving(): Promise<boolean> {
  return localStorage.getItem(LEFT) === null || leaveServer();
}

/** True once the server has ended the session. */
async function leaveServer(): Promise<boolean> {
  const reply = await call('/api/session', z.unknown(), { method: 'DELETE', patience: 8000 });
  const left = reply.ok || reply.status === 401;
  if (left) localStorage.removeItem(LEFT);
  return left;
}

/** After the own account was changed (language, second factor): what the server says now. */
export async function refreshMe(): Promise<void> {
  const reply = await call('/api/me', meSchema);
  if (!reply.ok) return;
  await state.device?.store.put('me', 'me', reply.value);
  set({ me: reply.value });
}

onSessionEnd(() => {
  online = false;
  if (state.phase !== 'open' || state.expired) return;
  set({ expired: true });
  // Sessions end when a device is withdrawn: asked at once, not with the next round.
  state.device?.nudge();
});

// What one tab shows must not outlive a sign-out in another, nor stand there for whoever signs in next.
onTabs((told) => {
  if (state.phase !== 'open' && state.phase !== 'locked' && state.phase !== 'set_pin') return;
  if ('here' in told) {
    if (told.here !== state.me?.id) location.reload();
    return;
  }
  if ('locked' in told) {
    if (told.locked === state.me?.id) void lock();
    return;
  }
  state.device?.close();
  online = false;
  set({ phase: 'signed_out', me: undefined, device: undefined, sync: NO_SYNC, expired: false });
});
