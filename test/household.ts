import { v7 as uuid } from 'uuid';
import type { TestDatabase } from './database.ts';
import type { Caller } from './http.ts';
import { arrive, newcomer, tellRegister } from './people.ts';

const SINCE = '2026-01-01';

export interface Family {
  readonly household_id: string;
  readonly mother: { person_id: string; case_id: string; member_id: string };
  readonly brother: { person_id: string; case_id: string; member_id: string };
  readonly granny: { person_id: string; member_id: string };
}

/** A mother of this worker's, her grown brother, and a grandmother without a file, in one household. */
export async function familyOf(worker: Caller): Promise<Family> {
  const household_id = uuid();
  const member = (relation: 'head' | 'sibling' | 'parent', begins = false) => ({
    household: { member_id: uuid(), household_id, begins, relation, from: SINCE },
  });
  const [first, second, third] = [member('head', true), member('sibling'), member('parent')];
  const mother = await arrive(worker, {}, first);
  const brother = await arrive(worker, { sex: 'male' }, second);
  const granny = { ...newcomer({ kind: 'relative' }), ...third };
  const told = await tellRegister(worker, 'register_person', granny);
  if (told.answer !== 'applied') throw new Error(`the grandmother was ${told.answer}`);
  return {
    household_id,
    mother: { ...mother, member_id: first.household.member_id },
    brother: { ...brother, member_id: second.household.member_id },
    granny: { person_id: granny.person.id, member_id: third.household.member_id },
  };
}

/** A file goes to another worker alone: of two in one household each now reaches one side only. */
export async function givenTo(
  database: TestDatabase,
  { case_id, person_id }: Family['brother'],
  worker: string,
): Promise<void> {
  const reach = database.pool('superuser');
  await reach.query('delete from case_reach where case_id = $1', [case_id]);
  await reach.query(
    `insert into case_reach (case_id, person_id, key, compartment) values ($1, $2, $3, 'general')`,
    [case_id, person_id, `account:${worker}`],
  );
}
