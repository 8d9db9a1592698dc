import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { languageTag } from '../people/person.ts';
import { line, prose } from '../text.ts';
import { type Day, day } from '../time.ts';
import { dayAfter } from './calendar.ts';
import type { SchoolingRules } from './model-schooling.ts';

const named = { schooling_id: id };
const code = z.string().min(1).max(60);
/** 0 = kindergarten or a preparatory group. */
const grade = z.int().min(0).max(12);
/** A school of the directory, which may answer for itself, or one by its name. */
const school = z.union([
  z.strictObject({ service_id: id, organisation_id: id }),
  z.strictObject({ name: line }),
]);
export type School = z.infer<typeof school>;

export const prepareSchool = z.strictObject({
  ...named,
  school,
  /** The last grade that was reached anywhere; null where nobody knows or there was none. */
  last_grade: grade.nullable(),
  /** The language in which the school teaches. */
  language: languageTag,
  words: prose.optional(),
});
/** Which grade fits now, and what helps; never a mark. */
export const testPlacement = z.strictObject({ ...named, on: day, grade, words: prose.optional() });
export const agreeCatchUp = z.strictObject({
  ...named,
  on: day,
  subjects: z.array(line).min(1).max(8),
  hours_a_week: z.int().min(1).max(30).optional(),
  review_on: day,
  child_words: prose.optional(),
});
export const CATCH_UP_OUTCOMES = ['keeping_up', 'on_the_way', 'needs_more'] as const;
export const reviewCatchUp = z.strictObject({
  ...named,
  on: day,
  outcome: z.enum(CATCH_UP_OUTCOMES),
  /** When somebody looks again; not where the child keeps up. */
  review_on: day.optional(),
  words: prose.optional(),
  /** Where the model names a milestone for keeping up: its id. */
  milestone_id: id.optional(),
});
export const startSchool = z.strictObject({ ...named, milestone_id: id, on: day, grade });
export const schoolStarted = startSchool.omit({ milestone_id: true });

/** A week by its Monday: days there, days not there, and why not, in codes of the model. */
const week = {
  week: day.refine((one) => new Date(`${one}T00:00:00Z`).getUTCDay() === 1, {
    error: 'not_a_monday',
  }),
  present: z.int().min(0).max(7),
  absent: z.int().min(0).max(7),
  reasons: z.array(code).max(5),
};
interface Days {
  readonly present: number;
  readonly absent: number;
  readonly reasons: readonly string[];
}
function inOneWeek(said: Days, context: z.RefinementCtx): void {
  const wrong = (path: string, error: string) =>
    context.addIssue({ code: 'custom', path: [path], message: error });
  const days = said.present + said.absent;
  if (days < 1 || days > 7) wrong('absent', 'not_days_of_a_week');
  if (said.absent === 0 && said.reasons.length > 0) wrong('reasons', 'reason_without_absence');
}
export const noteWeek = z.strictObject({ ...named, ...week }).superRefine(inOneWeek);
/** The days of a week alone, where all else is known. */
export const weekOfSchool = z.strictObject(week).superRefine(inOneWeek);
/** The same by the school, which knows its request and nothing of the file. */
export const answerWeek = z.strictObject({ referral_id: id, ...week }).superRefine(inOneWeek);
export const weekNoted = z.strictObject({
  ...{ ...named, ...week, said_by: z.enum(['worker', 'school']) },
});
export const addSupport = z.strictObject({
  ...{ ...named, support_id: id, on: day, kind: code, words: prose.optional() },
});
export const changeSchool = z.strictObject({ ...named, next_id: id, school, on: day, grade });
export const LEAVING_REASONS = [
  'finished',
  'moved_away',
  'works',
  'helps_at_home',
  'cost',
  'distance',
  'language',
  'treated_badly',
  'other',
] as const;
export const leaveSchool = z.strictObject({
  ...{ ...named, on: day, reason: z.enum(LEAVING_REASONS), words: prose.optional() },
});
export const schoolLeft = leaveSchool.extend({
  reason: z.enum([...LEAVING_REASONS, 'other_school']),
});

export interface Week extends Days {
  readonly said_by: 'worker' | 'school';
}
type Kept<T extends z.ZodType> = Omit<z.infer<T>, 'schooling_id'>;
/** One school of one child: looked for, begun, followed, left. */
export interface Schooling extends Omit<z.infer<typeof prepareSchool>, 'schooling_id'> {
  readonly test: Kept<typeof testPlacement> | null;
  readonly catch_up: Kept<typeof agreeCatchUp> | null;
  readonly reviews: readonly Kept<typeof reviewCatchUp>[];
  readonly started: Kept<typeof schoolStarted> | null;
  readonly weeks: Readonly<Record<Day, Week>>;
  readonly supports: readonly Kept<typeof addSupport>[];
  readonly left: Kept<typeof schoolLeft> | null;
}
export interface SchoolingState {
  readonly schoolings: Readonly<Record<Id, Schooling>>;
}

/** The school that the child goes to, or is about to; at most one. */
export function runningSchooling(slice: SchoolingState): [Id, Schooling] | null {
  return Object.entries(slice.schoolings).find(([, { left }]) => left === null) ?? null;
}

/** A week as the school that sent it sees it again. */
export const sentWeek = z.object(week);
export type SentWeek = z.infer<typeof sentWeek>;

/** The weeks that stand as an organisation said them of this child, in their order; nobody else's word. */
export function weeksSentBy(slice: SchoolingState, organisationId: Id): readonly SentWeek[] {
  return Object.values(slice.schoolings)
    .filter(({ school: at }) => 'organisation_id' in at && at.organisation_id === organisationId)
    .flatMap(weeksOf)
    .filter(({ said_by }) => said_by === 'school')
    .map(({ monday, present, absent, reasons }) => ({
      ...{ week: monday, present, absent, reasons: [...reasons] },
    }))
    .sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** Weeks in their order, each with its Monday. */
export function weeksOf({ weeks }: Schooling): readonly (Week & { readonly monday: Day })[] {
  return Object.entries(weeks)
    .map(([monday, one]) => ({ monday, ...one }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** The Monday of the week in which a day lies. */
export function mondayOf(one: Day): Day {
  const since = (new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(one, -since);
}

/** Whether the child keeps up by what was said last; null where nobody has looked. */
export function lastReview({ reviews }: Schooling) {
  return reviews.at(-1) ?? null;
}

/** When somebody is to look at the catch-up plan again; null where there is nothing to look at. */
export function nextReview({ catch_up, reviews }: Schooling): Day | null {
  const last = reviews.at(-1);
  if (last !== undefined) return last.outcome === 'keeping_up' ? null : (last.review_on ?? null);
  return catch_up?.review_on ?? null;
}

/**
 * The last week in which attendance was low for as many weeks, one after the other, as the model says;
 * null where it was not, or where something was done about it since.
 */
export function lowAttendance(schooling: Schooling, rules: SchoolingRules): Day | null {
  const last = weeksOf(schooling).slice(-rules.low_weeks);
  const [first, end] = [last[0]?.monday, last.at(-1)?.monday];
  if (first === undefined || end === undefined || last.length < rules.low_weeks) return null;
  if (dayAfter(first, 7 * (rules.low_weeks - 1)) !== end) return null;
  const low = last.every(
    ({ present, absent }) => present * 100 < rules.low_percent * (present + absent),
  );
  const helped = [...schooling.supports, ...schooling.reviews].some(({ on }) => on > end);
  return low && !helped ? end : null;
}
