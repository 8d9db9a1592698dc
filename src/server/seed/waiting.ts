import { openDatabase } from '../database.ts';
import { say } from '../journal.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { DEMO_PEOPLE } from './accounts.ts';
import { DEMO_PLACES, placeId } from './demo-places.ts';
import { fixedId } from './fixed-id.ts';
import { told } from './stories/person.ts';
import { telling } from './stories/telling.ts';

const DAY = 86_400_000;

/**
 * What the first look at a supervisor's screens finds: who is on duty in the coming days, who stands in and so can
 * confirm what the supervisor proposes, and a decision of the district's commission that its agency has not answered.
 * Only in the world that is shown, not in tests.
 */
export async function seedWaiting(appUrl: string, now: Date): Promise<void> {
  const database = openDatabase(createPool(appUrl, createLog('silent'), 1, 20_000));
  const gulnora = { kind: 'account', id: DEMO_PEOPLE.gulnora.id } as const;
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  try {
    await database.as(gulnora, ({ tx }) =>
      tx
        .insertInto('duty')
        .values(
          (
            [
              ['nargiza', -1, 3],
              ['gulnora', 3, 7],
              ['nargiza', 7, 10],
            ] as const
          ).map(([who, from, until], index) => ({
            ...{ id: fixedId(`duty:${index}`), place_id: placeId(DEMO_PLACES.district) },
            ...{ account_id: DEMO_PEOPLE[who].id, from_at: at(from), until_at: at(until) },
            ...{ kept_by: gulnora.id, kept_at: now },
          })),
        )
        .execute(),
    );
    await database.as(gulnora, ({ tx }) =>
      tx
        .insertInto('stand_in')
        .values({
          ...{ id: fixedId('stand-in:0'), place_id: placeId(DEMO_PLACES.district) },
          ...{ account_id: DEMO_PEOPLE.shahnoza.id, from_at: at(-1), until_at: at(60) },
          ...{ kept_by: gulnora.id, kept_at: now },
        })
        .execute(),
    );
    const tell = telling(database, now);
    const { case: case_id } = told('gulbahor');
    const matter_id = fixedId('matter:stove');
    const put = {
      ...{ matter_id, step_id: tell.id(`step:${case_id}:stove`), commission: 'district' },
      ...{ session_on: tell.day(20), asked: 'A new stove before the frost' },
    };
    const decided = {
      ...{ matter_id, number: '14', decided_on: tell.day(20), agency: 'social_protection' },
      ...{ what: 'A stove from the reserve of the district', due_on: tell.day(3) },
    };
    for (const [kind, body] of [
      ['put_to_commission', put],
      ['record_decision', decided],
    ] as const) {
      const said = {
        actor: { kind: 'account', id: DEMO_PEOPLE.aziza.id },
        device_id: null,
      } as const;
      const command = { id: fixedId(`waiting:${kind}`), case_id, kind, body };
      const envelope = { ...command, said_at: now.toISOString() };
      const { answer, problem } = await say(database, envelope, { ...said, now });
      if (answer !== 'applied') throw new Error(`demo world: ${kind} ${JSON.stringify(problem)}`);
    }
  } finally {
    await database.end();
  }
}
