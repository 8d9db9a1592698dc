/** How dear a guess is; stored beside the salt so that later devices may make it dearer. */
export interface PinCost {
  /** KiB of memory. */
  readonly memory: number;
  readonly passes: number;
}

/** Argon2id as the OWASP list and RFC 9106 (second choice) have it: 64 MiB, three passes, one lane. */
export const LEAST_COST: PinCost = { memory: 65_536, passes: 3 };
/** A guess shall cost this many milliseconds or more on the device that set the PIN. */
export const LEAST_MILLISECONDS = 100;
const MOST_PASSES = 24;

/** The AES key that a PIN stands for. The PIN is used as typed, in Unicode's composed form. */
export async function pinKey(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  cost: PinCost,
): Promise<CryptoKey> {
  const { argon2id } = await import('hash-wasm');
  const raw = await argon2id({
    password: pin.normalize('NFC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  const bytes = new Uint8Array(raw);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * The key of a PIN that is being set, and what a guess at it costs: the least cost where that takes
 * `LEAST_MILLISECONDS` here, so that a slow phone works once, and more passes where the device is quick.
 */
export async function newPinKey(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  clock: () => number = () => performance.now(),
  least = LEAST_COST,
): Promise<{ key: CryptoKey; cost: PinCost }> {
  // What the first call compiles is no part of a guess.
  await pinKey('warm', salt, { memory: 1024, passes: 1 });
  const begin = clock();
  const key = await pinKey(pin, salt, least);
  const took = Math.max(1, clock() - begin);
  // A fifth on top, so that a measurement on a busy processor does not come out too cheap.
  const wanted = Math.ceil((least.passes * LEAST_MILLISECONDS * 1.2) / took);
  if (wanted <= least.passes) return { key, cost: least };
  const cost = { ...least, passes: Math.min(MOST_PASSES, wanted) };
  return { key: await pinKey(pin, salt, cost), cost };
}
