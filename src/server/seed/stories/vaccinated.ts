import { DEMO_PEOPLE } from '../accounts.ts';
import type { fileOf } from './parts.ts';

/** One of two missing vaccinations, by a paper that the specialist saw; the worker is asked to remember a day and nothing else. */
export async function vaccinated({ tell, file }: ReturnType<typeof fileOf>): Promise<void> {
  await tell.say(file, 'gulnora', [9, '10:00'], 'assign_specialist', {
    ...{ account_id: DEMO_PEOPLE.timur.id, compartment: 'health' },
  });
  await tell.say(file, 'timur', [8, '11:00'], 'record_vaccination', {
    ...{ vaccination_id: tell.id(`measles:${file.case}`), code: 'measles_1', on: tell.day(10) },
    ...{ where: 'Family polyclinic 2', proof: 'paper' },
  });
}
