import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { amount, money, sumOf } from '../money.ts';
import { labels, line, text } from '../text.ts';
import { day, type Instant } from '../time.ts';
import { limitOver, moneyOf } from './assistance-limit.ts';
import { isCovered } from './assistance-request.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { factKind } from './fact.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });

/** What a programme gives; a model from before this was written down has none. */
export const assistanceOfModel = z.strictObject({
  kinds: z.array(z.strictObject({ code, labels })).min(1).max(40),
  /** The currencies that are offered first; any other may be chosen. */
  currencies: z.array(money.shape.currency).min(1).max(10),
  /** Above which a supervisor is asked first; without a kind it holds for every kind that has none of its own. */
  limits: z
    .array(z.strictObject({ kind: code.optional(), above: money }))
    .max(60)
    .optional(),
  /** Gifts of one kind by one payer count together within so many days; 30 where nothing is said. */
  limit_days: z.int().min(1).max(366).optional(),
});

export const RECEIVED_BY = ['person', 'household_member', 'guardian'] as const;

/** Who paid: an organisation of the directory, or a name where it is not in there. */
const payer = z
  .strictObject({ organisation_id: id.optional(), name: line.optional() })
  .refine((one) => (one.organisation_id === undefined) !== (one.name === undefined), {
    error: 'required',
    path: ['name'],
  });

const received = z
  .strictObject({ who: z.enum(RECEIVED_BY), name: text(200).optional() })
  .refine(({ who, name }) => who === 'person' || name !== undefined, {
    error: 'required',
    path: ['name'],
  });

/** Money, or goods: so many of a unit, and what they may be worth where somebody can say. */
const given = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('money'), paid: money }),
  z.strictObject({
    as: z.literal('goods'),
    quantity: amount,
    unit: text(40),
    worth: money.optional(),
  }),
]);

/** Something that a person was given: of what kind, how much, by whom, when, and into whose hands. */
export const recordAssistance = z
  .strictObject({
    assistance_id: id,
    kind: z.string().min(1).max(60),
    on: day,
    payer,
    received,
    given,
    note: line.optional(),
    /** The approved request that it was given on; with `urgent`, the one that now waits. */
    request_id: id.optional(),
    /** It could not wait, and is looked at afterwards. */
    urgent: z.literal(true).optional(),
  })
  .refine(({ urgent, request_id }) => urgent === undefined || request_id !== undefined, {
    ...{ path: ['request_id'], error: 'required' },
  });
export const ASSISTANCE_WITHDRAWALS = ['said_in_error', 'not_received', 'given_back'] as const;
export const withdrawAssistance = z.strictObject({
  assistance_id: id,
  reason: z.enum(ASSISTANCE_WITHDRAWALS),
});

export interface Assistance extends z.infer<typeof recordAssistance> {
  /** The fact that said so: what a correction names. */
  readonly by: Id;
  readonly said_by: Id;
  readonly recorded_at: Instant;
  readonly withdrawn: (typeof ASSISTANCE_WITHDRAWALS)[number] | null;
}
export interface AssistanceState {
  readonly given: Readonly<Record<Id, Assistance>>;
}

/** What was given, the latest first, with what was taken back. */
export function assistanceOf(slice: AssistanceState): readonly Assistance[] {
  return Object.values(slice.given).toSorted((a, b) =>
    `${a.on}${a.recorded_at}` < `${b.on}${b.recorded_at}` ? 1 : -1,
  );
}

/** Sums by currency, money and goods apart; goods without a worth are only counted. */
export function totalsOf(list: readonly Assistance[]) {
  const standing = list.filter(({ withdrawn }) => withdrawn === null);
  const groups = Map.groupBy(standing, (one) => {
    const worth = moneyOf(one);
    return worth === null ? '' : `${one.given.as} ${worth.currency}`;
  });
  const unvalued = groups.get('')?.length ?? 0;
  groups.delete('');
  const sums = [...groups].map(([key, entries]) => {
    const [as = '', currency = ''] = key.split(' ');
    const sum = sumOf(entries.map((one) => moneyOf(one)?.amount ?? '0'));
    return { as: as as 'money' | 'goods', currency, amount: sum };
  });
  return { sums, unvalued };
}

/** Assistance given: not what was planned or promised, what came into somebody's hands. */
export const assistance = {
  slice: 'assistance',
  initial: { given: {} } as AssistanceState,
  facts: {
    assistance_given: factKind({
      version: 1,
      compartment: 'general',
      body: recordAssistance,
      apply: (slice: AssistanceState, fact): AssistanceState => {
        const said = { by: fact.id, said_by: fact.actor.id, recorded_at: fact.recorded_at };
        const entry = { ...fact.body, ...said, withdrawn: null };
        return { given: { ...slice.given, [fact.body.assistance_id]: entry } };
      },
    }),
    assistance_withdrawn: factKind({
      version: 1,
      compartment: 'general',
      body: withdrawAssistance,
      apply: (slice: AssistanceState, { body }): AssistanceState => {
        const known = slice.given[body.assistance_id];
        if (known === undefined) return slice;
        const entry = { ...known, withdrawn: body.reason };
        return { given: { ...slice.given, [body.assistance_id]: entry } };
      },
    }),
  },
  commands: {
    record_assistance: commandKind({
      body: recordAssistance,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model, today }) => {
        if (state.assistance.given[body.assistance_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (!model.assistance?.kinds.some((one) => one.code === body.kind)) {
          return refuse('assistance_kind_unknown');
        }
        if (body.on > today) return refuse('day_in_the_future');
        const worth = moneyOf(body);
        const limit = limitOver(model, Object.values(state.assistance.given), { ...body, worth });
        if (limit === null || worth === null) return accept({ kind: 'assistance_given', body });
        const { request_id, urgent, kind, assistance_id: given_as } = body;
        if (urgent === true && request_id !== undefined) {
          if (state.assistance_request.requests[request_id] !== undefined) {
            return refuse('already_recorded');
          }
          const asked = { request_id, kind, worth, given_as };
          return accept(
            { kind: 'assistance_given', body },
            { kind: 'assistance_asked', body: asked },
          );
        }
        if (isCovered(state, request_id, kind, worth)) {
          return accept({ kind: 'assistance_given', body });
        }
        return refuse('assistance_over_limit', { ...limit.above });
      },
    }),
    withdraw_assistance: commandKind({
      body: withdrawAssistance,
      verb: 'append',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }) => {
        const known = state.assistance.given[body.assistance_id];
        if (known === undefined) return refuse('assistance_unknown');
        if (known.withdrawn !== null) return stale('already_withdrawn');
        return accept({ kind: 'assistance_withdrawn', body });
      },
    }),
  },
} as const satisfies Noun<'assistance'>;
