import type { Database } from '../../database.ts';
import { DEMO_PEOPLE } from '../accounts.ts';
import { talksWithNargiza, worryAboutGirl } from './care.ts';
import { birthCertificate, girlEntersSchool, grandmothersHome } from './children.ts';
import { elsewhere, furtherElsewhere } from './elsewhere.ts';
import { completed, movedOn } from './endings.ts';
import { cameByHimself, motherOfThree } from './homecoming.ts';
import type { StoryWorld } from './parts.ts';
import { toGrandmother, waitsInReception, withFosterFamily } from './placements.ts';
import { lateStep, planWaits, twoVersions } from './plans.ts';
import { telling } from './telling.ts';
import { backToWork, bakerTeaches, learnsSewing } from './work.ts';

/** Stories that name people of one household stand in one line; the lines are told side by side. */
const LINES: readonly (readonly ((world: StoryWorld) => Promise<void>)[])[] = [
  [motherOfThree, cameByHimself, girlEntersSchool, elsewhere],
  [grandmothersHome, twoVersions, birthCertificate, lateStep],
  [learnsSewing, bakerTeaches, planWaits, furtherElsewhere, toGrandmother],
  [
    backToWork,
    completed,
    movedOn,
    talksWithNargiza,
    worryAboutGirl,
    withFosterFamily,
    waitsInReception,
  ],
];

/**
 * The files of the demo world, told through the one command path as if its people had worked on them
 * over the past months; dates lie around `now`, so that there is something to do on every first day.
 */
export async function tellStories(
  database: Database,
  now: Date,
  places: Pick<StoryWorld, 'model_id' | 'district' | 'other_district'>,
): Promise<void> {
  const world = { tell: telling(database, now), ...places };
  await Promise.all(
    LINES.map(async (stories) => {
      for (const story of stories) await story(world);
    }),
  );
  await bellsRead(database, now);
}

/** What happened long ago has been seen: a bell that rings for months tells nobody anything. */
export async function bellsRead(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 3 * 86_400_000);
  for (const { id } of Object.values(DEMO_PEOPLE)) {
    await database.as({ kind: 'account', id }, ({ client }) =>
      client.query('update notification set read_at = created_at where created_at < $1', [before]),
    );
  }
}
