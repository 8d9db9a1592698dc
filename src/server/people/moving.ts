import { sql } from 'kysely';
import type { LeavingReason, Mover } from '#domain/people/moving.ts';
import type { RegisterBodies } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';
import {
  addMembership,
  heldMembership,
  householdOpen,
  isAhead,
  livesIn,
  writeLeaving,
} from './household.ts';
import { keepBeside } from './keep-beside.ts';
import { type HeldPerson, lockPerson } from './person-row.ts';
import { APPLIED, GONE, noteChange, refused, type Said, stale, type Written } from './said.ts';

/** Where those who move will live; `begins` with the place where the household is new. */
interface Target {
  readonly household_id: string;
  readonly begins: boolean;
  readonly place_id?: string | undefined;
}

export function moveHousehold(
  acting: Acting,
  body: RegisterBodies['move_household'],
  said: Said,
): Promise<Written> {
  const { person_id, leaves, member_id, relation, household_id, begins, place_id } = body;
  const target = { household_id, begins, place_id };
  const mover = { person_id, leaves, member_id, relation };
  return moveAll(acting, { movers: [mover], target, on: body.from, reason: body.reason }, said);
}

/** Some begin a household of their own; who stays, stays as before. */
export async function splitHousehold(
  acting: Acting,
  body: RegisterBodies['split_household'],
  said: Said,
): Promise<Written> {
  const { movers, on, reason, household_id, place_id } = body;
  const target = { household_id: body.new_household_id, begins: true, place_id };
  return moveAll(acting, { movers, target, on, reason, from: household_id }, said);
}

/** All of one household live in another from now on. Who is beyond reach cannot be moved along. */
export async function mergeHouseholds(
  acting: Acting,
  body: RegisterBodies['merge_households'],
  said: Said,
): Promise<Written> {
  const { movers, on, household_id, into_id } = body;
  // Nobody joins the ending household meanwhile: a new member first moves its row (trigger).
  await sql`select from household where id = ${household_id} for update`.execute(acting.tx);
  const living = await acting.tx
    .selectFrom('household_member')
    .select('person_id')
    .where('household_id', '=', household_id)
    .where('until_day', 'is', null)
    .execute();
  const named = new Set(movers.map((one) => one.person_id));
  if (living.some((one) => !named.has(one.person_id))) return stale('household_changed');
  const target = { household_id: into_id, begins: false };
  const reason = 'moved_out';
  return moveAll(acting, { movers, target, on, reason, from: household_id }, said);
}

interface Move {
  readonly movers: readonly Mover[];
  readonly target: Target;
  /** Last day there, first day here. */
  readonly on: string;
  readonly reason: LeavingReason;
  /** The household that all leave, where the command names one. */
  readonly from?: string;
}

interface Moving extends Mover {
  readonly person: HeldPerson;
  readonly ended: { readonly until: string; readonly reason: string | null } | null;
}

/** All of them or none: looked at first, then written. */
async function moveAll(acting: Acting, move: Move, said: Said): Promise<Written> {
  if (isAhead(move.on, said.now)) return refused('day_in_the_future');
  const moving: Moving[] = [];
  // In one order, so that two commands about the same people wait for each other.
  for (const mover of move.movers.toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1))) {
    const person = await lockPerson(acting, mover.person_id);
    if (person === null) return GONE;
    const held = await heldMembership(acting, mover.person_id, mover.leaves);
    if (held === null || (move.from !== undefined && held.household_id !== move.from)) return GONE;
    if (held.household_id === move.target.household_id) return refused('already_so');
    if (held.from_day > move.on) return refused('ends_before_start');
    const { until_day: until, reason } = held;
    moving.push({ ...mover, person, ended: until === null ? null : { until, reason } });
  }
  const refusal = await targetRefused(acting, move, moving);
  if (refusal !== null) return refusal;
  let { begins } = move.target;
  let conflict = false;
  let changed = false;
  for (const one of moving) {
    const left = { member_id: one.leaves, until: move.on, reason: move.reason };
    const { person_id, member_id, relation, ended } = one;
    if (ended === null) await writeLeaving(acting, person_id, left);
    else if (ended.until !== left.until || ended.reason !== left.reason) {
      await keepBeside(acting, person_id, 'household', left, said);
      conflict = true;
    }
    const there = await livesIn(acting, person_id, move.target.household_id);
    if (!there) {
      const membership = { member_id, relation, from: move.on, ...move.target, begins };
      await addMembership(acting, person_id, membership, said);
      begins = false;
    }
    if (ended !== null && there && !conflict) continue;
    changed = true;
    const to = move.target.household_id;
    await noteChange(acting, said, person_id, one.person.version, { household: { ...left, to } });
  }
  if (conflict) return { answer: 'conflict' };
  return changed ? APPLIED : stale('already_so');
}

async function targetRefused(
  acting: Acting,
  { target }: Move,
  moving: readonly Moving[],
): Promise<Written | null> {
  const open = await householdOpen(acting, target);
  if (open !== null) return open;
  if (!target.begins) return null;
  // A household of relatives alone would be in nobody's reach: nobody could ever read or mend it.
  const { rows } = await sql<{ any: boolean }>`
    select bool_or(reaches_person(id)) as any
    from unnest(${moving.map((one) => one.person_id)}::uuid[]) as id`.execute(acting.tx);
  return rows[0]?.any === true ? null : refused('household_without_file');
}
