import { sql } from 'kysely';
import type { LeavingReason } from '#domain/people/moving.ts';
import type { RegisterBodies } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';
import { keepBeside } from './keep-beside.ts';
import { lockPerson } from './person-row.ts';
import { APPLIED, GONE, noteChange, refused, type Said, stale, type Written } from './said.ts';

type Membership = NonNullable<RegisterBodies['register_person']['household']>;

/** Null where somebody may be put into this household; otherwise why not. */
export async function householdOpen(
  acting: Acting,
  given: Pick<Membership, 'begins' | 'household_id'>,
): Promise<Written | null> {
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
  if (isAhead(given.from, said.now)) return refused('day_in_the_future');
  const open = await householdOpen(acting, given);
  if (open !== null) return open;
  if (await livesIn(acting, person_id, given.household_id)) return refused('already_so');
  await addMembership(acting, person_id, given, said);
  await noteChange(acting, said, person_id, person.version, { household: given });
  return APPLIED;
}

export async function leaveHousehold(
  acting: Acting,
  { person_id, member_id, until, reason }: RegisterBodies['leave_household'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  if (isAhead(until, said.now)) return refused('day_in_the_future');
  const member = await heldMembership(acting, person_id, member_id);
  if (member === null) return GONE;
  if (member.from_day > until) return refused('ends_before_start');
  const left = { member_id, until, reason: reason ?? 'not_said' } as const;
  if (member.until_day === null) {
    await writeLeaving(acting, person_id, left);
    await noteChange(acting, said, person_id, person.version, { household: left });
    return APPLIED;
  }
  // A device of an earlier version, or somebody who does not know why, says no reason: no contradiction.
  const other = { until: member.until_day, reason: member.reason };
  if (other.until === until && (left.reason === 'not_said' || other.reason === left.reason)) {
    return stale('already_so');
  }
  await keepBeside(acting, person_id, 'household', left, said);
  return { answer: 'conflict' };
}

/** The last day in a household and the reason, as it is written, kept beside, and settled. */
export interface Leaving {
  readonly member_id: string;
  readonly until: string;
  readonly reason: LeavingReason;
}

/** Writes when and why somebody left, in the place of what stood before. */
export async function writeLeaving(
  acting: Acting,
  personId: string,
  { member_id, until, reason }: Leaving,
): Promise<void> {
  const changed = await acting.tx
    .updateTable('household_member')
    .set({ until_day: until })
    .where('id', '=', member_id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error('a membership in reach was not changed');
  await acting.tx
    .insertInto('household_leaving')
    .values({ member_id, person_id: personId, reason })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ reason }))
    .execute();
}

/** A membership of this person with the reason of its end; null where there is none in reach. */
export async function heldMembership(acting: Acting, personId: string, memberId: string) {
  const found = await acting.tx
    .selectFrom('household_member')
    .leftJoin('household_leaving', 'household_leaving.member_id', 'household_member.id')
    .select(['household_id', 'from_day', 'until_day', 'reason'])
    .where('household_member.id', '=', memberId)
    .where('household_member.person_id', '=', personId)
    .executeTakeFirst();
  return found ?? null;
}

/** True where the person is a member of the household and has not left. */
export async function livesIn(
  acting: Acting,
  personId: string,
  householdId: string,
): Promise<boolean> {
  const member = await acting.tx
    .selectFrom('household_member')
    .select('id')
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where('until_day', 'is', null)
    .executeTakeFirst();
  return member !== undefined;
}

/** A day that has not begun anywhere yet: reach follows where people live now, not plans. */
export function isAhead(day: string, now: Date): boolean {
  const furthest = new Date(now.getTime() + 14 * 3_600_000);
  return day > furthest.toISOString().slice(0, 10);
}
