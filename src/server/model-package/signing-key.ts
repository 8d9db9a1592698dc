import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageSignature, VerifySignature } from '#domain/model-package/package-file.ts';

/** The instance's own key: it says from which house a package came, of no person in it. */
export interface SigningKey {
  /** Raw 32 bytes, base64url. */
  readonly public_key: string;
  sign(text: string): PackageSignature;
}

/**
 * The key of this instance. It is made on first use and lies beside the other secrets, readable for the
 * server's user alone; of two that make it at once, the first one holds.
 */
export async function signingKey(dataDirectory: string, newId: () => string): Promise<SigningKey> {
  const path = join(dataDirectory, 'package-key.pem');
  const held = await readFile(path, 'utf8').catch(absent);
  if (held !== null) return keyOf(createPrivateKey(held));
  await mkdir(dataDirectory, { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  // Written aside and put in place whole: nobody reads half a key.
  const aside = `${path}.${newId()}`;
  await writeFile(aside, pem, { mode: 0o600, flag: 'wx' });
  await link(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside);
  return keyOf(createPrivateKey(await readFile(path, 'utf8')));
}

/** Whether the key that a package names signed it. What is no key at all signed nothing. */
export const verifySignature: VerifySignature = (signed, by) => {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: by.public_key };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return verify(null, Buffer.from(signed), key, Buffer.from(by.value, 'base64url'));
  } catch {
    return false;
  }
};

/** What people compare: SHA-256 over the raw public key, in groups of four. */
export function fingerprint(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return (hash.slice(0, 40).match(/.{4}/g) ?? []).join(' ');
}

/** The name of a file: SHA-256 over its bytes. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function keyOf(privateKey: KeyObject): SigningKey {
  const { x: public_key = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    public_key,
    sign: (text) => ({
      ...{ algorithm: 'Ed25519', public_key },
      value: sign(null, Buffer.from(text), privateKey).toString('base64url'),
    }),
  };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
