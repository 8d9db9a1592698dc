import { z } from 'zod';
import { labels, line } from '../text.ts';
import { RETENTION_CATEGORIES } from './model-names.ts';

/** Where a figure comes from. */
const sourced = { source_citation: line, verified: z.boolean() };
const keptFor = {
  amount: z.int().min(1).max(200),
  unit: z.enum(['hours', 'days', 'years']),
};
export const retention = z.strictObject({
  category: z.enum(RETENTION_CATEGORIES),
  labels,
  /** The clock starts here. */
  from: z.enum(['closed', 'recorded', 'answered', 'uploaded']),
  ...keptFor,
  /** What the law of the country asks for at least; a draft below it is not published. */
  at_least: z.strictObject({ ...keptFor, ...sourced }).optional(),
  /** For a child: kept at least until this age, in years. */
  child_until_age: z.int().min(18).max(30).optional(),
  afterwards: z.enum(['pseudonymise', 'erase']),
  ...sourced,
});
export type RetentionPeriod = z.infer<typeof retention>;
