import { z } from 'zod';
import { id } from '#domain/id.ts';
import { line } from '#domain/text.ts';
import { day } from '#domain/time.ts';
import { country } from './country.ts';

export const RETURN_CONTEXTS = [
  'conflict_zone',
  'labour_migration',
  'ethnic_return',
  'other',
] as const;

/** One coming home of one person. From which country and nothing finer; a person may have several. */
export const homecoming = z.strictObject({
  id,
  person: id,
  context: z.enum(RETURN_CONTEXTS),
  arrived_on: day.optional(),
  from_country: country.optional(),
  arrival_place: id.optional(),
});
export type Homecoming = z.infer<typeof homecoming>;

/**
 * The name of the operation that brought somebody home. It lives apart from the return because it has
 * readers of its own (intake officer, caseworker, supervisor) and never enters a packet, a print, a
 * search hit or a chart (practice 6.3: names of operations are never attached to people).
 */
export const operationLabel = z.strictObject({ homecoming: id, label: line });
export type OperationLabel = z.infer<typeof operationLabel>;
