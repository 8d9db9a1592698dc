import { sql } from 'kysely';
import type { RegisterBodies } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';
import { lockPerson } from './person-row.ts';
import { APPLIED, GONE, noteChange, refused, type Said, stale, type Written } from './said.ts';

type Membership = NonNullable<RegisterBodies['register_person']['household']>;

/** Null where somebody may be put into this household; otherwise why not. */
export async function householdOpen(acting: Acting, given: Membership): Promise<Written | null> {
  if (given.begins) return null;
  const { rows } = await sql<{ known: boolean }>`
    select household_known(${given.household_id}) as known`.execute(acting.tx);
  return rows[0]?.known === true ? null : GONE;
}

/** Puts a person into a household, which this may begin. */
export async function addMembership(
  acting: Acting,
  personId: string,
  given: Membership,
  said: Said,
): Promise<void> {
  if (given.begins) {
    await acting.tx
      .insertInto('household')
      .values({
        ...{ id: given.household_id, place_id: given.place_id ?? null, family_number: null },
        ...{ created_by: said.actor.id, created_at: said.now },
      })
      .execute();
  }
  await acting.tx
    .insertInto('household_member')
    .values({
      ...{ id: given.member_id, household_id: given.household_id, person_id: personId },
      ...{ relation: given.relation, from_day: given.from, until_day: null },
    })
    .execute();
}

/** Joins a household; a membership elsewhere ends by `leave_household`, as somebody may live in two. */
export async function joinHousehold(
  acting: Acting,
  { person_id, ...given }: RegisterBodies['join_household'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const open = await householdOpen(acting, given);
  if (open !== null) return open;
  const member = await acting.tx
    .selectFrom('household_member')
    .select('id')
    .where('household_id', '=', given.household_id)
    .where('person_id', '=', person_id)
    .where('until_day', 'is', null)
    .executeTakeFirst();
  if (member !== undefined) return refused('already_so');
  await addMembership(acting, person_id, given, said);
  await noteChange(acting, said, person_id, person.version, { household: given });
  return APPLIED;
}

export async function leaveHousehold(
  acting: Acting,
  { person_id, member_id, until }: RegisterBodies['leave_household'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const member = await acting.tx
    .selectFrom('household_member')
    .select(['from_day', 'until_day'])
    .where('id', '=', member_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  if (member === undefined) return GONE;
  if (member.until_day !== null) return stale('already_so');
  if (member.from_day !== null && until < member.from_day) return refused('ends_before_start');
  await acting.tx
    .updateTable('household_member')
    .set({ until_day: until })
    .where('id', '=', member_id)
    .execute();
  await noteChange(acting, said, person_id, person.version, { household: { member_id, until } });
  return APPLIED;
}
