import { z } from 'zod';
import { id } from '../../id.ts';
import { line, prose, text } from '../../text.ts';
import { type Day, day } from '../../time.ts';
import { languageTag } from '../wording.ts';

/** From the adopted text to somebody having acted. */
export const STATUSES = ['open', 'accepted', 'under_way', 'partly', 'done', 'declined'] as const;
export type Status = (typeof STATUSES)[number];

/** Where the owner may take it from here. What is done stays done: a next step is a new recommendation. */
export const MOVES = {
  open: ['accepted', 'declined'],
  accepted: ['under_way', 'declined'],
  under_way: ['partly', 'done', 'declined'],
  partly: ['under_way', 'done', 'declined'],
  done: [],
  declined: ['accepted'],
} as const satisfies Readonly<Record<Status, readonly Status[]>>;

/** True where nothing more is expected of the owner. */
export function isSettled(status: Status): boolean {
  return status === 'done' || status === 'declined';
}

const link = z.url({ protocol: /^https?$/, error: 'not_a_link' }).max(500);
const amount = z.number().min(-1e12).max(1e12);

/** Who leads, who helps, and by when; said by the organiser. */
export const newOwners = z.strictObject({
  lead_id: id.nullable(),
  co_owner_ids: z
    .array(id)
    .max(20)
    .refine((all) => new Set(all).size === all.length, { error: 'twice' }),
  due_on: day.nullable(),
  review_on: day.nullable(),
});

/** How one sees that it was done. */
export const newIndicator = z.strictObject({
  lang: languageTag,
  name: line,
  base: amount.nullable(),
  target: amount,
  unit: text(60),
});

/** One step on the way, with its dates. */
export const newActivity = z
  .strictObject({
    id,
    lang: languageTag,
    title: line,
    starts_on: day,
    ends_on: day,
    done_on: day.nullable(),
  })
  .refine((one) => one.ends_on >= one.starts_on, { error: 'ends_before_start', path: ['ends_on'] });

/** What an owner tells: where it stands now, in words, with the indicator's value and where it can be read. */
export const newReport = z.strictObject({
  id,
  status: z.enum(STATUSES),
  lang: languageTag,
  words: prose.nullable(),
  value: amount.nullable(),
  evidence: link.nullable(),
  /** The status that its author had before them. */
  seen: z.enum(STATUSES),
});
export type NewReport = z.infer<typeof newReport>;

export type ReportRefusal =
  | 'not_adopted'
  | 'recommendation_replaced'
  | 'status_changed_meanwhile'
  | 'status_move_unfit'
  | 'lead_says_this'
  | 'reason_missing';

/** Which part an institution has in a recommendation; the organiser may speak where no owner can. */
export type Part = 'lead' | 'co_owner' | 'organiser';

/**
 * Why a report cannot be taken, or null. Any owner may report; only the lead (or the organiser for it) moves
 * the status; to accept and to begin needs no words, everything else does, and to decline needs the reason.
 */
export function reportRefusal(
  recommendation: {
    readonly status: Status;
    readonly adopted: boolean;
    readonly replaced: boolean;
  },
  part: Part,
  said: Pick<NewReport, 'status' | 'words' | 'seen'>,
): ReportRefusal | null {
  const { status, adopted, replaced } = recommendation;
  if (!adopted) return 'not_adopted';
  if (replaced) return 'recommendation_replaced';
  if (said.seen !== status) return 'status_changed_meanwhile';
  if (said.status !== status) {
    if (part === 'co_owner') return 'lead_says_this';
    const moves: readonly Status[] = MOVES[status];
    if (!moves.includes(said.status)) return 'status_move_unfit';
    if (said.status === 'accepted' || said.status === 'under_way') return null;
  }
  return said.words === null || said.words.trim() === '' ? 'reason_missing' : null;
}

/** What is late, on a day: the date itself, the look at how it goes, or nothing. */
export type Lateness = 'due' | 'review' | null;

/** A pure question of dates: the same answer on the board, in the reminder and in the report. */
export function lateness(
  one: {
    readonly status: Status;
    readonly adopted_on: Day | null;
    readonly replaced: boolean;
    readonly due_on: Day | null;
    readonly review_on: Day | null;
  },
  today: Day,
): Lateness {
  if (one.adopted_on === null || one.replaced || isSettled(one.status)) return null;
  if (one.due_on !== null && one.due_on < today) return 'due';
  return one.review_on !== null && one.review_on < today ? 'review' : null;
}

/** The next look after a report: three months on; nothing where all is settled. */
export function nextReview(status: Status, reported_on: Day): Day | null {
  if (isSettled(status)) return null;
  const at = new Date(`${reported_on}T00:00:00Z`);
  const month = at.getUTCMonth() + 3;
  const last = new Date(Date.UTC(at.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const next = Date.UTC(at.getUTCFullYear(), month, Math.min(at.getUTCDate(), last));
  return new Date(next).toISOString().slice(0, 10);
}

/** How far the indicator has come from its base to its target, 0 to 1; null where nobody can tell. */
export function share(
  indicator: { readonly base: number | null; readonly target: number },
  value: number | null,
): number | null {
  const way = indicator.target - (indicator.base ?? 0);
  if (value === null || way === 0) return null;
  return Math.min(1, Math.max(0, (value - (indicator.base ?? 0)) / way));
}
