import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { amount, money, sumOf } from '../money.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { recordAssistance } from './assistance.ts';

const named = { business_id: id };

/** A plan as simple as it is told: what, for whom, what it costs, what is there, what help is wished for. */
export const planBusiness = z.strictObject({
  ...named,
  what: line,
  for_whom: prose.optional(),
  costs: z.array(z.strictObject({ what: line, cost: money })).max(30),
  /** Tools, a room, somebody who helps, a skill: what is there already. */
  there: prose.optional(),
  help: prose.optional(),
  /** Said by the person; a business that others want for them is no plan. */
  agreed_by_person: z.literal(true, { error: 'not_agreed_by_person' }),
});
export type BusinessPlanBody = z.infer<typeof planBusiness>;
export const businessPlanned = planBusiness.extend({ conflicting: z.boolean() });

export const beginBusiness = z.strictObject({ ...named, on: day, milestone_id: id });
export const businessBegun = beginBusiness.omit({ milestone_id: true });

/** What is given for it is assistance like any other, with its limit and its receipts. */
export const giveGrant = z.strictObject({ ...named, given: recordAssistance });
export const tieGrant = z.strictObject({ ...named, assistance_id: id });

export const ASSETS_FROM = ['grant', 'own', 'lent', 'present'] as const;
export const listAsset = z.strictObject({
  ...named,
  asset_id: id,
  what: line,
  quantity: amount.optional(),
  worth: money.optional(),
  from: z.enum(ASSETS_FROM),
  on: day,
  /** The gift that paid for it: its receipts are those of the asset. */
  assistance_id: id.optional(),
});
export const ASSET_ENDS = ['sold', 'broken', 'lost', 'given_back', 'said_in_error'] as const;
export const takeOffAsset = z.strictObject({ asset_id: id, on: day, why: z.enum(ASSET_ENDS) });

export const OUTCOMES_OF_BUSINESS = ['going_on', 'changed', 'stopped'] as const;
/** How it is, by what the person says; never a figure of how well. */
export const visitBusiness = z
  .strictObject({
    ...named,
    visit_id: id,
    on: day,
    outcome: z.enum(OUTCOMES_OF_BUSINESS),
    /** What the person says of it. */
    words: prose.optional(),
    /** What stood in the way, in a code of the model; said where it stopped. */
    barrier: z.string().min(1).max(60).optional(),
    /** Where the months of the model's milestone are over: its id. */
    milestone_id: id.optional(),
  })
  .superRefine(({ outcome, barrier }, context) => {
    if (outcome === 'stopped' && barrier === undefined) {
      context.addIssue({ code: 'custom', path: ['barrier'], message: 'required' });
    }
    if (outcome === 'going_on' && barrier !== undefined) {
      context.addIssue({ code: 'custom', path: ['barrier'], message: 'barrier_without_reason' });
    }
  });
export const businessVisited = z.strictObject({
  ...named,
  visit_id: id,
  on: day,
  outcome: z.enum(OUTCOMES_OF_BUSINESS),
  words: prose.optional(),
  barrier: z.string().min(1).max(60).optional(),
});

type Asset = Omit<z.infer<typeof listAsset>, 'business_id'> & {
  readonly off: { readonly on: Day; readonly why: (typeof ASSET_ENDS)[number] } | null;
};
export type BusinessVisit = Omit<z.infer<typeof businessVisited>, 'business_id'> & {
  readonly at: Instant;
};
type Plan = Omit<BusinessPlanBody, 'business_id'>;
export interface BusinessPlan extends Plan {
  /** The fact that said so: what a later command must have seen. */
  readonly by: Id;
  readonly at: Instant;
  readonly version: number;
  /** What somebody else had said meanwhile: both are kept until a human decides. */
  readonly conflict?: Plan;
}
export interface Business {
  readonly plan: BusinessPlan;
  readonly begun: { readonly on: Day; readonly at: Instant } | null;
  readonly grants: readonly Id[];
  readonly assets: Readonly<Record<Id, Asset>>;
  readonly visits: readonly BusinessVisit[];
}
export interface BusinessState {
  readonly businesses: Readonly<Record<Id, Business>>;
}

/** Whether it ended: by the last word of the person. */
export function hasStopped({ visits }: Business): boolean {
  return visits.at(-1)?.outcome === 'stopped';
}

/** The business that is planned or goes on; at most one. */
export function runningBusiness(slice: BusinessState): [Id, Business] | null {
  return Object.entries(slice.businesses).find(([, one]) => !hasStopped(one)) ?? null;
}

/** What the plan costs in all, by currency. */
export function costsInAll({ costs }: Pick<Plan, 'costs'>) {
  return [...Map.groupBy(costs, ({ cost }) => cost.currency)].map(([currency, list]) => ({
    ...{ currency, amount: sumOf(list.map(({ cost }) => cost.amount)) },
  }));
}
