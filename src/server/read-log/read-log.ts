import { v7 as uuid } from 'uuid';
import type { Acting, Statement } from '../database.ts';

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
  await acting.client.query(readRow(acting, read, now));
}

/** The statement that writes it down, for a hot path that sends it along with the commit. */
export function readRow(acting: Acting, read: Read, now: Date): Statement {
  return {
    name: 'log_read',
    text: `insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, case_id,
        person_id, details)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
    values: [
      ...[read.id ?? uuid(), now, acting.actor.kind, acting.actor.id, acting.role ?? 'none'],
      ...[acting.organisation_id, read.action, read.case_id ?? null, read.person_id ?? null],
      JSON.stringify(read.details ?? {}),
    ],
  };
}
