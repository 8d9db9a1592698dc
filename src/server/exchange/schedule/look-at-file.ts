import { setImmediate as others } from 'node:timers/promises';
import { type FoundInFile, foundInSession } from '#domain/exchange/schedule/found-in-file.ts';
import type { ReadSchedule } from '#domain/exchange/schedule/read-schedule.ts';

/** What the check of people finds in a file, session by session, so that a long file keeps nobody else waiting. */
export async function lookAtFile({ sessions }: ReadSchedule): Promise<FoundInFile[]> {
  const told = new Set<string>();
  const found: FoundInFile[] = [];
  for (const session of sessions) {
    found.push(...foundInSession(session, told));
    await others();
  }
  return found;
}
