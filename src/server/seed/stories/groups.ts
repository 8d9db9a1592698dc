import type { DemoName } from '../accounts.ts';
import {
  demoGroupId,
  demoGroupOrganisation,
  demoSessionDaysAgo,
  demoSessionId,
} from '../groups.ts';
import type { fileOf } from './parts.ts';
import type { When } from './telling.ts';

interface InGroup {
  readonly by: DemoName;
  readonly called: string;
  readonly children: number;
  /** Days ago. */
  readonly joined: number;
  readonly when: When;
  /** Whether the person came to the newest session, the one before it, and so on. */
  readonly came: readonly boolean[];
  /** Days ago; without it the person still takes part. */
  readonly left?: number;
}

/** Somebody takes part in a group: joined, came, did not come, perhaps left. */
export async function inGroup(
  { tell, file }: ReturnType<typeof fileOf>,
  code: string,
  { by, called, children, joined, when, came, left }: InGroup,
): Promise<void> {
  const compartment = code === 'evenings' ? 'psychosocial' : 'general';
  const participation_id = tell.id(`participation:${file.person}:${code}`);
  await tell.say(file, by, when, 'join_group', {
    ...{ participation_id, group_id: demoGroupId(code), compartment, called, children },
    ...{ organisation_id: demoGroupOrganisation(code), on: tell.day(joined) },
    agreed_by_person: true,
  });
  for (const [weeksAgo, attended] of came.entries()) {
    await tell.say(file, by, when, 'note_attendance', {
      ...{ participation_id, compartment, group_session_id: demoSessionId(code, weeksAgo) },
      ...{ on: tell.day(demoSessionDaysAgo(code, weeksAgo)), attended },
    });
  }
  if (left === undefined) return;
  await tell.say(file, by, when, 'leave_group', {
    ...{ participation_id, compartment, on: tell.day(left) },
  });
}
