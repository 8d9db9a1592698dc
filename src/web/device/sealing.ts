/** What lies on the device: an opaque place and bytes that say nothing without the keys. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The two keys of an open store. Neither can be exported; both are forgotten on lock. */
export interface StoreKeys {
  readonly content: CryptoKey;
  readonly ids: CryptoKey;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Lengths are rounded up to this, so that the size of a ciphertext does not tell a short word from a long one. */
const PADDING = 256;

/** A fresh master secret of 256 bits. Whoever holds it holds the store: it is only ever kept wrapped. */
export function newMaster(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** Derives the content key (AES-256-GCM) and the id key (HMAC-SHA-256) from the master by HKDF. */
export async function storeKeys(master: Uint8Array<ArrayBuffer>): Promise<StoreKeys> {
  const base = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const from = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: encoder.encode(info),
  });
  const content = await crypto.subtle.deriveKey(
    from('content'),
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const ids = await crypto.subtle.deriveKey(
    from('ids'),
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  return { content, ids };
}

/** The place of a row on the device: an HMAC of its table and real id, so that neither can be guessed. */
export async function opaqueId(keys: StoreKeys, table: string, id: string): Promise<string> {
  const mark = await crypto.subtle.sign('HMAC', keys.ids, encoder.encode(`${table}\u0000${id}`));
  return [...new Uint8Array(mark)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Encrypts a value under a fresh IV; the additional data binds it to its table and place. */
export async function seal(
  key: CryptoKey,
  table: string,
  place: string,
  value: unknown,
): Promise<Sealed> {
  const text = encoder.encode(JSON.stringify(value));
  // JSON takes spaces at its end without a word, so the padding needs no mark of its own.
  const plain = new Uint8Array(Math.ceil(text.length / PADDING) * PADDING).fill(0x20);
  plain.set(text);
  return sealBytes(key, plain, `${table}\u0000${place}`);
}

/** The value again, or an exception where the bytes were changed or moved to another place. */
export async function unseal(
  key: CryptoKey,
  table: string,
  place: string,
  sealed: Sealed,
): Promise<unknown> {
  const plain = await unsealBytes(key, sealed, `${table}\u0000${place}`);
  return JSON.parse(decoder.decode(plain));
}

export async function sealBytes(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  binding: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = encoder.encode(binding);
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return { iv, bytes: new Uint8Array(bytes) };
}

export async function unsealBytes(
  key: CryptoKey,
  sealed: Sealed,
  binding: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const additionalData = encoder.encode(binding);
  const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.bytes));
}
