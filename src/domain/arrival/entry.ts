import { z } from 'zod';
import { id } from '#domain/id.ts';
import { birth } from '#domain/people/birth.ts';
import { citizenship, country } from '#domain/people/country.ts';
import { KINSHIP_KINDS } from '#domain/people/household.ts';
import { name } from '#domain/people/name.ts';
import { languageTag, paper, SEXES } from '#domain/people/person.ts';
import { RETURN_CONTEXTS } from '#domain/people/return.ts';
import { line, text } from '#domain/text.ts';
import { day } from '#domain/time.ts';

export const RELATIONS = [...KINSHIP_KINDS, 'head', 'without_parents'] as const;

/** One row of an arrival list, read: what the import writes as person, household place and return. */
export const arrivalEntry = z.strictObject({
  row: z.int().min(1),
  name,
  former_names: z.array(name).max(1),
  sex: z.enum(SEXES),
  birth: birth.optional(),
  languages: z.array(languageTag).max(12),
  interpreter_needed: z.boolean(),
  citizenships: z.array(citizenship).max(1),
  papers: z.array(paper).max(1),
  /** Imported as a contact that nobody may use until the person has been asked how. */
  telephone: text(60).optional(),
  family_number: text(60).optional(),
  relation: z.enum(RELATIONS).optional(),
  context: z.enum(RETURN_CONTEXTS),
  arrived_on: day.optional(),
  from_country: country.optional(),
  arrival_place: id.optional(),
  operation: line.optional(),
});
export type ArrivalEntry = z.infer<typeof arrivalEntry>;
