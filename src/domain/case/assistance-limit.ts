import type { Id } from '../id.ts';
import { compareAmounts, type Money, sumOf } from '../money.ts';
import type { Day } from '../time.ts';
import type { Assistance } from './assistance.ts';
import type { ProgrammeModel } from './model.ts';

/** Within so many days gifts count together where the model says nothing. */
const LIMIT_DAYS = 30;

/** What is over a limit: the limit, and within how many days gifts of one kind and payer count together. */
export interface OverLimit {
  /** null: the kind has limits, none of them in this currency. */
  readonly above: Money | null;
  readonly days: number;
  /** Over it only together with what was given before. */
  readonly together: boolean;
}

/** What is given, as far as a limit asks; without payer and day for a request, which names neither. */
export interface Gift {
  readonly assistance_id?: Id | undefined;
  readonly kind: string;
  readonly worth: Money | null;
  readonly payer?: Assistance['payer'] | undefined;
  readonly on?: Day | undefined;
}

/** The money of an entry: paid, or what goods are thought to be worth; null where nobody said. */
export function moneyOf({ given: what }: Pick<Assistance, 'given'>): Money | null {
  return what.as === 'money' ? what.paid : (what.worth ?? null);
}

/**
 * The limit that a gift is over, alone or with what the same payer gave of its kind within the model's days; null
 * where nobody needs to be asked. A currency without a limit is over every limit that the kind has: otherwise it
 * would be the way around it.
 */
export function limitOver(
  model: ProgrammeModel,
  given: readonly Assistance[],
  gift: Gift,
): OverLimit | null {
  const { kind, worth } = gift;
  if (worth === null) return null;
  const days = model.assistance?.limit_days ?? LIMIT_DAYS;
  const limits = (model.assistance?.limits ?? []).filter(
    (one) => one.kind === undefined || one.kind === kind,
  );
  if (limits.length === 0) return null;
  const known = limits.filter(({ above }) => above.currency === worth.currency);
  // What is said of this kind goes before what is said of all.
  const limit = known.find((one) => one.kind === kind) ?? known[0];
  if (limit === undefined) return { above: null, days, together: false };
  const { above } = limit;
  const over = (amount: string) => compareAmounts(amount, above.amount) > 0;
  if (over(worth.amount)) return { above, days, together: false };
  const sums = countedWith(given, gift, worth.currency, days);
  return sums.some((before) => over(sumOf([before, worth.amount])))
    ? { above, days, together: true }
    : null;
}

/** What was given before, summed up payer by payer in each stretch of days that the gift lies in. */
function countedWith(
  given: readonly Assistance[],
  { assistance_id, kind, payer, on }: Gift,
  currency: string,
  days: number,
): readonly string[] {
  const counted = given.flatMap((one) => {
    const worth = moneyOf(one);
    const other = one.assistance_id !== assistance_id && one.withdrawn === null;
    const fits = other && one.kind === kind && worth?.currency === currency;
    return fits && (payer === undefined || samePayer(one.payer) === samePayer(payer))
      ? [{ by: samePayer(one.payer), at: dayNumber(one.on), amount: worth.amount }]
      : [];
  });
  const on_day = on === undefined ? null : dayNumber(on);
  const starts = [...counted.map(({ at }) => at), ...(on_day === null ? [] : [on_day])].filter(
    (start) => on_day === null || (start <= on_day && on_day < start + days),
  );
  return [...Map.groupBy(counted, ({ by }) => by).values()].flatMap((ofOne) =>
    starts.map((start) =>
      sumOf(ofOne.filter(({ at }) => start <= at && at < start + days).map(({ amount }) => amount)),
    ),
  );
}

/** Another way of writing a name makes no other payer. */
function samePayer({ organisation_id, name = '' }: Assistance['payer']): string {
  return organisation_id ?? name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function dayNumber(on: Day): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000;
}
