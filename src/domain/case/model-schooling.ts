import { z } from 'zod';
import { type Birth, firstDay, lastDay } from '../people/birth.ts';
import { labels, line } from '../text.ts';
import type { Day } from '../time.ts';
import type { ProgrammeModel } from './model.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });
const labelled = z.strictObject({ code, labels });

/** How a programme follows children into school; a model from before has none. */
export const schoolingOfModel = z.strictObject({
  /** Years of age in which a child is to be in school, the last one included. */
  age_from: z.int().min(3).max(18),
  age_to: z.int().min(3).max(25),
  /** What was reached with the first day, and with keeping up; codes of `milestones`. */
  entered_milestone: code,
  keeping_up_milestone: code.optional(),
  /** A need of this domain, found for a child, asks for a school as well. */
  need_domain: code,
  absence_reasons: z.array(labelled).min(1).max(20),
  supports: z.array(labelled).min(1).max(20),
  /** So many weeks one after the other below so many of a hundred days: somebody asks why. */
  low_weeks: z.int().min(1).max(12),
  low_percent: z.int().min(1).max(100),
  source_citation: line,
  verified: z.boolean(),
});
export type SchoolingRules = z.infer<typeof schoolingOfModel>;

/** Codes that point nowhere, with their place below `schooling`. */
export function schoolingFaults(model: ProgrammeModel) {
  const { schooling } = model;
  if (schooling === undefined) return [];
  const has = (list: readonly { readonly code: string }[], name: string) =>
    list.some((entry) => entry.code === name);
  const milestones = ['entered_milestone', 'keeping_up_milestone'] as const;
  return [
    ...milestones.flatMap((key) => {
      const name = schooling[key];
      const known = name === undefined || has(model.milestones, name);
      return known ? [] : [{ path: key, code: 'unknown_milestone', name }];
    }),
    ...(has(model.need_domains, schooling.need_domain)
      ? []
      : [{ path: 'need_domain', code: 'unknown_need_domain', name: schooling.need_domain }]),
  ];
}

/** Between which days somebody is of school age, as wide as the birth date allows; undefined where nobody knows. */
export function schoolAge(
  { schooling }: Pick<ProgrammeModel, 'schooling'>,
  birth: Birth | null,
): { readonly from: Day; readonly until: Day } | undefined {
  if (schooling === undefined || birth === null) return undefined;
  return {
    from: yearsLater(firstDay(birth.date, birth.precision), schooling.age_from),
    until: yearsLater(lastDay(birth.date, birth.precision), schooling.age_to + 1),
  };
}

/** The same day so many years on; born on 29 February: 1 March of a common year. */
function yearsLater(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}
