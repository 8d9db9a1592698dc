import { sql } from 'kysely';
import { compareForDuplicate } from '#domain/people/duplicate.ts';
import type { Acting } from '../database.ts';
import { comparableOf, type Keyed } from './keys.ts';
import { birthOf, type PersonColumns } from './person-row.ts';

/**
 * Compares a person registered in this transaction with everybody who shares a key, in reach or not.
 * What is found goes to the intake officers and to nobody else: the worker's answer and the work done
 * are the same with a match as without one.
 */
export async function findDuplicates(acting: Acting, person: Keyed, now: Date): Promise<void> {
  const { rows } = await sql<PersonColumns>`
    select * from duplicate_candidates(${person.id})`.execute(acting.tx);
  const own = comparableOf(person);
  const found = rows
    .map((row) => ({ id: row.id, verdict: compareForDuplicate(own, comparableOf(keyedOf(row))) }))
    .filter(({ verdict }) => verdict.level !== 'none')
    .sort((one, other) => other.verdict.score - one.verdict.score)
    .slice(0, 20)
    .map(({ id, verdict }) => ({ id, level: verdict.level, reasons: verdict.reasons }));
  await sql`select note_duplicates(${person.id}, ${JSON.stringify(found)}::jsonb, ${now})`.execute(
    acting.tx,
  );
}

/** A row of `person` in the form that keys are made from. */
export function keyedOf(row: PersonColumns): Keyed {
  return {
    ...{ id: row.id, name: row.name, former_names: row.former_names, sex: row.sex },
    ...{ birth: birthOf(row), citizenships: row.citizenships, papers: row.papers },
  };
}
