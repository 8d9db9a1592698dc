import type { Birth } from '#domain/people/birth.ts';
import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import type { GUARDIANSHIP_KINDS, KinshipKind, ParentState } from '#domain/people/household.ts';
import { type ReadWords, rememberedWords } from '#domain/people/name/remembered-words.ts';
import { type Name, nameKeys } from '#domain/people/name.ts';
import type { Contact, Person } from '#domain/people/person.ts';
import type { Acting } from '../database.ts';
import { comparableOf } from './keys.ts';

/** A person to be written, with or without a file of their own. */
export interface NewPerson extends Person {
  readonly kind: 'participant' | 'relative';
}

/** Everything that is said of new people at once; the lists are written in this order. */
export interface NewPeople {
  readonly people: readonly NewPerson[];
  /** Households that are there already are left as they are. */
  readonly households?: readonly {
    readonly id: string;
    readonly place_id: string | null;
    readonly family_number: string | null;
  }[];
  readonly members?: readonly {
    readonly id: string;
    readonly household_id: string;
    readonly person_id: string;
    /** What the member is to the head of the household; `head`, or `unknown`. */
    readonly relation: string;
    readonly from_day: string;
  }[];
  /** `relative_id` is `kind` of `person_id`. */
  readonly kinships?: readonly {
    readonly id: string;
    readonly person_id: string;
    readonly relative_id: string | null;
    readonly kind: KinshipKind;
    readonly parent_state: ParentState | null;
    readonly from_day: string | null;
  }[];
  readonly guardianships?: readonly {
    readonly id: string;
    readonly child_id: string;
    readonly guardian_id: string | null;
    readonly institution: string | null;
    readonly kind: (typeof GUARDIANSHIP_KINDS)[number];
    readonly contested: boolean;
    readonly from_day: string | null;
  }[];
  readonly homecomings?: readonly {
    readonly id: string;
    readonly person_id: string;
    readonly context: string;
    readonly arrived_on: string | null;
    readonly from_country: string | null;
    readonly arrival_place_id: string | null;
    readonly arrival_list_id: string | null;
  }[];
  readonly operations?: readonly { readonly homecoming_id: string; readonly label: string }[];
}

/**
 * The text of the rows for `write_people`; made before the transaction, so that it stays short.
 *
 * @param read the reader of one list, whose names come in many calls
 */
export function preparePeople(
  written: NewPeople,
  at: Date,
  read: ReadWords = rememberedWords(),
): string {
  const { people, households = [], members = [], kinships = [] } = written;
  const { guardianships = [], homecomings = [], operations = [] } = written;
  const household = new Map(members.map((one) => [one.person_id, one.household_id]));
  const contacts = people.filter((one) => one.contacts.length > 0);
  return JSON.stringify({
    at: at.toISOString(),
    people: people.map(personRow),
    // Reading the names is what takes the time: they are read once for both tables.
    name_keys: people.flatMap((one) => nameKeyRows(one, read)),
    blocks: people.map((one) => {
      const person = comparableOf({ ...one, household_id: household.get(one.id) }, read);
      return { person_id: one.id, keys: blockingKeys(person) };
    }),
    contacts: contacts.map((one) => ({ person_id: one.id, contacts: one.contacts })),
    households,
    members,
    kinships,
    guardianships,
    homecomings,
    operations,
  });
}

/**
 * Adds people with names, keys, contacts, household, kinship, guardianship and return: the one place
 * that inserts a person. Needs the right to open files. A row that is there already is a bug, except
 * a household.
 */
export async function writePeople(acting: Acting, written: NewPeople, at: Date): Promise<void> {
  await acting.client.query({
    name: 'write_people',
    text: 'select write_people($1)',
    values: [preparePeople(written, at)],
  });
}

/** The columns of `person` as `write_people` takes them. */
function personRow(one: NewPerson) {
  const { id, name, former_names, sex, languages, interpreter_needed, citizenships, papers } = one;
  const birth: Birth | undefined = one.birth;
  return {
    ...{ id, name, former_names, sex, languages, interpreter_needed, citizenships, papers },
    called: one.called ?? null,
    birth_date: birth?.date ?? null,
    birth_precision: birth?.precision ?? null,
    birth_estimated: birth?.estimated ?? null,
    kind: one.kind,
  };
}

/** Search keys of every name of a person, the name in use first. */
function nameKeyRows(
  one: { readonly id: string; readonly name: Name; readonly former_names: readonly Name[] },
  read: ReadWords,
) {
  return [one.name, ...one.former_names].map((name, position) => {
    const { folded, tokens, phonetic } = nameKeys(name, read);
    return { person_id: one.id, position, folded, tokens, phonetic };
  });
}

/** A number that came on a list: nobody calls it until the person has been asked how and when. */
export function unaskedTelephone(value: string): Contact {
  return { channel: 'telephone', value, safe: { times: [], do_not_contact: true } };
}
