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

/** Measures this device and answers the least cost at which one guess takes `LEAST_MILLISECONDS`. */
export async function measuredCost(
  clock: () => number = () => performance.now(),
): Promise<PinCost> {
  const salt = new Uint8Array(16);
  await pinKey('warm', salt, { memory: 1024, passes: 1 });
  const begin = clock();
  await pinKey('measure', salt, LEAST_COST);
  const took = Math.max(1, clock() - begin);
  // A fifth on top, so that a measurement on a busy processor does not come out too cheap.
  const passes = Math.ceil((LEAST_COST.passes * LEAST_MILLISECONDS * 1.2) / took);
  return { ...LEAST_COST, passes: Math.min(MOST_PASSES, Math.max(LEAST_COST.passes, passes)) };
}
