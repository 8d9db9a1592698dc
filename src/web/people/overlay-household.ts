import type { LeavingReason, Relation } from '#domain/people/moving.ts';
import type { RegisterCommand } from '#domain/people/register.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { familyWithout } from './overlay-family.ts';

type Member = HouseholdRow['members'][number];
type Kind =
  | 'join_household'
  | 'leave_household'
  | 'move_household'
  | 'split_household'
  | 'merge_households';
export type HouseholdCommand = Extract<RegisterCommand, { kind: Kind }>;

export function isHouseholdCommand(command: RegisterCommand): command is HouseholdCommand {
  const kinds: readonly string[] = [
    ...['join_household', 'leave_household', 'move_household', 'split_household'],
    'merge_households',
  ];
  return kinds.includes(command.kind);
}

/** People and households of this device while what waits in the outbox is laid over them. */
interface Held {
  readonly people: Map<string, PersonRow>;
  readonly households: Map<string, HouseholdRow>;
}

/** Lays a joining, leaving, moving, split or merge over the households that this device knows. */
export function layHousehold(held: Held, { kind, body }: HouseholdCommand): void {
  switch (kind) {
    case 'join_household':
      join(held, body);
      return;
    case 'leave_household':
      leave(held, body.person_id, body.member_id, body.until, body.reason ?? 'not_said');
      return;
    case 'move_household':
      move(held, body, body.from, body.reason, body);
      return;
    case 'split_household':
      for (const mover of body.movers) {
        move(held, mover, body.on, body.reason, { household_id: body.new_household_id });
      }
      return;
    case 'merge_households':
      for (const mover of body.movers) {
        move(held, mover, body.on, 'moved_out', { household_id: body.into_id });
      }
  }
}

interface Mover {
  readonly person_id: string;
  readonly leaves: string;
  readonly member_id: string;
  readonly relation: Relation;
}

function move(
  held: Held,
  mover: Mover,
  on: string,
  reason: LeavingReason,
  { household_id }: { readonly household_id: string },
): void {
  join(held, { ...mover, household_id, from: on });
  leave(held, mover.person_id, mover.leaves, on, reason);
}

function join(
  { people, households }: Held,
  given: Omit<Mover, 'leaves'> & { readonly household_id: string; readonly from: string },
): void {
  const known = knownAs({ people, households }, given.person_id);
  const household = households.get(given.household_id);
  const here = household?.members ?? [];
  const there = here.some((one) => one.person_id === given.person_id && one.until_day === null);
  if (known !== undefined && !there) {
    const member: Member = {
      ...{ ...known, id: given.member_id, person_id: given.person_id, relation: given.relation },
      ...{ from_day: given.from, until_day: null, reason: null },
    };
    households.set(given.household_id, {
      ...{ id: given.household_id, family_number: household?.family_number ?? null },
      family_plan: household?.family_plan ?? [],
      members: [...here, member],
    });
  }
  const person = people.get(given.person_id);
  if (person === undefined || person.household_ids.includes(given.household_id)) return;
  const household_ids = [...person.household_ids, given.household_id];
  people.set(person.id, { ...person, household_ids });
}

/** What of a person a household shows: from the person's own row, or from a household before. */
function knownAs({ people, households }: Held, personId: string) {
  const person = people.get(personId);
  if (person !== undefined) {
    const { name, sex, birth_date } = person;
    const birth_year = birth_date === null ? null : Number(birth_date.slice(0, 4));
    return { name, sex, birth_year, kind: 'participant' as const };
  }
  for (const { members } of households.values()) {
    const found = members.find((one) => one.person_id === personId);
    if (found !== undefined) {
      const { name, sex, birth_year, kind } = found;
      return { name, sex, birth_year, kind };
    }
  }
  return undefined;
}

function leave(
  { people, households }: Held,
  personId: string,
  memberId: string,
  until: string,
  reason: LeavingReason,
): void {
  const household = [...households.values()].find(({ members }) =>
    members.some((one) => one.id === memberId),
  );
  // Where it has ended already, what stands stays until the server has said that two differ.
  const held = household?.members.find((one) => one.id === memberId);
  if (household === undefined || held === undefined || held.until_day !== null) return;
  const members = household.members.map((one) =>
    one.id === memberId ? { ...one, until_day: until, reason } : one,
  );
  // What somebody who leaves was part of is over for all of them, here as at the server.
  const family_plan = familyWithout(household.family_plan, personId);
  households.set(household.id, { ...household, members, family_plan });
  const person = people.get(personId);
  if (person === undefined) return;
  const household_ids = person.household_ids.filter((one) => one !== household.id);
  people.set(person.id, { ...person, household_ids });
}
