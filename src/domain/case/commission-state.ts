import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { labels, line, prose, text } from '../text.ts';
import { type Day, day } from '../time.ts';
import type { ProgrammeModel } from './model.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });
const labelled = z.strictObject({ code, labels });

/** Commissions and conferences of a programme; a model from before there were any has none. */
export const commissionsOfModel = z.strictObject({
  /** The bodies that decide: of the republic, a region, a district. */
  commissions: z.array(labelled).min(1).max(30),
  /** Who answers for what was decided. */
  agencies: z.array(labelled).min(1).max(40),
  /** So many days after a decision an answer that has not come is on the list of those who lead. */
  silence_days: z.int().min(1).max(365),
  /** Who sits in a case conference, by profession. */
  disciplines: z.array(labelled).min(1).max(30),
  /** A conference of fewer professions is a talk, and is written down as a note. */
  smallest_conference: z.int().min(1).max(10),
  source_citation: line,
  verified: z.boolean(),
});

const named = { matter_id: id };
/** A step of the plan goes before a commission. What is asked stays in the file. */
export const putToCommission = z.strictObject({
  ...named,
  step_id: id,
  commission: z.string().min(1).max(60),
  session_on: day,
  asked: line,
});
/** What was decided, under which number, who answers for it, and by when. */
export const recordDecision = z.strictObject({
  ...named,
  number: text(60),
  decided_on: day,
  agency: z.string().min(1).max(60),
  what: line,
  due_on: day,
});
export const MATTER_ANSWERS = ['done', 'partly', 'refused'] as const;
export const recordDecisionAnswer = z.strictObject({
  ...named,
  on: day,
  outcome: z.enum(MATTER_ANSWERS),
  words: prose.optional(),
});
export const MATTER_WITHDRAWALS = ['not_wished', 'not_needed', 'said_in_error'] as const;
export const withdrawMatter = z.strictObject({ ...named, reason: z.enum(MATTER_WITHDRAWALS) });

/** `put` = on an agenda; `decided` = an agency is to answer; then it is over. */
export type MatterStatus = 'put' | 'decided' | 'answered' | 'withdrawn';
export interface Matter extends z.infer<typeof putToCommission> {
  readonly status: MatterStatus;
  readonly decision: Omit<z.infer<typeof recordDecision>, 'matter_id'> | null;
  readonly answer: Omit<z.infer<typeof recordDecisionAnswer>, 'matter_id'> | null;
  /** The day of the answer, or on which it was withdrawn. */
  readonly over_on: Day | null;
}
export interface CommissionState {
  readonly matters: Readonly<Record<Id, Matter>>;
}

/** The matters of a file in the order in which they were put. */
export function mattersOf(slice: CommissionState): readonly Matter[] {
  return Object.values(slice.matters);
}

export function isOver({ status }: Pick<Matter, 'status'>): boolean {
  return status === 'answered' || status === 'withdrawn';
}

/** Steps of the plan that a decision holds up: they go on when the answer is there. */
export function stepsHeldUp(slice: CommissionState): ReadonlySet<Id> {
  const waiting = mattersOf(slice).filter(({ status }) => status === 'decided');
  return new Set(waiting.map(({ step_id }) => step_id));
}

/** Whole days since the decision that nobody has answered; null where none is waited for. */
export function daysWaited({ status, decision }: Matter, today: Day): number | null {
  if (status !== 'decided' || decision === null) return null;
  return Math.round((Date.parse(today) - Date.parse(decision.decided_on)) / 86_400_000);
}

/** Whether an answer has been waited for longer than the programme wants to. */
export function isSilent(matter: Matter, today: Day, model: ProgrammeModel): boolean {
  const days = model.commissions?.silence_days;
  return days !== undefined && (daysWaited(matter, today) ?? 0) > days;
}
