import { sql } from 'kysely';
import type { Birth } from '#domain/people/birth.ts';
import type { Name } from '#domain/people/name.ts';
import type { Paper, Person } from '#domain/people/person.ts';
import type { Acting } from '../database.ts';

/** The columns of `person` that the register reads, in the forms in which they were written. */
export interface PersonColumns {
  readonly id: string;
  readonly name: Name;
  readonly former_names: Name[];
  readonly sex: Person['sex'];
  readonly birth_date: string | null;
  readonly birth_precision: Birth['precision'] | null;
  readonly birth_estimated: boolean | null;
  readonly citizenships: string[];
  readonly papers: Paper[];
}

export interface HeldPerson extends PersonColumns {
  readonly called: string | null;
  readonly languages: string[];
  readonly interpreter_needed: boolean;
  readonly version: number;
  readonly household_id: string | null;
}

/** A person in reach, locked until the transaction ends; null where there is none for the actor. */
export async function lockPerson(acting: Acting, id: string): Promise<HeldPerson | null> {
  const { rows } = await sql<HeldPerson>`
    select id, name, former_names, called, sex, birth_date, birth_precision, birth_estimated,
      languages, interpreter_needed, citizenships, papers, version,
      (select m.household_id from household_member m
        where m.person_id = person.id and m.until_day is null limit 1) as household_id
    from person where id = ${id} for update`.execute(acting.tx);
  return rows[0] ?? null;
}

export function birthOf(row: PersonColumns): Birth | undefined {
  if (row.birth_date === null || row.birth_precision === null) return undefined;
  const { birth_date: date, birth_precision: precision, birth_estimated } = row;
  return { date, precision, estimated: birth_estimated ?? false };
}

/** A birth as its three columns. */
export function birthColumns(birth: Birth | null | undefined) {
  return {
    birth_date: birth?.date ?? null,
    birth_precision: birth?.precision ?? null,
    birth_estimated: birth?.estimated ?? null,
  };
}

/** Whether the actor may tie somebody to this person; beyond reach and missing are alike. */
export async function isKnown(acting: Acting, personId: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select person_known(${personId}) as known`.execute(
    acting.tx,
  );
  return rows[0]?.known ?? false;
}
