import type { Birth } from '#domain/people/birth.ts';
import type { PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';

/** Birth dates by person, of those where one is written down. */
export function birthsOf(people: ReadonlyMap<string, PersonRow>): Map<string, Birth> {
  return new Map(
    [...people.values()].flatMap((one) => {
      const birth = birthOfRow(one);
      return birth === undefined ? [] : [[one.id, birth] as const];
    }),
  );
}
