import { z } from 'zod';
import { role } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { dayAfter } from './calendar.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { factKind } from './fact.ts';
import { safetyOf } from './model-safety.ts';

export const WITHHOLDING_REASONS = ['fear_of_harm', 'safety_of_child', 'other_person'] as const;

/** Who read in which days, or entries of the file: what the person's own log and copy leave out. */
const what = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('readings'),
      roles: z.array(role).min(1).max(12),
      from: day,
      until: day.optional(),
    })
    .refine((said) => said.until === undefined || said.until >= said.from, {
      ...{ path: ['until'], error: 'ends_before_start' },
    }),
  z.strictObject({ kind: z.literal('entries'), fact_ids: z.array(z.uuid()).min(1).max(100) }),
]);
export const withholdFromLog = z.strictObject({
  withholding_id: id,
  what,
  reason: z.enum(WITHHOLDING_REASONS),
  words: prose,
  review_on: day,
});
export const reviewWithholding = z
  .strictObject({
    withholding_id: id,
    outcome: z.enum(['goes_on', 'ends']),
    words: prose,
    review_on: day.optional(),
  })
  .refine((said) => said.outcome === 'ends' || said.review_on !== undefined, {
    ...{ path: ['review_on'], error: 'required' },
  });

export interface Withholding
  extends Pick<z.infer<typeof withholdFromLog>, 'what' | 'reason' | 'review_on'> {
  readonly by: Id;
  readonly at: Instant;
  readonly ended_at: Instant | null;
}
export interface WithholdingState {
  readonly withheld: Readonly<Record<Id, Withholding>>;
}

/** What is left out of the person's log now. */
export function standingWithholdings(slice: WithholdingState): readonly [Id, Withholding][] {
  return Object.entries(slice.withheld).filter(([, { ended_at }]) => ended_at === null);
}

function dayProblem(review_on: Day, { model, today }: Situation) {
  const last = dayAfter(today, safetyOf(model).withholding_review_days);
  if (review_on <= today) return refuse('day_in_the_past');
  return review_on > last ? refuse('review_too_late', { last }) : null;
}

/**
 * Something is kept out of the person's own log, because somebody who reads over their shoulder would
 * harm them. Only child protection may, with a reason and a day; that it is done stands in `protection`.
 */
export const withholding = {
  slice: 'withholding',
  initial: { withheld: {} } as WithholdingState,
  facts: {
    log_withheld: factKind({
      version: 1,
      compartment: 'protection',
      body: withholdFromLog,
      apply: (slice: WithholdingState, { body, actor, recorded_at: at }): WithholdingState => {
        const { withholding_id, words: _words, ...said } = body;
        const known = { ...said, by: actor.id, at, ended_at: null };
        return { withheld: { ...slice.withheld, [withholding_id]: known } };
      },
    }),
    withholding_reviewed: factKind({
      version: 1,
      compartment: 'protection',
      body: reviewWithholding,
      apply: (slice: WithholdingState, { body, recorded_at }): WithholdingState => {
        const known = slice.withheld[body.withholding_id];
        if (known === undefined) return slice;
        const changed = {
          ...{ ...known, review_on: body.review_on ?? known.review_on },
          ended_at: body.outcome === 'ends' ? recorded_at : known.ended_at,
        };
        return { withheld: { ...slice.withheld, [body.withholding_id]: changed } };
      },
    }),
  },
  commands: {
    withhold_from_log: commandKind({
      body: withholdFromLog,
      verb: 'withhold',
      compartment: 'protection',
      onClosed: true,
      decide: (state, { body }, situation) => {
        if (state.withholding.withheld[body.withholding_id] !== undefined) {
          return refuse('already_recorded');
        }
        const problem = dayProblem(body.review_on, situation);
        return problem ?? accept({ kind: 'log_withheld', body });
      },
    }),
    review_withholding: commandKind({
      body: reviewWithholding,
      verb: 'withhold',
      compartment: 'protection',
      onClosed: true,
      decide: (state, { body }, situation) => {
        const known = state.withholding.withheld[body.withholding_id];
        if (known === undefined) return refuse('withholding_unknown');
        if (known.ended_at !== null) return stale('withholding_ended');
        const { review_on } = body;
        const goesOn = body.outcome === 'goes_on' && review_on !== undefined;
        const problem = goesOn ? dayProblem(review_on, situation) : null;
        return problem ?? accept({ kind: 'withholding_reviewed', body });
      },
    }),
  },
} as const satisfies Noun<'withholding'>;
