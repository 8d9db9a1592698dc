import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { turns } from './turns.ts';

/** What trying one password costs: KiB of memory, passes over it. One lane. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
}

/** Argon2id, 64 MiB, three passes (guarantees S14; RFC 9106 second recommendation's memory). */
export const PASSWORD_COST: PasswordCost = { memory: 65_536, passes: 3 };
const LANES = 1;
const TAG_BYTES = 32;

/** Two at once keep both the cores and the memory for everybody else; more wait their turn. */
const inTurn = turns(2, 40);

const derive = promisify(argon2);

/** Hashes a new password into PHC form: `$argon2id$v=19$m=65536,t=3,p=1$salt$tag`. */
export async function hashPassword(
  password: string,
  { memory, passes }: PasswordCost = PASSWORD_COST,
): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await inTurn(() => argon2id(password, nonce, memory, passes, LANES));
  const cost = `m=${memory},t=${passes},p=${LANES}`;
  return `$argon2id$v=19$${cost}$${unpadded(nonce)}$${unpadded(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** True where the password made this hash, compared in constant time; false for any other text. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, lanes, salt, tag] = PHC.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, 'base64');
  const nonce = Buffer.from(salt, 'base64');
  const found = await inTurn(() =>
    argon2id(password, nonce, Number(memory), Number(passes), Number(lanes)),
  );
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function argon2id(
  password: string,
  nonce: Buffer,
  memory: number,
  passes: number,
  parallelism: number,
): Promise<Buffer> {
  // The same letters typed on another keyboard are the same password (NFC).
  const message = Buffer.from(password.normalize('NFC'));
  const parameters: Argon2Parameters = {
    message,
    nonce,
    parallelism,
    tagLength: TAG_BYTES,
    memory,
    passes,
  };
  return derive('argon2id', parameters);
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
