import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import {
  type ComparablePerson,
  comparable,
  compareForDuplicate,
  type DuplicateVerdict,
  mayBeOne,
  type PersonSummary,
} from '#domain/people/duplicate.ts';
import type { ReadWords } from '#domain/people/name/remembered-words.ts';
import type { Name } from '#domain/people/name.ts';
import type { Paper, Person } from '#domain/people/person.ts';
import type { Acting } from '../database.ts';

/** A row that resembles somebody who is known already. */
export interface KnownBefore extends DuplicateVerdict {
  readonly row: number;
  readonly person_id: string;
}

interface Match {
  row: number;
  person_id: string;
  names: Name[];
  sex: Person['sex'];
  birth_date: string | null;
  birth_precision: 'day' | 'month' | 'year' | null;
  birth_estimated: boolean | null;
  citizenships: string[];
  papers: Paper[];
}

/** A row of a list, prepared for comparing. */
export interface ComparedRow {
  readonly row: number;
  readonly person: ComparablePerson;
}

/**
 * Whom of the register the rows of a batch resemble: one join on blocking keys, then scoring. Family
 * numbers are left out: they mean something within one list only.
 *
 * @param listId its own people, written by a run that was cut, are passed over
 * @param read the reader that the list's own names were read with
 */
export async function registerMatches(
  acting: Acting,
  compared: readonly ComparedRow[],
  listId: string | null,
  read: ReadWords,
): Promise<KnownBefore[]> {
  const prepared = new Map(
    compared.map(({ row, person }) => [row, { ...person, household: undefined }]),
  );
  const rowNumbers: number[] = [];
  const keys: string[] = [];
  for (const [row, person] of prepared) {
    for (const key of blockingKeys(person)) {
      rowNumbers.push(row);
      keys.push(key);
    }
  }
  const { rows } = await acting.client.query<Match>({
    name: 'register_matches',
    text: 'select * from register_matches($1, $2, $3)',
    values: [rowNumbers, keys, listId],
  });
  const known = new Map<string, ComparablePerson>();
  return rows.flatMap((match) => {
    const person = prepared.get(match.row);
    const summary = knownSummary(match);
    // Most share a sound of their names and were born in other years: their own names are not looked at.
    if (person === undefined || !mayBeOne(person, comparable({ ...summary, names: [] }))) return [];
    const other = known.get(match.person_id) ?? comparable(summary, read);
    known.set(match.person_id, other);
    const verdict = compareForDuplicate(person, other);
    return verdict.level === 'none'
      ? []
      : [{ ...verdict, row: match.row, person_id: match.person_id }];
  });
}

function knownSummary(match: Match): PersonSummary {
  const { birth_date: date, birth_precision: precision } = match;
  return {
    names: match.names,
    sex: match.sex,
    birth:
      date === null || precision === null
        ? undefined
        : { date, precision, estimated: match.birth_estimated ?? false },
    citizenship: match.citizenships.filter((one) => one !== 'unknown'),
    papers: match.papers.flatMap((paper) => paper.number ?? []),
  };
}
