import { replaceEntry } from '#domain/people/field-conflict.ts';
import type { RegisterBodies } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';
import { setValues } from './change.ts';
import { findDuplicates } from './duplicate.ts';
import { addMembership, householdOpen, isAhead } from './household.ts';
import { writeKeys } from './keys.ts';
import { addGuardianship, addKinship } from './kinship.ts';
import { birthColumns, isKnown, lockPerson } from './person-row.ts';
import {
  APPLIED,
  bornAhead,
  GONE,
  noteChange,
  refused,
  type Said,
  stale,
  type Written,
} from './said.ts';

async function placeExists(acting: Acting, placeId: string | undefined): Promise<boolean> {
  if (placeId === undefined) return true;
  const place = await acting.tx
    .selectFrom('place')
    .select('id')
    .where('id', '=', placeId)
    .executeTakeFirst();
  return place !== undefined;
}

export async function registerPerson(
  acting: Acting,
  body: RegisterBodies['register_person'],
  said: Said,
): Promise<Written> {
  const { person, household, kinship, guardianship } = body;
  if (person.birth !== undefined && isAhead(person.birth.date, said.now)) {
    return bornAhead('body.person.birth.date');
  }
  const named = [
    ...kinship.map((tie) => tie.relative_id),
    ...guardianship.map(({ guardian }) =>
      'person_id' in guardian ? guardian.person_id : undefined,
    ),
  ];
  for (const other of new Set(named)) {
    if (other !== undefined && (other === person.id || !(await isKnown(acting, other))))
      return GONE;
  }
  if (household !== undefined) {
    const open = await householdOpen(acting, household);
    if (open !== null) return open;
  }
  for (const place of [household?.place_id, body.return?.arrival_place]) {
    if (!(await placeExists(acting, place))) return refused('place_unknown');
  }
  const { contacts, birth, called, id, ...plain } = person;
  const added = await acting.tx
    .insertInto('person')
    .values({
      ...{ id, kind: plain.kind, sex: plain.sex, called: called ?? null },
      ...{ name: JSON.stringify(plain.name), former_names: JSON.stringify(plain.former_names) },
      ...birthColumns(birth),
      ...{ languages: [...plain.languages], interpreter_needed: plain.interpreter_needed },
      ...{ citizenships: [...plain.citizenships], papers: JSON.stringify(plain.papers) },
      ...{ created_by: said.actor.id, created_at: said.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refused('already_recorded');
  await acting.tx
    .insertInto('safe_contact')
    .values({ person_id: id, contacts: JSON.stringify(contacts) })
    .execute();
  if (household !== undefined) await addMembership(acting, id, household, said);
  for (const tie of kinship) await addKinship(acting, id, tie);
  for (const one of guardianship) await addGuardianship(acting, id, one);
  if (body.return !== undefined) await addReturn(acting, id, body.return);
  await writeKeys(acting, { ...person, household_id: household?.household_id });
  await noteChange(acting, said, id, 1, { ...body });
  await findDuplicates(acting, { ...person, household_id: household?.household_id }, said.now);
  return APPLIED;
}

type Return = NonNullable<RegisterBodies['register_person']['return']>;

async function addReturn(acting: Acting, personId: string, given: Return): Promise<void> {
  await acting.tx
    .insertInto('homecoming')
    .values({
      ...{ id: given.id, person_id: personId, context: given.context },
      ...{ arrived_on: given.arrived_on ?? null, from_country: given.from_country ?? null },
      arrival_place_id: given.arrival_place ?? null,
    })
    .execute();
  if (given.operation === undefined) return;
  await acting.tx
    .insertInto('homecoming_operation')
    .values({ homecoming_id: given.id, label: given.operation })
    .execute();
}

export async function recordReturn(
  acting: Acting,
  { person_id, ...given }: RegisterBodies['record_return'],
  said: Said,
): Promise<Written> {
  const held = await lockPerson(acting, person_id);
  if (held === null) return GONE;
  if (!(await placeExists(acting, given.arrival_place))) return refused('place_unknown');
  const there = await acting.tx
    .selectFrom('homecoming')
    .select('id')
    .where('id', '=', given.id)
    .executeTakeFirst();
  if (there !== undefined) return refused('already_recorded');
  await addReturn(acting, person_id, given);
  await noteChange(acting, said, person_id, held.version, { return: given });
  return APPLIED;
}

/** A name borne before, or another spelling. A set: what two people add stands side by side. */
export async function addName(
  acting: Acting,
  { person_id, name }: RegisterBodies['add_name'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const former_names = replaceEntry(person.former_names, null, name);
  if (former_names === undefined || former_names === person.former_names)
    return stale('already_so');
  if (former_names.length > MOST_NAMES) return refused('too_large');
  await setValues(acting, person, { former_names: [...former_names] }, said);
  return APPLIED;
}
const MOST_NAMES = 20;
