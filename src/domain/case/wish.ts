import { z } from 'zod';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { factKind } from './fact.ts';

export const WISHED_SEX = ['woman', 'man', 'any'] as const;
export type WishedSex = (typeof WISHED_SEX)[number];

/** With whom the person would rather talk. A wish: met where it can be, and never a condition. */
export const recordWishes = z.strictObject({
  worker: z.enum(WISHED_SEX),
  interpreter: z.enum(WISHED_SEX),
});
/** An area of life that the person does not want to be asked about, for some time or for good. */
export const askNoMore = z.strictObject({
  domain: z.string().min(1).max(60),
  until: day.optional(),
});
/** The person wants to talk about it after all. */
export const askAgain = askNoMore.omit({ until: true });

export interface WishState {
  readonly wishes: (z.infer<typeof recordWishes> & { readonly at: Instant }) | null;
  /** By area of life: until when nobody asks; null = for good. */
  readonly silent: Readonly<Record<string, Day | null>>;
}

/** Whether nobody asks about this today, and until when; undefined where one may ask. */
export function silentOn(slice: WishState, domain: string, today: Day): Day | null | undefined {
  const until = slice.silent[domain];
  return until === undefined || (until !== null && until < today) ? undefined : until;
}

function known(domain: string, { model }: Situation): boolean {
  return model.need_domains.some(({ code }) => code === domain);
}

/**
 * What the person wishes of those who work with them. It stands for all of them to read: it is for their
 * use. Only the person's own word lifts what is not to be asked.
 */
export const wish = {
  slice: 'wish',
  initial: { wishes: null, silent: {} } as WishState,
  facts: {
    wishes_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: recordWishes,
      apply: (slice: WishState, { body, recorded_at: at }): WishState => ({
        ...slice,
        wishes: { ...body, at },
      }),
    }),
    asked_no_more: factKind({
      version: 1,
      compartment: 'general',
      body: askNoMore,
      apply: (slice: WishState, { body: { domain, until } }): WishState => ({
        ...slice,
        silent: { ...slice.silent, [domain]: until ?? null },
      }),
    }),
    may_be_asked_again: factKind({
      version: 1,
      compartment: 'general',
      body: askAgain,
      apply: (slice: WishState, { body: { domain } }): WishState => {
        const { [domain]: _lifted, ...silent } = slice.silent;
        return { ...slice, silent };
      },
    }),
  },
  commands: {
    record_wishes: commandKind({
      body: recordWishes,
      verb: 'append',
      compartment: 'general',
      decide: (_state, { body }) => accept({ kind: 'wishes_recorded', body }),
    }),
    ask_no_more: commandKind({
      body: askNoMore,
      verb: 'append',
      compartment: 'general',
      decide: (_state, { body }, situation) => {
        if (!known(body.domain, situation)) {
          return refuse('need_domain_unknown', { domains: [body.domain] });
        }
        if (body.until !== undefined && body.until < situation.today) {
          return refuse('day_in_the_past');
        }
        return accept({ kind: 'asked_no_more', body });
      },
    }),
    ask_again: commandKind({
      body: askAgain,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) =>
        state.wish.silent[body.domain] === undefined
          ? stale('already_recorded')
          : accept({ kind: 'may_be_asked_again', body }),
    }),
  },
} as const satisfies Noun<'wish'>;
