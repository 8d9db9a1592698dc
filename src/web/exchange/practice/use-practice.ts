import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import {
  CARD_FACT_NAMES,
  CARD_FACTS,
  CARD_TEXT_NAMES,
  type CardText,
} from '#domain/exchange/practice/card.ts';
import { EVIDENCE_CRITERIA } from '#domain/exchange/practice/evidence-level.ts';
import { PRACTICE_STATES } from '#domain/exchange/practice/practice-state.ts';
import { REVIEW_CRITERIA, REVIEW_DECISIONS } from '#domain/exchange/practice/review.ts';
import { outcome, sourceRecommendation } from '#domain/exchange/recommendation/came-of.ts';
import { wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { useAdding } from '../use-adding.ts';

export const cardTexts = z
  .object(
    Object.fromEntries(CARD_TEXT_NAMES.map((name) => [name, wording.nullable()])) as Record<
      CardText,
      z.ZodNullable<typeof wording>
    >,
  )
  .extend({ title: wording });
export const facts = z.object(CARD_FACTS);

export const practiceLine = z.object({
  ...{ id: z.uuid(), title: wording, country: z.string(), state: z.enum(PRACTICE_STATES) },
  ...{ changed_at: z.string(), own: z.boolean(), clashes: z.number() },
  published_version: z.number().nullable(),
});
export const practiceLines = z.object({
  rows: z.array(practiceLine),
  next: z.string().nullable(),
});

export const wholePractice = z.object({
  ...{ id: z.uuid(), state: z.enum(PRACTICE_STATES), version: z.number(), round: z.number() },
  ...{ texts: cardTexts, facts, published_version: z.number().nullable() },
  may: z.object({
    ...{ read: z.boolean(), write: z.boolean(), submit: z.boolean(), desk: z.boolean() },
    ...{ ask_publication: z.boolean(), reopen: z.boolean(), renew: z.boolean() },
    archive: z.boolean(),
  }),
  missing: z.array(z.enum([...CARD_TEXT_NAMES, ...CARD_FACT_NAMES])),
  clashes: z.array(
    z.object({
      ...{ id: z.uuid(), field: z.string(), language: z.string(), yours: z.unknown() },
      ...{ theirs: z.unknown(), by: z.string(), own: z.boolean(), at: z.string() },
    }),
  ),
  reviews: z.array(
    z.object({
      ...{ country: z.string().nullable(), decision: z.enum(REVIEW_DECISIONS) },
      criteria: z.record(
        z.enum(REVIEW_CRITERIA),
        z.object({ met: z.boolean(), reason: z.string() }),
      ),
      contested: z.array(z.enum(EVIDENCE_CRITERIA)),
      ...{ summary: z.string(), language: z.string(), decided_at: z.string() },
    }),
  ),
  ...{ sent_back: z.string().nullable(), waiting: z.boolean() },
  recommendations: z.array(sourceRecommendation),
  models: z.array(outcome),
});
export type WholePractice = z.infer<typeof wholePractice>;

/** Says something to the exchange and asks everything of it anew; what went wrong stays to be shown. */
export function useSay() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const add = useAdding({ setBusy, setProblem });
  async function say(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<boolean> {
    setBusy(true);
    const reply = await call(path, z.unknown(), {
      method,
      ...(body === undefined ? {} : { body }),
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange'] });
    return reply.ok;
  }
  return { say, add, problem, setProblem, busy };
}
