import { z } from 'zod';
import { type Birth, firstDay } from '../people/birth.ts';
import { labels, line } from '../text.ts';
import type { Day } from '../time.ts';
import { dayAfter } from './calendar.ts';
import type { ProgrammeModel } from './model.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });

/** The vaccination calendar of a country, one entry a dose; a model without one lists none. */
export const vaccinationsOfModel = z.strictObject({
  doses: z
    .array(
      z.strictObject({
        code,
        labels,
        /** Due from this age on; from `until_months` on nobody waits for it any more. */
        from_months: z.int().min(0).max(240),
        until_months: z.int().min(1).max(1200).optional(),
        /** Never earlier than so many days after the dose before it. */
        after: z.strictObject({ dose: code, days: z.int().min(1).max(3660) }).optional(),
      }),
    )
    .min(1)
    .max(80),
  source_citation: line,
  verified: z.boolean(),
});
export type Dose = z.infer<typeof vaccinationsOfModel>['doses'][number];

export interface DueDose {
  readonly code: string;
  readonly given_on: Day | null;
  /** When it is due; where the dose before it is missing, counted from when that can be given. */
  readonly due_on: Day;
  readonly state: 'given' | 'due' | 'ahead' | 'over';
}

/**
 * Which doses somebody has, which are due now and which later. Nothing written down means nothing given:
 * whoever has no papers begins with the first dose, and each next one keeps its distance.
 */
export function dosesDue(
  { vaccinations }: Pick<ProgrammeModel, 'vaccinations'>,
  birth: Birth | null,
  given: Readonly<Record<string, Day>>,
  today: Day,
): readonly DueDose[] {
  if (vaccinations === undefined || birth === null) return [];
  const born = firstDay(birth.date, birth.precision);
  const dueOn = new Map<string, Day>();
  const due = (dose: Dose): Day => {
    const own = monthsLater(born, dose.from_months);
    const before = dose.after;
    if (before === undefined) return own;
    const known = given[before.dose] ?? later(dueOn.get(before.dose) ?? own, today);
    return later(own, dayAfter(known, before.days));
  };
  return vaccinations.doses.map((dose) => {
    const given_on = given[dose.code] ?? null;
    const due_on = due(dose);
    dueOn.set(dose.code, due_on);
    const { until_months } = dose;
    const over = until_months !== undefined && monthsLater(born, until_months) <= today;
    const open = over ? 'over' : due_on <= today ? 'due' : 'ahead';
    return { code: dose.code, given_on, due_on, state: given_on === null ? open : 'given' };
  });
}

/** Doses that follow one that the calendar does not have, or one further down. */
export function vaccinationFaults({ vaccinations }: Pick<ProgrammeModel, 'vaccinations'>) {
  const doses = vaccinations?.doses ?? [];
  return doses.flatMap(({ after }, at) => {
    const known = after === undefined || doses.slice(0, at).some(({ code }) => code === after.dose);
    return known ? [] : [{ path: `doses.${at}.after.dose`, name: after.dose }];
  });
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The same day so many months on, or the last day of a shorter month. */
function monthsLater(from: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
