import { z } from 'zod';
import { id } from '../id.ts';
import { line, prose } from '../text.ts';
import { instant } from '../time.ts';
import type { AssignResult, AssignTask } from './assign.ts';

export const HELPER_KINDS = ['mentor', 'transport'] as const;
export const HELPER_ROUND_STATES = ['proposed', 'confirmed', 'set_aside'] as const;
/** More than this at once is not looked through by anybody. */
export const MOST_HELPERS = 50;
export const MOST_REQUESTS = 500;

/** A short code with a figure in it, such as “Car 1” or “M-07”: a name has none. */
export const helperCode = z
  .string()
  .max(20)
  .regex(/^(?=.*\d)[\p{L}\d](?:[\p{L}\d -]*[\p{L}\d])?$/u, { error: 'not_a_helper_code' });
/** The number of a file, as it is stored. */
export const requestNumber = z
  .string()
  .regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/, { error: 'not_a_case_number' });
/** How much room there is, and how much of it one file takes. */
export const room = z.int().min(0).max(1000);
export const load = z.int().min(1).max(1000);
export const pairCost = z.int().min(0).max(100_000);

/** A task as `homeward assign` reads it, with no more than numbers, codes and figures in it. */
export const helperTask = z.strictObject({
  helpers: z
    .array(z.strictObject({ id: helperCode, capacity: room }))
    .min(1)
    .max(MOST_HELPERS),
  requests: z
    .array(z.strictObject({ id: requestNumber }))
    .min(1)
    .max(MOST_REQUESTS),
  pairs: z
    .array(z.strictObject({ helper: helperCode, request: requestNumber, cost: pairCost, load }))
    .max(MOST_HELPERS * MOST_REQUESTS),
  /** Without it everybody must be taken on. */
  waiting_cost: pairCost.optional(),
});
export type HelperTask = z.infer<typeof helperTask>;

export const newHelperRound = z.strictObject({
  ...{ id, kind: z.enum(HELPER_KINDS), title: line, task: helperTask },
});
export type NewHelperRound = z.infer<typeof newHelperRound>;
export const setHelpersAside = z.strictObject({ version: z.int().min(1), words: prose });

/** Why a file came to whom it came to, or waits. */
export const HELPER_REASONS = [
  'least',
  'cheaper_full',
  'waits_nobody',
  'waits_full',
  'waits_dear',
] as const;
export type HelperReason = (typeof HELPER_REASONS)[number];

const choice = z.object({
  ...{ helper: z.string(), cost: z.number(), load: z.number() },
  /** What is left of this helper's room in the whole proposal. */
  free: z.number(),
});
const row = z.object({
  ...{ number: z.string(), helper: z.string().nullable(), reason: z.enum(HELPER_REASONS) },
  /** Everybody who could take this one on, the cheapest first. */
  choices: z.array(choice),
});
export type HelperRow = z.infer<typeof row>;

export const helperRoundRow = z.object({
  ...{ id, kind: z.enum(HELPER_KINDS), title: z.string(), state: z.enum(HELPER_ROUND_STATES) },
  ...{ made_by: z.string(), made_at: instant, ended_by: z.string().nullable() },
  ...{ ended_at: instant.nullable(), words: z.string().nullable(), version: z.int() },
  ...{ given: z.int(), waiting: z.int() },
});
export type HelperRoundRow = z.infer<typeof helperRoundRow>;
export const helperRoundDetail = helperRoundRow.extend({
  hashes: z.object({ input: z.string(), result: z.string() }),
  ...{ total: z.number(), waiting_cost: z.number().nullable(), method: z.string() },
  rows: z.array(row),
  helpers: z.array(z.object({ id: z.string(), capacity: z.number(), carries: z.number() })),
  abilities: z.object({ confirm: z.boolean(), set_aside: z.boolean(), download: z.boolean() }),
});
export type HelperRoundDetail = z.infer<typeof helperRoundDetail>;

/** What may be done with it: nobody confirms what they worked out, and only what is confirmed is taken along. */
export function helperRoundAbilities(
  { state, made_by }: Pick<HelperRoundRow, 'state' | 'made_by'>,
  accountId: string,
): HelperRoundDetail['abilities'] {
  const open = state === 'proposed';
  return {
    confirm: open && made_by !== accountId,
    set_aside: open,
    download: state === 'confirmed',
  };
}

/** The same task in one order, however the table stood: the same again gives the same to the last letter. */
export function inOrder({ helpers, requests, pairs, waiting_cost }: HelperTask): HelperTask {
  const by = (key: (one: { id: string }) => string) => (a: { id: string }, b: { id: string }) =>
    key(a) < key(b) ? -1 : 1;
  const pairKey = (one: HelperTask['pairs'][number]) => `${one.request} ${one.helper}`;
  return {
    helpers: helpers.toSorted(by((one) => one.id)),
    requests: requests.toSorted(by((one) => one.id)),
    pairs: pairs.toSorted((a, b) => (pairKey(a) < pairKey(b) ? -1 : 1)),
    ...(waiting_cost === undefined ? {} : { waiting_cost }),
  };
}

/** How much each helper carries in a result. */
export function carried(task: AssignTask, { assigned }: AssignResult): Map<string, number> {
  const carries = new Map(task.helpers.map((one) => [one.id, 0]));
  for (const { helper, load: taken } of assigned)
    carries.set(helper, (carries.get(helper) ?? 0) + taken);
  return carries;
}

/** Each file of a result with its reason, and with what it would cost with each of the others. */
export function helperRows(task: AssignTask, result: AssignResult): HelperRow[] {
  const carries = carried(task, result);
  const room = new Map(task.helpers.map((one) => [one.id, one.capacity]));
  const to = new Map(result.assigned.map(({ request, helper }) => [request, helper]));
  const choices = new Map<string, HelperRow['choices']>();
  for (const { request, helper, cost, load: taken = 1 } of task.pairs) {
    const free = (room.get(helper) ?? 0) - (carries.get(helper) ?? 0);
    choices.set(request, [...(choices.get(request) ?? []), { helper, cost, load: taken, free }]);
  }
  return task.requests.map(({ id: number }) => {
    const own = (choices.get(number) ?? []).toSorted(
      (a, b) => a.cost - b.cost || (a.helper < b.helper ? -1 : 1),
    );
    const helper = to.get(number) ?? null;
    return { number, helper, reason: reasonOf(own, helper, room), choices: own };
  });
}

function reasonOf(
  choices: HelperRow['choices'],
  helper: string | null,
  room: ReadonlyMap<string, number>,
): HelperReason {
  if (helper === null) {
    const able = choices.filter((one) => one.load <= (room.get(one.helper) ?? 0));
    if (able.length === 0) return 'waits_nobody';
    return able.some((one) => one.free >= one.load) ? 'waits_dear' : 'waits_full';
  }
  const cost = choices.find((one) => one.helper === helper)?.cost ?? 0;
  return choices.some((one) => one.cost < cost) ? 'cheaper_full' : 'least';
}
