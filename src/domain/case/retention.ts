import { type Birth, lastDay } from '../people/birth.ts';
import type { Day } from '../time.ts';
import { dayAfter } from './calendar.ts';
import type { ProgrammeModel } from './model.ts';

/** A day some years later; 29 February becomes 1 March where that year has none. */
export function yearsLater(day: Day, years: number): Day {
  const later = new Date(`${day}T00:00:00.000Z`);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later.toISOString().slice(0, 10);
}

/**
 * The last day on which the content of a file that is completed on `closedOn` is kept: the model's
 * period for everybody, and for whoever is a child at that time at least until an age (practice.md
 * 5.3). Where the birth date is coarse or missing, the later day counts: content is never lost too
 * early by a guess. Null where the model has no period for case files.
 */
export function retainUntil(
  model: Pick<ProgrammeModel, 'retention'>,
  birth: Birth | null,
  closedOn: Day,
): Day | null {
  const period = model.retention.find((entry) => entry.category === 'case_file');
  if (period === undefined) return null;
  const { amount, unit, child_until_age } = period;
  const days = unit === 'hours' ? Math.ceil(amount / 24) : amount;
  const usual = unit === 'years' ? yearsLater(closedOn, amount) : dayAfter(closedOn, days);
  if (child_until_age === undefined) return usual;
  const grown =
    birth === null
      ? yearsLater(closedOn, child_until_age)
      : yearsLater(lastDay(birth.date, birth.precision), child_until_age);
  return [usual, grown].sort().at(-1) ?? usual;
}
