import type { Receipt } from '#domain/case/receipt.ts';
import type { Acting } from '../database.ts';
import type { PlainContent } from '../plain-content.ts';

/** The receipts of a file, as row-level security lets this actor see them. */
export async function receiptsOf(acting: Acting, caseId: string): Promise<Receipt[]> {
  const rows = await acting.tx
    .selectFrom('assistance_receipt')
    .select(['id', 'assistance_id', 'media_type', 'bytes', 'added_by', 'added_at'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map(({ added_by, added_at, media_type, ...row }) => ({
    ...{ ...row, media_type: media_type as PlainContent['type'] },
    added_at: new Date(added_at).toISOString(),
    may_remove: added_by === acting.actor.id || acting.role === 'supervisor',
  }));
}

/** Whether this was given in a file of the actor's, and is not taken back. */
export async function isGiven(acting: Acting, caseId: string, assistanceId: string) {
  const found = await acting.tx
    .selectFrom('assistance')
    .select('id')
    .where('case_id', '=', caseId)
    .where('id', '=', assistanceId)
    .where('withdrawn', '=', false)
    .executeTakeFirst();
  return found !== undefined;
}

export interface KeyedReceipt {
  readonly id: string;
  readonly case_id: string;
  readonly media_type: string;
  readonly key: Buffer;
}

/** A receipt with its key; undefined where there is none for this actor. */
export async function keyedReceipt(acting: Acting, id: string): Promise<KeyedReceipt | undefined> {
  return acting.tx
    .selectFrom('assistance_receipt')
    .select(['id', 'case_id', 'media_type', 'key'])
    .where('id', '=', id)
    .executeTakeFirst();
}
