import { useMemo } from 'react';
import type { PrintedPerson } from '#domain/print/case-papers.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useNames } from '../case/use-names.ts';
import { usePlaces } from '../case/use-places.ts';
import { usePersonOfCase } from '../people/use-register.ts';

/** Whom a print of a file is about, as far as this reader knows them; undefined while it is read. */
export function usePrintedPerson(file: CaseFile): PrintedPerson | undefined {
  const { row, person } = file;
  const found = usePersonOfCase(row.id, row.person_id);
  const places = usePlaces();
  const worker = useNames().account(row.worker_id) ?? null;
  const { today } = file.situation;
  return useMemo(() => {
    if (found === undefined) return undefined;
    const others = person?.former_names?.filter(({ kind }) => kind === 'other_spelling') ?? [];
    const living = found.households
      .flatMap(({ members }) => members)
      .filter((one) => one.person_id !== row.person_id)
      .filter(({ until_day }) => until_day === null || until_day > today);
    return {
      spellings: person === null ? [] : [person.name, ...others],
      called: person?.called ?? null,
      birth:
        person?.birth_date && person.birth_precision
          ? { date: person.birth_date, precision: person.birth_precision }
          : null,
      worker,
      district: places?.get(row.place_id)?.name ?? null,
      household: living.map(({ name, relation, sex, birth_year }) => ({
        ...{ relation, sex, birth_year },
        spellings: name === null ? [] : [name],
      })),
    };
  }, [found, person, places, worker, row, today]);
}
