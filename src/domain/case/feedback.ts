import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { prose, text } from '../text.ts';
import { day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';
import type { CaseState } from './state.ts';

export const FEEDBACK_VALUES = ['yes', 'partly', 'no'] as const;

/** Asked by the support worker, by a colleague, or written by the person alone. */
export const FEEDBACK_WAYS = ['worker', 'colleague', 'alone'] as const;

const answer = z
  .strictObject({
    /** A code of `closing.feedback_questions` in the model. */
    code: z.string().min(1).max(60),
    value: z.enum(FEEDBACK_VALUES).optional(),
    words: prose.optional(),
  })
  .refine(({ value, words }) => value !== undefined || words !== undefined, {
    error: 'required',
    path: ['words'],
  });

/**
 * How it was, by the person: each question may be passed over, and so may all of them. Whoever declines
 * is asked for no reason. In whatever language it was said; nobody translates it before it is kept.
 */
export const recordFeedback = z
  .strictObject({
    feedback_id: id,
    on: day,
    given: z.boolean(),
    answers: z.array(answer).max(20),
    /** What no question asked for. */
    words: prose.optional(),
    language: text(35).optional(),
    /** Who asked: a worker is not told everything by everybody. */
    asked_by: z.enum(FEEDBACK_WAYS),
  })
  .refine(({ given, answers, words }) => given === (answers.length > 0 || words !== undefined), {
    error: 'required',
    path: ['words'],
  });

export type Feedback = z.infer<typeof recordFeedback> & {
  readonly by: Id;
  readonly recorded_at: Instant;
};
export interface FeedbackState {
  readonly feedback: readonly Feedback[];
}

/**
 * Whether the person was asked before a completion that is prepared: by tick, or by what was said since
 * support began, or began again. Whoever leaves at once, or has died, cannot be (IOM Handbook 2.7).
 */
export function feedbackOffered({ closure, feedback: said }: CaseState): boolean {
  const { prepared, reopened } = closure;
  if (prepared === null) return false;
  if (prepared.feedback_offered || prepared.ending === 'abrupt') return true;
  const since = reopened.at(-1)?.at ?? '';
  return said.feedback.some(({ recorded_at }) => recorded_at > since);
}

/** What the person says about the support, or that the person would rather not. */
export const feedback = {
  slice: 'feedback',
  initial: { feedback: [] } as FeedbackState,
  facts: {
    feedback_given: factKind({
      version: 1,
      compartment: 'general',
      body: recordFeedback,
      apply: (slice: FeedbackState, fact): FeedbackState => ({
        feedback: [...slice.feedback, { ...fact.body, by: fact.id, recorded_at: fact.recorded_at }],
      }),
    }),
  },
  commands: {
    record_feedback: commandKind({
      body: recordFeedback,
      verb: 'append',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, { model, today }) => {
        if (state.feedback.feedback.some((one) => one.feedback_id === body.feedback_id)) {
          return refuse('already_recorded');
        }
        if (body.on > today) return refuse('day_in_the_future');
        const known = new Set(model.closing.feedback_questions.map(({ code }) => code));
        const codes = body.answers.map(({ code }) => code);
        if (codes.some((code) => !known.has(code))) return refuse('question_unknown');
        if (new Set(codes).size < codes.length) return refuse('same_id_twice');
        return accept({ kind: 'feedback_given', body });
      },
    }),
  },
} as const satisfies Noun<'feedback'>;
