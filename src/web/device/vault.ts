import { newPinKey, type PinCost, pinKey } from './pin-key.ts';
import {
  newMaster,
  type Sealed,
  type StoreKeys,
  sealBytes,
  storeKeys,
  unsealBytes,
} from './sealing.ts';
import type { Storage } from './storage.ts';

/** Wrong PINs in a row until the device forgets everything. */
export const TRIES = 10;
/** How long a device may be unlocked without having spoken to the server, in milliseconds. */
export const OFFLINE_LIMIT = 12 * 60 * 60 * 1000;
export const SHORTEST_PIN = 6;

/**
 * What a device keeps to be able to unlock: never the PIN, never the master, but the master wrapped
 * twice, inside by the key of the PIN and outside by a key that this browser holds and does not give out.
 */
export interface VaultHead {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: PinCost;
  readonly deviceKey: CryptoKey;
  readonly wrapped: Sealed;
  /** The IV of the inner wrapping. */
  readonly innerIv: Uint8Array<ArrayBuffer>;
  readonly wrong: number;
  /** The device's clock (milliseconds) when the server last answered to this account. */
  readonly contact: number;
  /** The latest time that this device has seen: a clock turned back does not lengthen the limit. */
  readonly latest: number;
  /** The id under which the server knows this device. */
  readonly device: string;
}

export type Unlocked =
  | { readonly keys: StoreKeys; readonly device: string }
  | { readonly wrong: { readonly left: number } }
  /** The limit is over: the server must be asked first (sign in again). */
  | { readonly contactNeeded: true }
  | { readonly wiped: true }
  | { readonly empty: true };

/** Makes the store's keys under a new PIN. What lay in the storage before is wiped first. */
export async function createVault(
  storage: Storage,
  pin: string,
  device: string,
  now: number,
  cost?: PinCost,
): Promise<StoreKeys> {
  await storage.wipe();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const made = cost ? { key: await pinKey(pin, salt, cost), cost } : await newPinKey(pin, salt);
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const master = newMaster();
  const inner = await sealBytes(made.key, master, 'pin');
  const wrapped = await sealBytes(deviceKey, inner.bytes, 'device');
  await storage.writeHead({
    salt,
    cost: made.cost,
    deviceKey,
    wrapped,
    innerIv: inner.iv,
    wrong: 0,
    contact: now,
    latest: now,
    device,
  });
  const keys = await storeKeys(master);
  master.fill(0);
  return keys;
}

/**
 * Tries a PIN. A try is counted before it is made, so that pulling the plug gives no free guess; the
 * tenth wrong one in a row wipes. `online` = the server has just confirmed this account's session.
 */
export async function unlockVault(
  storage: Storage,
  pin: string,
  now: number,
  online: boolean,
): Promise<Unlocked> {
  const head = await storage.readHead();
  if (head === undefined) return { empty: true };
  const latest = Math.max(head.latest, now);
  if (!online && contactOver(head, now)) {
    await storage.writeHead({ ...head, latest });
    return { contactNeeded: true };
  }
  const wrong = head.wrong + 1;
  await storage.writeHead({ ...head, wrong, latest });
  const master = await unwrapped(head, pin);
  if (master === undefined) {
    if (wrong < TRIES) return { wrong: { left: TRIES - wrong } };
    await storage.wipe();
    return { wiped: true };
  }
  const contacted = online ? { contact: now, latest: now } : { contact: head.contact, latest };
  await storage.writeHead({ ...head, wrong: 0, ...contacted });
  const keys = await storeKeys(master);
  master.fill(0);
  return { keys, device: head.device };
}

/** Notes that the server has answered to this account: the offline limit begins anew. */
export async function noteContact(storage: Storage, now: number): Promise<void> {
  const head = await storage.readHead();
  if (head !== undefined) await storage.writeHead({ ...head, contact: now, latest: now });
}

/** True where the device may not be opened before the server has been asked. */
export function contactOver(head: VaultHead, now: number): boolean {
  return Math.max(head.latest, now) - head.contact > OFFLINE_LIMIT;
}

async function unwrapped(
  head: VaultHead,
  pin: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const inner = await unsealBytes(head.deviceKey, head.wrapped, 'device');
  const key = await pinKey(pin, head.salt, head.cost);
  try {
    return await unsealBytes(key, { iv: head.innerIv, bytes: inner }, 'pin');
  } catch {
    return undefined;
  }
}
