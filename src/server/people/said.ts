import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Actor } from '#domain/access/role.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';
import { canonical } from '../case/chain.ts';
import type { Acting } from '../database.ts';

/** One command with who says it and when; what a handler writes carries it. */
export interface Said {
  readonly command_id: string;
  readonly kind: string;
  readonly actor: Actor;
  readonly device_id: string | null;
  readonly said_at: string;
  readonly now: Date;
}

/** What a handler says. It refuses before it has written anything. */
export type Written =
  | { readonly answer: 'applied' | 'conflict' }
  | { readonly answer: 'refused' | 'stale'; readonly problem: Problem }
  | { readonly answer: 'gone' };

export const APPLIED: Written = { answer: 'applied' };
export const GONE: Written = { answer: 'gone' };

export function refused(code: ProblemCode): Written {
  return { answer: 'refused', problem: { code } };
}

/** Nobody was born on a day that has not begun anywhere; a slip of the year would make a child of an adult. */
export function bornAhead(path: string): Written {
  const code = 'day_in_the_future';
  return { answer: 'refused', problem: { code, fields: [{ path, code }] } };
}

export function stale(code: ProblemCode): Written {
  return { answer: 'stale', problem: { code } };
}

/** The audit row of a change: which fields, and a salted hash of their values; never the values. */
export async function noteChange(
  acting: Acting,
  said: Said,
  personId: string,
  version: number,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const salt = randomBytes(16);
  const hash = createHash('sha256').update(salt).update(canonical(values)).digest();
  await acting.tx
    .insertInto('person_change')
    .values({
      ...{ id: uuid(), person_id: personId, command_id: said.command_id, kind: said.kind },
      ...{ fields: Object.keys(values), version, salt, hash, role: acting.role ?? 'none' },
      ...{ actor_kind: said.actor.kind, actor_id: said.actor.id, device_id: said.device_id },
      ...{ said_at: said.said_at, recorded_at: said.now },
    })
    .execute();
}
