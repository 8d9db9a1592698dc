import type { Day } from '../../time.ts';
import { type Lateness, lateness, STATUSES, type Status } from './follow-up.ts';

/** What a report to the next edition needs of each recommendation that was adopted before it. */
export interface Followed {
  readonly id: string;
  readonly number: number;
  readonly status: Status;
  readonly adopted_on: Day | null;
  readonly replaced: boolean;
  readonly due_on: Day | null;
  readonly review_on: Day | null;
  readonly reports: readonly { readonly reported_on: Day }[];
}

export interface ReportedOne<One extends Followed> {
  readonly recommendation: One;
  /** The newest report, or null where nobody has said anything. */
  readonly latest: One['reports'][number] | null;
  readonly late: Lateness;
}

export interface EditionReport<One extends Followed> {
  readonly total: number;
  /** A replaced one counts no more: the one that replaced it does. */
  readonly counts: Readonly<Record<Status, number>>;
  readonly by_status: Readonly<Record<Status, readonly ReportedOne<One>[]>>;
  readonly late: readonly ReportedOne<One>[];
  readonly silent: number;
}

/** The report to an edition: how each recommendation stands, with its latest word, and which are late. */
export function editionReport<One extends Followed>(
  all: readonly One[],
  today: Day,
): EditionReport<One> {
  const told = all
    .filter((one) => one.adopted_on !== null && !one.replaced)
    .toSorted((a, b) => a.number - b.number)
    .map((recommendation) => ({
      recommendation,
      latest: latestOf<One['reports'][number]>(recommendation.reports),
      late: lateness(recommendation, today),
    }));
  const of = (status: Status) => told.filter((one) => one.recommendation.status === status);
  const each = <Value>(value: (status: Status) => Value) =>
    Object.fromEntries(STATUSES.map((status) => [status, value(status)])) as Record<Status, Value>;
  return {
    total: told.length,
    counts: each((status) => of(status).length),
    by_status: each(of),
    late: told.filter((one) => one.late !== null),
    silent: told.filter((one) => one.latest === null).length,
  };
}

function latestOf<Report extends { readonly reported_on: Day }>(
  reports: readonly Report[],
): Report | null {
  // They come the latest first: of two of one day the later word stands.
  return reports.toSorted((a, b) => b.reported_on.localeCompare(a.reported_on))[0] ?? null;
}
