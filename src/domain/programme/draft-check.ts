import type { z } from 'zod';
import { LABEL_LANGUAGES, modelSchema, type ProgrammeModel, parseModel } from '../case/model.ts';
import { modelProblems } from '../case/model-check.ts';
import { nameOf } from '../case/model-difference.ts';
import { maySend } from '../case/model-names.ts';
import { closingIndex } from '../case/stage.ts';
import type { FieldProblem } from '../problem.ts';

type Details = NonNullable<FieldProblem['details']>;

/**
 * Reads a draft: what `parseModel` asks of every model, and beyond it what nobody may publish any more.
 * A rule that is added here binds the next version only: versions that are in force stay readable.
 */
export function parseDraft(
  document: unknown,
): { readonly model: ProgrammeModel } | { readonly problems: readonly FieldProblem[] } {
  const parsed = parseModel(document);
  const found = 'problems' in parsed ? parsed.problems : [];
  const shaped = modelSchema.safeParse(document);
  // Everything at once, so that nobody mends one thing only to be told of the next.
  if (!shaped.success) {
    const entries = found.map(({ path }) => entryOf(path));
    const others = beyondShape(document).filter(
      ({ path }) => !entries.some((entry) => `${path}.`.startsWith(`${entry}.`)),
    );
    return { problems: [...found.map((one) => left(one, document)), ...others] };
  }
  const problems = [...found, ...draftProblems(shaped.data)];
  return problems.length > 0 ? { problems } : { model: shaped.data };
}

/** What a draft is asked and a version in force is not. */
function draftProblems(model: ProgrammeModel): FieldProblem[] {
  return [
    ...stageProblems(model),
    ...timerProblems(model),
    ...retentionProblems(model),
    ...packetProblems(model),
    ...pointingProblems(model),
    ...twice(model),
  ];
}

/**
 * What is wrong besides figures out of range and texts that were left empty: those get a value that would do, and
 * the rest is looked at. Nothing where something else has the wrong form: what would follow from it is unknown.
 */
function beyondShape(document: unknown): FieldProblem[] {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  // A figure that was none is a number first, and in its range then.
  for (let tries = 0; tries < 3; tries += 1) {
    const shaped = modelSchema.safeParse(copy);
    if (shaped.success) {
      return [...modelProblems(shaped.data, LABEL_LANGUAGES), ...draftProblems(shaped.data)];
    }
    if (!shaped.error.issues.every((issue) => standIn(copy, issue))) return [];
  }
  return [];
}

/** Puts a value that would do in the place of one figure or text; says whether it could. */
function standIn(document: unknown, issue: z.core.$ZodIssue): boolean {
  const value = valueFor(issue);
  const key = issue.path.at(-1);
  let parent = document;
  for (const one of issue.path.slice(0, -1)) {
    parent = typeof parent === 'object' && parent !== null ? Reflect.get(parent, one) : undefined;
  }
  if (value === undefined || key === undefined || typeof parent !== 'object' || parent === null) {
    return false;
  }
  return Reflect.set(parent, key, value);
}

function valueFor(issue: z.core.$ZodIssue): number | string | undefined {
  if (issue.code === 'invalid_type') {
    return issue.expected === 'number' || issue.expected === 'int' ? 1 : undefined;
  }
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return undefined;
  if (issue.origin === 'string') return issue.code === 'too_small' ? '–' : undefined;
  if (issue.origin !== 'number' && issue.origin !== 'int') return undefined;
  return Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
}

/** The entry of a list, or the part, that a place belongs to: what follows from a wrong value in it is not told. */
function entryOf(path: string): string {
  const keys = path.split('.');
  const at = keys.findIndex((key) => /^\d+$/.test(key));
  return keys.slice(0, at === -1 ? -1 : at + 1).join('.');
}

/** What was left empty is missing, whatever form it should have had. */
function left(fault: FieldProblem, document: unknown): FieldProblem {
  let value = document;
  for (const key of fault.path.split('.').slice(1)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value === '' ? { path: fault.path, code: 'required' } : fault;
}

/** Support that cannot be completed, and stages in which a file would stay for ever. */
function stageProblems({ stages, approvals }: ProgrammeModel): FieldProblem[] {
  const found: FieldProblem[] = [];
  const closing = closingIndex(stages);
  if (closing === stages.length) found.push(problem('stages', 'no_way_to_complete'));
  stages.forEach((stage, at) => {
    if (at === stages.length - 1 && stage.phase !== 'closed') {
      found.push(problem(`stages.${at}`, 'stage_without_way_on'));
    }
    stage.leave.forEach((name, index) => {
      const path = `stages.${at}.leave.${index}`;
      const approved = /^(.+)_approved$/.exec(name)?.[1];
      if (approved !== undefined && !approvals.some(({ code }) => code === approved)) {
        found.push(problem(path, 'approval_nobody_gives'));
      }
      // Check-ins begin after support: before that nobody can have had them.
      if (name === 'check_ins_done' && at <= closing) {
        found.push(problem(path, 'asked_too_early'));
      }
    });
  });
  return found;
}

/** Time limits that never run, or that cannot be met in time. */
function timerProblems({ timers }: ProgrammeModel): FieldProblem[] {
  return timers.flatMap((timer, at) => {
    const calledOff = (event: string) =>
      event === 'case_ended' || timer.stops_on.some((one) => one === event);
    const never = timer.starts_on.every(calledOff);
    const late =
      timer.unit !== 'hours' &&
      timer.counts_from_day !== undefined &&
      timer.counts_from_day > timer.amount;
    return [
      ...(never ? [problem(`timers.${at}.starts_on`, 'timer_never_starts')] : []),
      ...(late ? [problem(`timers.${at}.counts_from_day`, 'counts_after_due')] : []),
    ];
  });
}

const HOURS = { hours: 1, days: 24, years: 24 * 365 } as const;

/** Nothing is kept shorter than the law asks for, and a consent as long as the file that stands on it. */
function retentionProblems({ retention }: ProgrammeModel): FieldProblem[] {
  const hours = ({ amount, unit }: { amount: number; unit: keyof typeof HOURS }) =>
    amount * HOURS[unit];
  const file = retention.find(({ category }) => category === 'case_file');
  return retention.flatMap((one, at) => {
    const path = `retention.${at}.amount`;
    const { amount, unit, category, at_least } = one;
    const below = at_least !== undefined && hours({ amount, unit }) < hours(at_least);
    const shorter = category === 'consent' && file !== undefined && hours(one) < hours(file);
    return [
      ...(below ? [problem(path, 'below_legal_minimum')] : []),
      ...(shorter ? [problem(path, 'consent_kept_shorter')] : []),
    ];
  });
}

/** What a school, an employer or whoever else helps must never get, whatever somebody agreed to. */
function packetProblems({ referral, consent_purposes }: ProgrammeModel): FieldProblem[] {
  return referral.packets.flatMap((packet, at) => {
    const receiver = consent_purposes.find(({ code }) => code === packet.purpose)?.receiver;
    if (receiver === undefined) return [];
    return (['fields', 'fields_by_law'] as const).flatMap((key) =>
      packet[key].flatMap((field, index) =>
        // Of the return every model is asked already.
        maySend(field, receiver) || field.startsWith('return.')
          ? []
          : [problem(`referral.packets.${at}.${key}.${index}`, 'not_for_this_receiver', { field })],
      ),
    );
  });
}

/** Names that point nowhere or at themselves. */
function pointingProblems(model: ProgrammeModel): FieldProblem[] {
  const domains = new Set(model.need_domains.map(({ code }) => code));
  const sensitive = model.family?.sensitive_domains ?? [];
  return [
    ...sensitive.flatMap((name, at) =>
      domains.has(name)
        ? []
        : [problem(`family.sensitive_domains.${at}`, 'unknown_need_domain', { name })],
    ),
    ...model.milestones.flatMap(({ code, after }, at) =>
      after?.milestone === code
        ? [problem(`milestones.${at}.after.milestone`, 'after_itself')]
        : [],
    ),
    ...model.indicators.flatMap(({ numerator, denominator }, at) =>
      numerator === denominator ? [problem(`indicators.${at}.denominator`, 'share_of_itself')] : [],
    ),
  ];
}

/** Two entries of one name: nobody could say which is meant. */
function twice(model: ProgrammeModel): FieldProblem[] {
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    'commissions.commissions': model.commissions?.commissions ?? [],
    'commissions.agencies': model.commissions?.agencies ?? [],
    'commissions.disciplines': model.commissions?.disciplines ?? [],
    'assistance.currencies': model.assistance?.currencies ?? [],
    'word_list.entries': model.word_list.entries,
  };
  return Object.entries(lists).flatMap(([list, entries]) => {
    const names = entries.map((entry) => nameOf(entry) ?? '');
    return names.flatMap((name, at) =>
      names.indexOf(name) < at ? [problem(`${list}.${at}`, 'duplicate_code', { code: name })] : [],
    );
  });
}

function problem(path: string, code: string, details: Details = {}): FieldProblem {
  return { path: `model.${path}`, code, details };
}
