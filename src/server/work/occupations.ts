import { readFileSync } from 'node:fs';
import { type LocalTitles, type Occupation, readOccupations } from '#domain/work/occupation.ts';
import { type OccupationSearch, occupationSearch } from '#domain/work/occupation-search.ts';

const FOLDER = new URL('../../../seed/occupations/', import.meta.url);

/** ISCO-08 and ESCO with the local titles, from the tables that come with the program and what was edited here. */
export function occupationTables(edited: readonly LocalTitles[] = []): readonly Occupation[] {
  const table = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
  const tables = {
    isco: table('isco-08.tsv'),
    esco: table('esco-1.1.1.tsv'),
    local: table('local-titles.tsv'),
  };
  return readOccupations(tables, edited);
}

let built: OccupationSearch | undefined;

/** The search over them as they come with the program, built when it is first asked for. */
export function findOccupations(query: string, limit: number): ReturnType<OccupationSearch> {
  built ??= occupationSearch(occupationTables());
  return built(query, limit);
}

let units: ReadonlySet<string> | undefined;

/** The codes of all unit groups of ISCO-08: read without the titles of ESCO, which are many. */
export function occupationUnits(): ReadonlySet<string> {
  units ??= new Set(
    readFileSync(new URL('isco-08.tsv', FOLDER), 'utf8').match(/^\d{4}(?=\t)/gm) ?? [],
  );
  return units;
}
