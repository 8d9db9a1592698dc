import { createHash, randomFillSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fact } from '#domain/case/fact.ts';

/** What a fact's hash is over, beside its body's hash and the hash before it. */
export interface Sealed {
  readonly fact: Omit<Fact, 'body'>;
  readonly position: number;
  readonly device_id: string | null;
}

/** Canonical JSON text (RFC 8785), as it is stored and hashed. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not JSON');
  return text;
}

/** SHA-256 over salt and stored bytes: an erased body cannot be guessed from its hash. */
export function bodyHash(salt: Buffer, body: string): Buffer {
  return createHash('sha256').update(salt).update(body).digest();
}

/** The hash of one link: everything that is said of a fact, its body's hash, and the link before. */
export function linkHash(sealed: Sealed, body: Buffer, previous: Buffer): Buffer {
  const { fact, position, device_id } = sealed;
  const head = canonical({
    id: fact.id,
    case_id: fact.case_id,
    position,
    kind: fact.kind,
    version: fact.version,
    compartment: fact.compartment,
    actor: [fact.actor.kind, fact.actor.id],
    role: fact.role,
    device_id,
    said_at: fact.said_at,
    recorded_at: fact.recorded_at,
  });
  return createHash('sha256').update(previous).update(body).update(head).digest();
}

const SALT = 16;
/** Drawn for 256 salts at once: asking the system for one takes longer than the hashes of a fact. */
const drawn = Buffer.alloc(SALT * 256);
let used = drawn.length;

function freshSalt(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += SALT;
  return Buffer.from(drawn.subarray(used - SALT, used));
}

/** Facts as they are stored: canonical bodies with fresh salts, chained on to what the case had. */
export function sealFacts(
  facts: readonly Fact[],
  expected: number,
  before: Buffer,
  device_id: string | null,
) {
  let previous = before;
  const rows = facts.map((fact, index) => {
    const position = expected + index + 1;
    const salt = freshSalt();
    const body = canonical(fact.body);
    const hashOfBody = bodyHash(salt, body);
    const hash = linkHash({ fact, position, device_id }, hashOfBody, previous);
    const { id, kind, version, compartment, said_at, recorded_at } = fact;
    const row = {
      ...{ id, position, kind, version, compartment, said_at, recorded_at, body, device_id },
      salt: salt.toString('hex'),
      body_hash: hashOfBody.toString('hex'),
      previous_hash: previous.toString('hex'),
      hash: hash.toString('hex'),
    };
    previous = hash;
    return row;
  });
  return { rows, hash: previous };
}
