import { z } from 'zod';
import { id } from '../id.ts';
import { day } from '../time.ts';

/** A decision that an agency has not answered, for whoever reaches the file. */
export const unanswered = z.object({
  id,
  case_id: id,
  number: z.string(),
  agency: z.string(),
  decided_on: day,
  due_on: day,
  /** Whole days since the decision. */
  days: z.int(),
});
export type Unanswered = z.infer<typeof unanswered>;

/** How many people wait for an agency at the end of a month; null = not shown. */
const waitingFor = z.object({ code: z.string(), people: z.number().nullable() });

/** After which line a page begins: its day of decision and its id. */
export const unansweredQuery = z.object({
  after: z
    .string()
    .max(60)
    .transform((said) => {
      const [decided_on = '', matter = ''] = said.split('.');
      return { decided_on, id: matter };
    })
    .pipe(z.object({ decided_on: day, id }))
    .optional(),
});

/**
 * Answers that are waited for longer than the model wants: line by line for a supervisor, and for a
 * coordinator only how many people there were at the end of the last month, without small cells.
 */
export const unansweredList = z.object({
  /** Where the next page begins; null = this was the last. */
  next: z.string().nullable(),
  silence_days: z.int(),
  source_citation: z.string(),
  verified: z.boolean(),
  waiting: z.array(unanswered).nullable(),
  counts: z.object({ on: day, agencies: z.array(waitingFor), smallest_cell: z.int() }).nullable(),
});

export const agendaQuery = z.strictObject({
  commission: z.string().min(1).max(60),
  session_on: day,
});
/** What a commission gets to see: numbers of files in their order. Nothing else leaves the house. */
export const agenda = z.object({ numbers: z.array(z.string()) });

/** The sessions for which something is on the agenda. */
export const sessions = z.object({
  sessions: z.array(z.object({ commission: z.string(), session_on: day, matters: z.int() })),
});
