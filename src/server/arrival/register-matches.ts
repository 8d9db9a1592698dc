import type { ArrivalEntry } from '#domain/arrival/entry.ts';
import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import {
  comparable,
  compareForDuplicate,
  type DuplicateVerdict,
  type PersonSummary,
} from '#domain/people/duplicate.ts';
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

/**
 * Whom of the register the rows of a batch resemble: one join on blocking keys, then scoring. Family
 * numbers are left out: they mean something within one list only.
 *
 * @param listId its own people, written by a run that was cut, are passed over
 */
export async function registerMatches(
  acting: Acting,
  entries: readonly ArrivalEntry[],
  listId: string | null,
): Promise<KnownBefore[]> {
  const prepared = new Map(entries.map((entry) => [entry.row, comparable(summaryOf(entry))]));
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
  return rows.flatMap((match) => {
    const person = prepared.get(match.row);
    if (person === undefined) return [];
    const verdict = compareForDuplicate(person, comparable(knownSummary(match)));
    return verdict.level === 'none'
      ? []
      : [{ ...verdict, row: match.row, person_id: match.person_id }];
  });
}

function summaryOf(entry: ArrivalEntry): PersonSummary {
  return {
    names: [entry.name, ...entry.former_names],
    sex: entry.sex,
    birth: entry.birth,
    citizenship: entry.citizenships.filter((one) => one !== 'unknown'),
    papers: entry.papers.flatMap((paper) => paper.number ?? []),
  };
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
