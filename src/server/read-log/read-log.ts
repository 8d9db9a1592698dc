import { v7 as uuid } from 'uuid';
import type { Acting } from '../database.ts';

export interface Read {
  /** `opened`, `listed`, `searched`, `pulled`, `printed`, `exported`, `denied` … */
  readonly action: string;
  readonly case_id?: string | null;
  readonly person_id?: string | null;
  /** Codes and counts only. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly id?: string;
}

/** Writes down that something was read, in the transaction that reads it (guarantees S12). */
export async function logRead(acting: Acting, read: Read, now: Date): Promise<void> {
  await acting.tx
    .insertInto('read_log')
    .values({
      id: read.id ?? uuid(),
      at: now,
      actor_kind: acting.actor.kind,
      actor_id: acting.actor.id,
      role: acting.role ?? 'none',
      organisation_id: acting.organisation_id,
      action: read.action,
      case_id: read.case_id ?? null,
      person_id: read.person_id ?? null,
      details: JSON.stringify(read.details ?? {}),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
