import { v7 as uuid } from 'uuid';
import type { Acting } from '../database.ts';
import type { Said } from './said.ts';

/** Keeps a value that lost beside the one that stands, until a human decides between them. */
export async function keepBeside(
  acting: Acting,
  personId: string,
  field: string,
  losing: unknown,
  said: Said,
): Promise<void> {
  await acting.tx
    .insertInto('field_conflict')
    .values({
      ...{ id: uuid(), table_name: 'person', row_id: personId, person_id: personId, field },
      ...{ losing: JSON.stringify(losing), said_by: said.actor.id, said_at: said.said_at },
      ...{ settled_by: null, settled_at: null },
    })
    .execute();
}
