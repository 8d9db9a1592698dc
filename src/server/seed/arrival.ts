import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { guessedPlan } from '../arrival/guessed-plan.ts';
import { importList } from '../arrival/import-list.ts';
import { groundOf } from '../arrival/list-ground.ts';
import { addList, moveOn, savePlan } from '../arrival/list-rows.ts';
import { openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { DEMO_PEOPLE } from './accounts.ts';

const LIST = fileURLToPath(new URL('../../../seed/arrival-list.csv', import.meta.url));

/**
 * Imports the demo world's arrival list as its intake officer would: the same reading, the same rules,
 * the same row-level security. `appUrl` is the application's role, not the owner's.
 */
export async function seedArrivalList(appUrl: string): Promise<void> {
  const clock = () => new Date();
  const database = openDatabase(createPool(appUrl, createLog('silent'), 2));
  const actor = { kind: 'account', id: DEMO_PEOPLE.dilnoza.id } as const;
  const listId = v7();
  const file = { name: 'arrival-list.csv', open: () => createReadStream(LIST) };
  try {
    const guessed = await guessedPlan(file, 'conflict_zone');
    if ('problem' in guessed) throw new Error(`seed/arrival-list.csv: ${guessed.problem.code}`);
    const { mapping } = guessed;
    const plan = {
      mapping: { ...mapping, date_order: 'day_first', first_of_january: 'year_only' },
    } as const;
    const ground = await database.as(actor, async (acting) => {
      const found = await groundOf(acting, clock());
      if (found === null) throw new Error('the demo world has no intake officer');
      const place_path = found.place_paths.get(found.place_id) ?? [];
      await addList(acting, { id: listId, place_path, at: clock() }, null);
      await savePlan(acting, listId, plan);
      await moveOn(acting, listId, ['open'], 'importing', clock());
      return found;
    });
    const done = await importList({ database, listId, file, plan, ground, clock });
    if ('problem' in done) throw new Error(`seed/arrival-list.csv: ${done.problem.code}`);
  } finally {
    await database.end();
  }
}
