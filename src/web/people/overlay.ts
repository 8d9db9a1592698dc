import { replaceEntry } from '#domain/people/field-conflict.ts';
import { parseRegister, type RegisterBodies } from '#domain/people/register.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { type OutboxEntry, wasNotApplied } from '../device/outbox.ts';
import { layFamilyGoal, layFamilyOutcome } from './overlay-family.ts';
import { isHouseholdCommand, layHousehold } from './overlay-household.ts';

/** People and households as this device knows them: what was pulled, and what waits in the outbox. */
export interface Register {
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly households: ReadonlyMap<string, HouseholdRow>;
}

type Member = HouseholdRow['members'][number];
type Registered = RegisterBodies['register_person'];

/** Lays what the account said and the server has not yet given back over the pulled rows. */
export function withOutbox(pulled: Register, entries: readonly OutboxEntry[]): Register {
  const people = new Map(pulled.people);
  const households = new Map(pulled.households);
  for (const { command, ...entry } of entries) {
    if (wasNotApplied({ command, ...entry }) || command.case_id !== undefined) continue;
    const parsed = parseRegister(command);
    if ('problem' in parsed) continue;
    if (isHouseholdCommand(parsed.command)) {
      layHousehold({ people, households }, parsed.command);
      continue;
    }
    const { kind, body } = parsed.command;
    if (kind === 'register_person') register(people, households, body);
    else if (kind === 'agree_family_goal') layFamilyGoal(households, body, command.said_at);
    else if (kind === 'end_family_step') layFamilyOutcome(households, body);
    // Of a group and of nobody: laid over where groups are read.
    else if (kind === 'count_neighbours') continue;
    else if ('person_id' in body) {
      const person = people.get(body.person_id);
      if (person === undefined) continue;
      if (kind === 'change_person')
        people.set(person.id, { ...person, ...columnsOf(body.changes) });
      if (kind === 'add_name') {
        people.set(person.id, { ...person, former_names: [...person.former_names, body.name] });
      }
      if (kind === 'change_paper') {
        const papers = replaceEntry(person.papers, body.before, body.after) ?? person.papers;
        people.set(person.id, { ...person, papers: [...papers] });
      }
      if (kind === 'change_contact') {
        const held = person.contacts ?? [];
        const contacts = replaceEntry(held, body.before, body.after) ?? held;
        people.set(person.id, { ...person, contacts: [...contacts] });
      }
      if (kind === 'record_kinship') people.set(person.id, withTie(person, body));
      if (kind === 'record_return') {
        people.set(person.id, { ...person, returns: [...person.returns, returnRow(body)] });
      }
      if (kind === 'settle_conflict') {
        const conflicts = person.conflicts.filter((one) => one.id !== body.conflict_id);
        people.set(person.id, { ...person, conflicts });
      }
    } else {
      const child = people.get(body.child_id);
      if (child === undefined) continue;
      const guardianship =
        kind === 'record_guardianship'
          ? [...child.guardianship, guardianRow(body)]
          : child.guardianship.map((one) => {
              if (one.id !== body.guardianship_id) return one;
              if (kind === 'end_guardianship') return { ...one, until_day: body.until };
              return { ...one, contested: body.contested };
            });
      people.set(child.id, { ...child, guardianship });
    }
  }
  return { people, households };
}

function columnsOf(changes: RegisterBodies['change_person']['changes']): Partial<PersonRow> {
  const { birth, ...plain } = changes;
  return {
    ...plain,
    ...(birth === undefined
      ? {}
      : {
          birth_date: birth?.date ?? null,
          birth_precision: birth?.precision ?? null,
          birth_estimated: birth?.estimated ?? null,
        }),
  } as Partial<PersonRow>;
}

function register(
  people: Map<string, PersonRow>,
  households: Map<string, HouseholdRow>,
  { person, household, kinship, guardianship, ...more }: Registered,
): void {
  const { birth, called, kind, ...plain } = person;
  if (kind === 'participant' && !people.has(person.id)) {
    people.set(person.id, {
      ...plain,
      ...{ called: called ?? null, birth_date: birth?.date ?? null },
      ...{ birth_precision: birth?.precision ?? null, birth_estimated: birth?.estimated ?? null },
      ...{ version: 1, conflicts: [], household_ids: household ? [household.household_id] : [] },
      summary: {
        ...{ id: person.id, has_name: true, birth: birth ?? null, languages: person.languages },
        guardian_ids: guardianship.flatMap(({ guardian }) =>
          'person_id' in guardian ? [guardian.person_id] : [],
        ),
      },
      kinship: kinship.map(tieRow),
      guardianship: guardianship.map(guardianRow),
      returns: more.return ? [returnRow(more.return)] : [],
    });
  }
  if (household === undefined) return;
  const before = households.get(household.household_id);
  if (before?.members.some((one) => one.person_id === person.id)) return;
  const member: Member = {
    ...{ id: household.member_id, person_id: person.id, relation: household.relation, kind },
    ...{ from_day: household.from, until_day: null, sex: person.sex, name: person.name },
    birth_year: birth === undefined ? null : Number(birth.date.slice(0, 4)),
  };
  households.set(household.household_id, {
    ...{ id: household.household_id, family_number: before?.family_number ?? null },
    family_plan: before?.family_plan ?? [],
    members: [...(before?.members ?? []), member],
  });
}

type Tie = Registered['kinship'][number];

function tieRow(tie: Tie): PersonRow['kinship'][number] {
  return {
    ...{ id: tie.id, relative_id: tie.relative_id ?? null, kind: tie.kind },
    ...{ parent_state: tie.parent_state ?? null },
    ...{ from_day: tie.from ?? null, until_day: tie.until ?? null },
  };
}

/** What was said of the same relative before ends where the new word begins. */
function withTie(person: PersonRow, tie: RegisterBodies['record_kinship']): PersonRow {
  const earlier = person.kinship.filter((one) => one.id !== tie.replaces);
  return { ...person, kinship: [...earlier, tieRow(tie)] };
}

function guardianRow(given: Registered['guardianship'][number]): PersonRow['guardianship'][number] {
  const { id, guardian, kind, from, until } = given;
  return {
    ...{ id, kind, contested: false, from_day: from, until_day: until ?? null },
    guardian_id: 'person_id' in guardian ? guardian.person_id : null,
    institution: 'institution' in guardian ? guardian.institution : null,
  };
}

function returnRow(given: NonNullable<Registered['return']>): PersonRow['returns'][number] {
  return {
    ...{ id: given.id, context: given.context, arrived_on: given.arrived_on ?? null },
    ...{ from_country: given.from_country ?? null, operation: given.operation ?? null },
    arrival_place_id: given.arrival_place ?? null,
  };
}
