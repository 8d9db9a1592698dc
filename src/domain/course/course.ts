import { z } from 'zod';
import { code, naming } from '../directory/organisation.ts';
import { id } from '../id.ts';
import { money } from '../money.ts';
import { languageTag } from '../people/person.ts';
import { line, text } from '../text.ts';
import { type Day, day } from '../time.ts';

export const MOST_SEATS = 10_000;

/** Without the id: what the editor changes and a file brings in. */
export const courseFields = {
  /** Short, for files and lists: a file that comes again finds its courses by it. */
  code,
  organisation_id: id,
  name: naming,
  /** A unit group of ISCO-08; null where the course leads to no one occupation. */
  occupation: z
    .string()
    .regex(/^\d{4}$/, { error: 'not_an_occupation' })
    .nullable(),
  /** What people call the trade, where the group says too little. */
  occupation_words: line.nullable(),
  place_id: id.nullable(),
  starts_on: day,
  ends_on: day.nullable(),
  seats: z.int().min(0).max(MOST_SEATS),
  /** What is asked of whoever begins, in plain words. */
  entry: text(1000).nullable(),
  languages: z.array(languageTag).max(12),
  /** Whether somebody looks after children meanwhile. */
  childcare: z.boolean(),
  /** What it costs the person; null = nothing. */
  cost: money.nullable(),
  /** When it is held, in plain words: `Monday to Friday, 9 to 13`. */
  hours: line.nullable(),
  open: z.boolean(),
  /** The last day on which somebody may still wish for it; null = until it starts. */
  wishes_until: day.nullable(),
};

/** A course with seats that may be scarce: a row of the directory, in which no person stands. */
export const course = z.strictObject({ id, ...courseFields }).superRefine(daysInOrder);
export type Course = z.infer<typeof course>;
export type CourseFields = Omit<Course, 'id'>;

/** A change says which version it was made from: a newer one is not overwritten. */
export const changedCourse = z
  .strictObject({ ...courseFields, version: z.int().min(1) })
  .superRefine(daysInOrder);

/** A course as everybody who works here reads it. */
export const courseRow = z.object({ id, ...courseFields, version: z.int() });
export type CourseRow = z.infer<typeof courseRow>;

interface Days {
  readonly starts_on: Day;
  readonly ends_on: Day | null;
  readonly wishes_until: Day | null;
}

function daysInOrder(one: Days, context: z.RefinementCtx): void {
  if (one.ends_on !== null && one.ends_on < one.starts_on)
    context.addIssue({ code: 'custom', path: ['ends_on'], message: 'ends_before_start' });
  if (one.wishes_until !== null && one.wishes_until > one.starts_on)
    context.addIssue({ code: 'custom', path: ['wishes_until'], message: 'after_start' });
}

/** What a rule of a file may know of a course. */
export type CourseSummary = Pick<Course, 'open' | 'wishes_until' | 'starts_on'>;

/** Whether somebody may wish for it on this day. */
export function takesWishes({ open, wishes_until, starts_on }: CourseSummary, today: Day): boolean {
  return open && today <= (wishes_until ?? starts_on);
}
