import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
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
const DAY = 86_400_000;
/** The day of arrival that stands in the list. */
const ARRIVED = Date.parse('2026-11-12');

/**
 * Imports the demo world's arrival list as its intake officer would: the same reading, the same rules,
 * the same row-level security. `appUrl` is the application's role, not the owner's. The list came five
 * weeks before `now`, so that at least one month with it is over and has its numbers.
 */
export async function seedArrivalList(appUrl: string, now: Date): Promise<void> {
  const clock = () => new Date(now.getTime() - 36 * DAY);
  const database = openDatabase(createPool(appUrl, createLog('silent'), 2, 20_000));
  const actor = { kind: 'account', id: DEMO_PEOPLE.dilnoza.id } as const;
  const listId = v7();
  const text = moved(readFileSync(LIST, 'utf8'), clock().getTime() - DAY);
  const file = { name: 'arrival-list.csv', open: () => Readable.from([Buffer.from(text)]) };
  try {
    const guessed = await guessedPlan(file, 'conflict_zone');
    if ('problem' in guessed) throw new Error(`seed/arrival-list.csv: ${guessed.problem.code}`);
    const { mapping } = guessed;
    const plan = {
      mapping: {
        ...mapping,
        date_order: 'day_first',
        first_of_january: 'year_only',
        short_years: 'leave_out',
      },
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

/** The list as if its people had arrived on the day of `arrived`: the youngest are born earlier too. */
function moved(list: string, arrived: number): string {
  const days = Math.floor((arrived - ARRIVED) / DAY);
  return list.replace(/\b(\d\d)\.(\d\d)\.(202[56])\b/g, (date, day, month, year) => {
    // The first of January stands for a year alone.
    if (day === '01' && month === '01') return date;
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days));
    return at.toISOString().slice(0, 10).split('-').reverse().join('.');
  });
}
