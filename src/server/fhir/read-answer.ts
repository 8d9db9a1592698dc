import type { Task } from '@medplum/fhirtypes';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import {
  DECLINE_REASONS,
  OUTCOMES,
  QUESTIONS,
  type ReferralAnswer,
  referralAnswer,
  statusOf,
} from '#domain/case/referral-answer.ts';
import { line } from '#domain/text.ts';
import { type OwnSystem, type Speaking, systemOf } from './codes.ts';
import type { Refusal } from './outcome.ts';

const coding = z.object({ system: z.string().optional(), code: z.string().optional() });
const concept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() });
const period = z.object({ start: z.string().optional(), end: z.string().optional() });
const output = z.object({ type: concept, valueDate: z.string().optional() });

/** A Task as FHIR has it, as far as it is looked at before anything is decided. */
export const sentTask = z.looseObject({
  resourceType: z.literal('Task'),
  id: z.string().optional(),
  status: z.string(),
});
export type SentTask = z.infer<typeof sentTask>;

/** What an answer changes; everything else must be as it was given out, or be left out. */
const CHANGES = ['status', 'statusReason', 'businessStatus', 'executionPeriod', 'output'] as const;
type Change = (typeof CHANGES)[number];
const PASSED_OVER = ['resourceType', 'id', 'meta', 'lastModified'];

/** The elements that each state's answer is read from. */
const READ_FOR: Readonly<Record<string, readonly Change[]>> = {
  accepted: ['executionPeriod'],
  'in-progress': ['executionPeriod', 'output'],
  'on-hold': ['statusReason'],
  rejected: ['statusReason'],
  completed: ['executionPeriod', 'businessStatus'],
  // What stood in the way, where nothing came of it.
  failed: ['executionPeriod', 'businessStatus', 'statusReason'],
};

const alike = (one: unknown, other: unknown) => canonicalize(one) === canonicalize(other);
const refuse = (text: string, ...expression: string[]): Refusal => ({
  ...{ status: 422, text },
  expression: expression.map((path) => `Task.${path}`),
});

/** Whether what was sent says nothing that does not stand there already. */
export function saysNothingNew(sent: SentTask, current: Task): boolean {
  return CHANGES.every((key) => sent[key] === undefined || alike(sent[key], current[key]));
}

/**
 * The answer that a Task sent back means. There is no place for what was found or done: whatever the answer
 * does not need is refused, and never passed over in silence.
 */
export function readAnswer(
  sent: SentTask,
  current: Task,
  speaking: Speaking,
): ReferralAnswer | Refusal {
  const before = current as unknown as Readonly<Record<string, unknown>>;
  const needed = READ_FOR[sent.status];
  if (needed === undefined) return refuse('A receiving service cannot set this status.', 'status');
  const foreign = Object.keys(sent).filter(
    (key) =>
      !PASSED_OVER.includes(key) &&
      key !== 'status' &&
      !needed.some((one) => one === key) &&
      !alike(sent[key], before[key]),
  );
  if (foreign.length > 0) return refuse('This is not taken with this status.', ...foreign);
  const read = elements.safeParse(Object.fromEntries(needed.map((key) => [key, sent[key]])));
  if (!read.success) {
    const paths = read.error.issues.map(({ path }) => path.join('.'));
    return refuse('This is not as it must be.', ...new Set(paths));
  }
  return answered(sent.status, read.data, speaking);
}

/** The elements that an answer is read from; what each state does not need is not among them. */
const elements = z.object({
  executionPeriod: period.strict().optional(),
  statusReason: concept.strict().optional(),
  businessStatus: concept.strict().optional(),
  output: z.array(output.strict()).max(1).optional(),
});
type Read = z.infer<typeof elements>;

/** A FHIR date or dateTime as the day that it names where it was written. */
function dayOf(value: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value ?? '') ? value?.slice(0, 10) : undefined;
}

function answered(status: string, read: Read, speaking: Speaking): ReferralAnswer | Refusal {
  const { executionPeriod, statusReason, businessStatus } = read;
  const codeOf = (from: Read['statusReason'], system: OwnSystem, known?: readonly string[]) =>
    from?.coding?.find(
      (one) =>
        one.system === systemOf(speaking, system) && (known?.includes(one.code ?? '') ?? true),
    )?.code;
  if (status !== 'on-hold' && (statusReason?.text ?? businessStatus?.text) !== undefined) {
    return {
      ...refuse('Free text is not taken here: what was found is not told.'),
      problem: 'words_not_taken',
    };
  }
  switch (status) {
    case 'accepted':
      return said({ kind: 'accept', on: dayOf(executionPeriod?.start) }, 'executionPeriod.start');
    case 'in-progress': {
      const [next] = read.output ?? [];
      if (next !== undefined && codeOf(next.type, 'output') !== 'next-date') {
        return refuse('Only the next date is taken.', 'output');
      }
      const next_on = next === undefined ? {} : { next_on: dayOf(next.valueDate) ?? 'none' };
      const answer = { kind: 'seen', on: dayOf(executionPeriod?.start), ...next_on };
      return said(answer, 'executionPeriod.start', 'output');
    }
    case 'rejected': {
      const barrier = codeOf(statusReason, 'barrier');
      const reason = codeOf(statusReason, 'decline-reason', DECLINE_REASONS);
      const stood = barrier === undefined ? {} : { barrier };
      return said({ kind: 'decline', reason, ...stood }, 'statusReason');
    }
    case 'on-hold': {
      const words = statusReason?.text;
      if (words !== undefined && !line.safeParse(words).success) {
        return refuse('A question has at most 200 letters.', 'statusReason.text');
      }
      const question = codeOf(statusReason, 'question', QUESTIONS);
      const asked = { kind: 'ask', question, ...(words === undefined ? {} : { words }) };
      return said(asked, 'statusReason');
    }
    default: {
      const outcome = OUTCOMES.find((one) => one === codeOf(businessStatus, 'outcome', OUTCOMES));
      if (outcome === undefined || statusOf(outcome) !== status) {
        return refuse('This status needs an outcome that goes with it.', 'businessStatus');
      }
      const barrier = status === 'failed' ? codeOf(statusReason, 'barrier') : undefined;
      const stood = barrier === undefined ? {} : { barrier };
      const done = { kind: 'done', on: dayOf(executionPeriod?.end), outcome, ...stood };
      return said(done, 'executionPeriod.end');
    }
  }
}

/** The same schema as for every other answer. */
function said(answer: unknown, ...expression: string[]): ReferralAnswer | Refusal {
  const parsed = referralAnswer.safeParse(answer);
  return parsed.success
    ? parsed.data
    : refuse('A day or a code is missing or unknown.', ...expression);
}
