import { type HelperTask, inOrder } from '#domain/match/helper-round.ts';
import { openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { assign } from '../match/assign-work.ts';
import { keepHelperRound } from '../match/helper-round-rows.ts';
import { createPool } from '../pool.ts';
import { type DatabaseUrls, withClient } from '../postgres/roles.ts';
import { DEMO_PEOPLE } from './accounts.ts';
import { fixedId } from './fixed-id.ts';

const HOUR = 3_600_000;
/** Seats in each car; kilometres from each car to each family, and how many of it go along. */
const CARS = [
  { id: 'Car 1', capacity: 4 },
  { id: 'Car 2', capacity: 7 },
];
const FAMILIES = [
  { load: 3, kilometres: [5, 12] },
  { load: 1, kilometres: [4, 9] },
  { load: 2, kilometres: [6, 7] },
  { load: 4, kilometres: [null, 14] },
] as const;

/** Rides that one coordinator has worked out, and that wait for the other. Only in the world that is shown. */
export async function seedRides(urls: DatabaseUrls, now: Date): Promise<void> {
  const numbers = await withClient(urls.owner, async (owner) => {
    const { rows } = await owner.query<{ number: string }>(
      'select number from case_file where closed_at is null order by opened_at, id limit $1',
      [FAMILIES.length],
    );
    return rows.map(({ number }) => number);
  });
  const task: HelperTask = inOrder({
    helpers: CARS,
    requests: numbers.map((id) => ({ id })),
    pairs: numbers.flatMap((request, at) =>
      CARS.flatMap(({ id: helper }, car) => {
        const { load, kilometres } = FAMILIES[at] ?? { load: 1, kilometres: [] };
        const cost = kilometres[car] ?? null;
        return cost === null ? [] : [{ helper, request, cost, load }];
      }),
    ),
  });
  const result = await assign(task, 20);
  const database = openDatabase(createPool(urls.app, createLog('silent'), 1, 20_000));
  try {
    const named = { id: fixedId('helper_round:clinic'), title: 'To the clinic on Tuesday' };
    const at = new Date(now.getTime() - 3 * HOUR);
    await database.as({ kind: 'account', id: DEMO_PEOPLE.jasur.id }, (acting) =>
      keepHelperRound(acting, { ...named, kind: 'transport' }, { task, result, at }),
    );
  } finally {
    await database.end();
  }
}
