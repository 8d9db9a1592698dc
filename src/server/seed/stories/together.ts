import type { StoryWorld } from './parts.ts';
import { told } from './person.ts';

/** What grandmother and the children agreed on together: a step stands in both children's files. */
export async function together({ tell }: StoryWorld): Promise<void> {
  const [xadicha, sardor, sevinch] = ['xadicha', 'sardor', 'sevinch'].map(
    (key) => told(key).person,
  );
  if (xadicha === undefined || sardor === undefined || sevinch === undefined) return;
  const step = (
    name: string,
    what: string,
    members: string[],
    owner_id: string,
    daysAgo: number,
  ) => ({
    ...{ step_id: tell.id(`together:${name}`), what, members, owner_id },
    due_on: tell.day(daysAgo),
  });
  await tell.people('aziza', [20, '12:00'], 'together', 'agree_family_goal', {
    ...{ household_id: tell.id('home:xadicha'), goal_id: tell.id('together') },
    ...{ domain: 'family', words: 'A table where all of us sit down in the evening' },
    agreed: [xadicha, sardor],
    steps: [
      step('desk', 'Paint the desk by the window', [xadicha, sardor, sevinch], sardor, 6),
      step('bread', 'Bake bread together on Fridays', [xadicha, sevinch], xadicha, -10),
      step('aunt', 'Invite the aunt for New Year', [xadicha, sardor, sevinch], xadicha, -25),
    ],
  });
  await tell.people('aziza', [6, '16:00'], 'together', 'end_family_step', {
    ...{ step_id: tell.id('together:desk'), outcome: 'done' },
  });
}
