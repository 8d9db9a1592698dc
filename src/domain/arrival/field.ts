import { z } from 'zod';
import { RETURN_CONTEXTS } from '#domain/people/return.ts';

/** What a column of an arrival list may become. There is no field for free text and none for beliefs. */
export const ARRIVAL_FIELDS = [
  'full_name',
  'given_name',
  'patronymic',
  'family_name',
  'former_name',
  'sex',
  'birth_date',
  'birth_year',
  'birth_estimated',
  'age_years',
  'citizenship',
  'family_number',
  'relation',
  'languages',
  'interpreter',
  'paper_kind',
  'paper_number',
  'paper_state',
  'telephone',
  'arrival_date',
  'from_country',
  'arrival_place',
  'operation',
] as const;
export type ArrivalField = (typeof ARRIVAL_FIELDS)[number];

/** One column given to one field; `column` counts from 0. */
export const columnChoice = z.strictObject({
  column: z.int().min(0).max(499),
  field: z.enum(ARRIVAL_FIELDS),
});

/** The intake officer's reading of one file: columns, and the answers to what the dry run asked. */
export const arrivalMapping = z.strictObject({
  columns: z.array(columnChoice).min(1, { error: 'name_required' }).max(ARRIVAL_FIELDS.length),
  name_order: z.enum(['family_first', 'given_first']).optional(),
  /** How dates like 3/5/2014 are to be read. Absent = not answered yet. */
  date_order: z.enum(['day_first', 'month_first']).optional(),
  /** How years of two digits are to be read. Absent = not answered yet. */
  short_years: z.enum(['latest', 'leave_out']).optional(),
  /** Whether 1 January stands for "only the year is known", as it does in many registers. */
  first_of_january: z.enum(['year_only', 'as_written']).optional(),
  /** Holds for every row of the list. */
  context: z.enum(RETURN_CONTEXTS),
});
export type ArrivalMapping = z.infer<typeof arrivalMapping>;

export type DateOrder = NonNullable<ArrivalMapping['date_order']>;
export type ShortYears = NonNullable<ArrivalMapping['short_years']>;
export type NameOrder = NonNullable<ArrivalMapping['name_order']>;
