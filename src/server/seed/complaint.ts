import { openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { DEMO_PEOPLE } from './accounts.ts';
import { fixedId } from './fixed-id.ts';

const DAY = 86_400_000;

/**
 * One complaint under way: said without an account four days before `now`, acknowledged two days later.
 * Nobody has its code, and it names no file.
 */
export async function seedComplaint(appUrl: string, now: Date): Promise<void> {
  const database = openDatabase(createPool(appUrl, createLog('silent'), 1, 20_000));
  const id = fixedId('complaint:interpreter');
  const said = {
    ...{ about: 'interpreter', came_by: 'self', language: 'uz', answer_way: 'code' },
    words: 'Tarjimon mening gaplarimni qisqartirib aytdi va qoʻshnimni tanishini aytdi.',
    wish: 'Keyingi safar boshqa tarjimon boʻlsin.',
    ...{ anonymous: true, about_child: false },
  };
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY);
  const officer = { kind: 'account', id: DEMO_PEOPLE.zebo.id } as const;
  try {
    await database.pool.query('select receive_complaint($1, $2, $3, $4)', [
      ...[id, `demo:${id}`, JSON.stringify(said), at(4)],
    ]);
    await database.as(officer, ({ tx }) =>
      tx
        .insertInto('complaint_event')
        .values({
          ...{ id: fixedId('complaint:interpreter:acknowledged'), complaint_id: id },
          ...{ kind: 'acknowledged', at: at(2), by_account: officer.id },
        })
        .execute(),
    );
  } finally {
    await database.end();
  }
}
