import { dayAt } from '#domain/zone.ts';
import { endRound, roundOf } from '../course/end-round.ts';
import { makeRound } from '../course/make-round.ts';
import { runRound } from '../course/run-round.ts';
import { inputOf, keepRun } from '../course/run-steps.ts';
import type { Acting } from '../database.ts';
import { type Database, openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { type DatabaseUrls, withClient } from '../postgres/roles.ts';
import { DEMO_PEOPLE } from './accounts.ts';
import { addCourses, type DemoCourse, demoCourseId } from './courses.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from './demo-places.ts';
import { fixedId } from './fixed-id.ts';
import { addLabourMarket } from './labour.ts';
import { seatsAnswered, wishesForCourses } from './stories/course-wishes.ts';
import { bellsRead } from './stories/stories.ts';
import { telling } from './stories/telling.ts';

const DAY = 86_400_000;

/** Courses whose seats a round has given already; the others of the demo world still take wishes. */
const GIVEN: readonly DemoCourse[] = [
  {
    ...{ code: 'hair', organisation: 'training', occupation: '5141', words: 'hair, sartarosh' },
    name: { en: 'Hairdressing', ru: 'Парикмахерское дело', uz: 'Sartaroshlik' },
    ...{ seats: 2, starts: 12, ends: 100, childcare: true, hours: '9–13' },
  },
  {
    ...{ code: 'cook', organisation: 'training', occupation: '5120', words: 'cook, oshpaz' },
    name: { en: 'Cook for canteens', ru: 'Повар для столовых', uz: 'Oshxona oshpazi' },
    ...{ seats: 3, starts: 15, ends: 75, hours: '14–18' },
  },
  {
    ...{
      code: 'tailor',
      organisation: 'employment',
      occupation: '7531',
      words: 'tailor, bichuvchi',
    },
    name: { en: 'Cutting and tailoring', ru: 'Крой и пошив', uz: 'Bichish va tikish' },
    ...{ seats: 2, starts: 18, ends: 140, hours: '9–15' },
    entry: 'Some practice with a sewing machine.',
  },
];

/**
 * What the first look at work and training finds: figures and vacancies, a round that is over and has
 * given seats, and one for which people may still wish. Only in the world that is shown, not in tests.
 */
export async function seedWorkAndTraining(urls: DatabaseUrls, now: Date): Promise<void> {
  const today = dayAt(now, 'Asia/Tashkent');
  const district = placeId(DEMO_PLACES.district);
  await withClient(urls.owner, async (owner) => {
    await addLabourMarket(owner, today, placeId);
    await addCourses(owner, today, district, GIVEN);
  });
  const database = openDatabase(createPool(urls.app, createLog('silent'), 2, 20_000));
  const tell = telling(database, now);
  const places = { district, other_district: placeId(DEMO_PLACES.other_district) };
  try {
    const over = { id: fixedId('course_round:autumn'), title: 'Courses of the season' };
    await publish(database, tell.moment(48), { ...over, until: tell.day(26), courses: GIVEN });
    await wishesForCourses({ tell, model_id: DEMO_MODEL_ID, ...places });
    const seats = await runAndConfirm(database, now, over.id);
    await seatsAnswered(tell, seats, over.id);
    await bellsRead(database, now);
    const next = { id: fixedId('course_round:next'), title: 'Sewing and baking' };
    const courses = [{ code: 'sewing' }, { code: 'baking' }];
    await publish(database, tell.moment(2), { ...next, until: tell.day(-12), courses });
  } finally {
    await database.end();
  }
}

/** Does something as one of the two coordinators, at a moment. */
async function as<Result>(
  database: Database,
  who: 'jasur' | 'lobar',
  work: (acting: Acting) => Promise<Result>,
): Promise<Result> {
  return database.as<Result>({ kind: 'account', id: DEMO_PEOPLE[who].id }, work);
}

async function publish(
  database: Database,
  at: Date,
  round: {
    readonly id: string;
    readonly title: string;
    readonly until: string;
    readonly courses: readonly { readonly code: string }[];
  },
): Promise<void> {
  const { id, title, until: wishes_until } = round;
  const courses = round.courses.map(({ code }) => demoCourseId(code));
  const priorities = ['urgent' as const, 'waited_days' as const];
  const body = { id, title, courses, priorities, wishes_until };
  const problem = await as(database, 'jasur', (acting) =>
    makeRound(acting, body, { clock: () => at }),
  );
  if (problem !== null) throw new Error(`demo world: round ${JSON.stringify(problem)}`);
}

/** One coordinator runs it, the other confirms it two days later; answers with who was given which seat. */
async function runAndConfirm(
  database: Database,
  now: Date,
  id: string,
): Promise<readonly { case_id: string; course_id: string }[]> {
  const at = (ago: number) => new Date(now.getTime() - ago * DAY);
  const round = await as(database, 'jasur', (acting) => roundOf(acting, id));
  if (round === null) throw new Error('demo world: no round');
  const ran = await runRound(await as(database, 'jasur', (acting) => inputOf(acting, round)));
  if ('problem' in ran) throw new Error(`demo world: round ${JSON.stringify(ran.problem)}`);
  const kept = await as(database, 'jasur', (acting) => keepRun(acting, id, 1, ran, at(21)));
  const confirmed = { state: 'confirmed' } as const;
  const ended = await as(database, 'lobar', (acting) =>
    endRound(acting, id, 2, confirmed, { clock: () => at(19) }),
  );
  if (kept !== null || ended !== null) throw new Error('demo world: the round was not confirmed');
  return as(database, 'jasur', async ({ client }) => {
    const { rows } = await client.query<{ case_id: string; course_id: string }>(
      `select case_id, course_id from course_seat where round_id = $1 and state = 'offered'`,
      [id],
    );
    return rows;
  });
}
