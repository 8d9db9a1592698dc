import type { ArrivalEntry } from '#domain/arrival/entry.ts';
import { type Family, type FamilyTie, LARGEST_FAMILY } from '#domain/arrival/family.ts';
import { INVERSE_KINSHIP } from '#domain/people/household.ts';
import type { Opening } from '../case/open-cases.ts';
import { type NewPeople, type NewPerson, unaskedTelephone } from '../people/write-person.ts';
import { derivedId } from './derived-id.ts';
import type { ListGround } from './list-ground.ts';

type Rows<Key extends keyof NewPeople> = NonNullable<NewPeople[Key]>[number][];

export interface Arriving {
  readonly written: NewPeople;
  readonly openings: readonly Opening[];
  readonly rows: readonly {
    readonly row: number;
    readonly person_id: string;
    readonly case_id: string;
  }[];
}

interface ListOfPeople {
  readonly listId: string;
  readonly ground: ListGround;
  /** Where people go whose row names no place. */
  readonly place_id: string;
  readonly families: readonly Family[];
  readonly importable: ReadonlySet<number>;
  /** Rows whose people are in the database already. */
  readonly done: ReadonlySet<number>;
}

/** Turns rows into people, households, kinship, returns and files to open, batch after batch. */
export function arrivingPeople(list: ListOfPeople) {
  const familyOf = new Map<number, Family>();
  for (const family of list.families) {
    if (family.rows.length > LARGEST_FAMILY) continue;
    for (const row of family.rows) familyOf.set(row, family);
  }
  const there = new Set(list.done);
  const personId = (row: number) => derivedId(list.listId, 'person', row);

  return (entries: readonly ArrivalEntry[], now: Date): Arriving => {
    const households = new Map<string, Rows<'households'>[number]>();
    const members: Rows<'members'> = [];
    const kinships: Rows<'kinships'> = [];
    const homecomings: Rows<'homecomings'> = [];
    const operations: Rows<'operations'> = [];
    for (const entry of entries) {
      const { row } = entry;
      const family = familyOf.get(row);
      const household_id = derivedId(list.listId, 'household', family?.rows[0] ?? row);
      const from_day = entry.arrived_on ?? list.ground.today;
      if (!households.has(household_id)) {
        const place_id = entry.arrival_place ?? list.place_id;
        const family_number = entry.family_number ?? null;
        households.set(household_id, { id: household_id, place_id, family_number });
      }
      members.push({
        id: derivedId(list.listId, 'member', row),
        household_id,
        person_id: personId(row),
        relation: relationOf(entry, family),
        from_day,
      });
      there.add(row);
      for (const tie of family?.ties ?? []) {
        // A tie is written with the later of its two rows, whichever batch that is in.
        const other = tie.row === row ? tie.of : tie.of === row ? tie.row : undefined;
        if (other === undefined || !there.has(other)) continue;
        kinships.push(edge(tie, list.listId, personId));
      }
      const homecoming = derivedId(list.listId, 'homecoming', row);
      homecomings.push({
        id: homecoming,
        person_id: personId(row),
        context: entry.context,
        arrived_on: entry.arrived_on ?? null,
        from_country: entry.from_country ?? null,
        arrival_place_id: entry.arrival_place ?? null,
        arrival_list_id: list.listId,
      });
      if (entry.operation !== undefined) {
        operations.push({ homecoming_id: homecoming, label: entry.operation });
      }
    }
    const openings = entries.map((entry) => opening(entry, list, familyOf, personId, now));
    const people = entries.map((entry) => person(entry, personId(entry.row)));
    return {
      written: {
        ...{ people, members, kinships, homecomings, operations },
        households: [...households.values()],
      },
      openings,
      rows: openings.map(({ envelope, person: { id } }, at) => ({
        row: entries[at]?.row ?? 0,
        person_id: id,
        case_id: envelope.case_id,
      })),
    };
  };
}

function person(entry: ArrivalEntry, id: string): NewPerson {
  const { name, former_names, sex, languages, interpreter_needed, citizenships, papers } = entry;
  return {
    ...{ id, name, former_names, sex, languages, interpreter_needed, citizenships, papers },
    ...(entry.birth === undefined ? {} : { birth: entry.birth }),
    contacts: entry.telephone === undefined ? [] : [unaskedTelephone(entry.telephone)],
    kind: 'participant',
  };
}

/** What the row is to the head of the household, as far as the list tells. */
function relationOf(entry: ArrivalEntry, family: Family | undefined): string {
  const { row, relation } = entry;
  if (family === undefined || family.rows.length === 1) return 'head';
  if (family.head !== undefined) {
    if (family.head === row) return 'head';
    return relation === undefined || relation === 'without_parents' || relation === 'head'
      ? 'unknown'
      : relation;
  }
  // "Mother, son, daughter": the first who cares is the head, the others are what they are to her.
  const head = family.ties[0]?.row;
  if (head === undefined) return 'unknown';
  if (head === row) return 'head';
  const tie = family.ties.find((one) => one.row === head && one.of === row);
  return tie === undefined ? 'unknown' : INVERSE_KINSHIP[tie.is];
}

/** One edge a tie; a parent's stands with the child, where rules look for it. */
function edge(tie: FamilyTie, listId: string, personId: (row: number) => string) {
  const turned = tie.is === 'child' || tie.is === 'step_child' || tie.is === 'foster_child';
  const [relative, of] = turned ? [tie.of, tie.row] : [tie.row, tie.of];
  const kind = turned ? INVERSE_KINSHIP[tie.is] : tie.is;
  return {
    id: derivedId(listId, 'kinship', `${of} ${relative}`),
    person_id: personId(of),
    relative_id: personId(relative),
    kind,
    // They came home together.
    parent_state: kind === 'parent' ? ('present' as const) : null,
    from_day: null,
  };
}

function opening(
  entry: ArrivalEntry,
  list: ListOfPeople,
  familyOf: ReadonlyMap<number, Family>,
  personId: (row: number) => string,
  now: Date,
): Opening {
  const { row } = entry;
  const person_id = personId(row);
  const parents = (familyOf.get(row)?.ties ?? []).flatMap((tie) => {
    if (tie.is === 'parent' && tie.of === row) return [tie.row];
    return tie.is === 'child' && tie.row === row ? [tie.of] : [];
  });
  return {
    envelope: {
      id: derivedId(list.listId, 'open', row),
      case_id: derivedId(list.listId, 'case', row),
      kind: 'open_case',
      body: {
        person_id,
        place_id: entry.arrival_place ?? list.place_id,
        model_id: list.ground.model_id,
        origin: 'arrival_list',
        // A list says nothing of it: somebody asks when they receive the person.
        safety_asked: false,
      },
      said_at: now.toISOString(),
    },
    person: {
      id: person_id,
      has_name: true,
      birth: entry.birth ?? null,
      languages: entry.languages,
      guardian_ids: parents.filter((parent) => list.importable.has(parent)).map(personId),
    },
  };
}
