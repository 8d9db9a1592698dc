import { z } from 'zod';
import type { ProgrammeModel } from '../case/model.ts';
import { groupKindsOf } from '../case/model-groups.ts';
import { type Day, day, instant } from '../time.ts';
import {
  type Count,
  divided,
  overlapping,
  type Rule,
  type SafeTable,
} from './disclosure-control.ts';

/** What is counted: the whole country by stage, need domain, kind of group and way into school, and nothing finer. */
export const SUBJECTS = ['stage', 'need_domain', 'group_kind', 'school'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Children of school age: at school, or not yet. */
const SCHOOL_CODES = [{ code: 'in_school' }, { code: 'not_yet' }] as const;

/** A month by its first day: `2026-10-01`. */
export const month = day.refine((first) => first.endsWith('-01'), { error: 'not_a_month' });
export type Month = Day;

export const freezing = z.strictObject({ month });

const rule = z.object({
  smallest_cell: z.int(),
  smallest_households: z.int(),
  rounded_to: z.int(),
});

/** A table as it was frozen; `people` is null where a cell is hidden, `total` where there is none. */
export const frozenTable = z.object({
  month,
  subject: z.enum(SUBJECTS),
  rows: z.array(z.object({ code: z.string(), people: z.int().nullable() })),
  total: z.int().nullable(),
  method: rule,
  made_at: instant,
});
export type FrozenTable = z.infer<typeof frozenTable>;

/** Every frozen table, the latest month first. */
export const frozenNumbers = z.object({ tables: z.array(frozenTable) });

/** One line of what was counted; the country's numbers before anything is hidden never leave here. */
export interface Counted {
  readonly subject: Subject | 'in_support';
  readonly code: string;
  readonly people: number;
  readonly households: number;
}

/** The rule of a programme: its smallest cell, three households at least, rounded to five (practice.md 4.7). */
export function ruleOf(model: ProgrammeModel): Rule {
  const { smallest_cell } = model.thresholds;
  return { smallest_cell, smallest_households: 3, rounded_to: 5 };
}

/** The tables of a month as they may be kept and shown. */
export function safeTables(
  counted: readonly Counted[],
  model: ProgrammeModel,
): Readonly<Record<Subject, SafeTable>> {
  const rule = ruleOf(model);
  const none = { people: 0, households: 0 };
  const counts = (subject: Counted['subject'], codes: readonly { code: string }[]): Count[] => {
    const known = new Map(
      counted.filter((one) => one.subject === subject).map((one) => [one.code, one]),
    );
    // What an older model called otherwise is a cell of its own: nobody is left out of the total.
    const all = new Set([...codes.map(({ code }) => code), ...known.keys()]);
    return [...all].map((code) => ({ ...none, ...known.get(code), code }));
  };
  const [all = { ...none, code: 'all' }] = counts('in_support', []);
  return {
    stage: divided(counts('stage', model.stages), rule),
    need_domain: overlapping(counts('need_domain', model.need_domains), all, rule),
    group_kind: overlapping(counts('group_kind', openKinds(model)), all, rule),
    school: divided(counts('school', SCHOOL_CODES), rule),
  };
}

/** Kinds of groups that are counted: of psychosocial ones not even how many people. */
function openKinds(model: ProgrammeModel) {
  return groupKindsOf(model).filter(({ compartment }) => compartment === 'general');
}

/** The first day of the month after. */
export function monthAfter(first: Month): Month {
  const at = new Date(`${first}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 1);
  return at.toISOString().slice(0, 10);
}

/** The months that are over on a day, from `since` on. */
export function monthsOver(since: Month, today: Day): Month[] {
  const months: Month[] = [];
  for (let first = since; monthAfter(first) <= today; first = monthAfter(first)) {
    months.push(first);
  }
  return months;
}
