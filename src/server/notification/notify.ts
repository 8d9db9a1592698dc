import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Role } from '#domain/access/role.ts';
import type { Acting } from '../database.ts';

/** What is told: a code, and ids only; never content and no name. */
export interface Told {
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
  readonly now: Date;
  /** Accounts that are not told: whoever did it, whom it is about. */
  readonly except?: readonly (string | undefined)[];
  /** Told beside the holders. */
  readonly also?: readonly string[];
}

/** Tells everybody who holds one of the roles at one of the places (null: anywhere), in the transaction that did it. */
export async function notifyHolders(
  acting: Acting,
  roles: readonly Role[],
  places: readonly string[] | null,
  { kind, details, now, except = [], also = [] }: Told,
): Promise<void> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct account_id from unnest(${roles}::text[]) as wanted(role),
      holders_of(wanted.role, ${places}::uuid[]) as account_id`.execute(acting.tx);
  const all = new Set([...rows.map(({ account_id }) => account_id), ...also]);
  const told = [...all].filter((account) => !except.includes(account));
  if (told.length === 0) return;
  await acting.tx
    .insertInto('notification')
    .values(
      told.map((account_id) => ({
        ...{ id: uuid(), account_id, kind, created_at: now },
        details: JSON.stringify(details),
      })),
    )
    .execute();
}
