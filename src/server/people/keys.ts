import type { Birth } from '#domain/people/birth.ts';
import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import { type ComparablePerson, comparable } from '#domain/people/duplicate.ts';
import type { ReadWords } from '#domain/people/name/remembered-words.ts';
import { type Name, nameKeys } from '#domain/people/name.ts';
import type { Paper, Person } from '#domain/people/person.ts';
import type { Acting } from '../database.ts';

/** What keys are made from. */
export interface Keyed {
  readonly id: string;
  readonly name: Name;
  readonly former_names: readonly Name[];
  readonly sex: Person['sex'];
  readonly birth?: Birth | undefined;
  readonly citizenships: readonly string[];
  readonly papers: readonly Paper[];
  readonly household_id?: string | undefined;
}

/** A person as the duplicate check compares it. */
export function comparableOf(person: Keyed, read?: ReadWords): ComparablePerson {
  const summary = {
    names: [person.name, ...person.former_names],
    sex: person.sex,
    birth: person.birth,
    citizenship: person.citizenships,
    papers: person.papers.flatMap((paper) => (paper.number === undefined ? [] : [paper.number])),
    household: person.household_id,
  };
  return comparable(summary, read);
}

/** Writes the keys of search and of the duplicate check anew, in the transaction of the change. */
export async function writeKeys(acting: Acting, person: Keyed): Promise<void> {
  const { id } = person;
  await acting.tx.deleteFrom('person_name_key').where('person_id', '=', id).execute();
  await acting.tx.deleteFrom('person_block').where('person_id', '=', id).execute();
  const names = [person.name, ...person.former_names].map((one) => nameKeys(one));
  await acting.tx
    .insertInto('person_name_key')
    .values(
      names.map(({ folded, tokens, phonetic }, position) => ({
        ...{ person_id: id, position, folded },
        ...{ tokens: [...tokens], phonetic: [...phonetic] },
      })),
    )
    .execute();
  const blocks = blockingKeys(comparableOf(person));
  if (blocks.length === 0) return;
  await acting.tx
    .insertInto('person_block')
    .values(blocks.map((key) => ({ key, person_id: id })))
    .execute();
}
