import { z } from 'zod';
import { fieldProblems } from '../field-problem.ts';
import type { FieldProblem } from '../problem.ts';
import { text } from '../text.ts';

const MOST = 5_000;
const MOST_PAIRS = 250_000;

const code = text(100);
const amount = z.number().min(0).max(1e9);
const cost = z.number().min(-1e9).max(1e9);

/**
 * Who could take on what: each request goes to one helper (a mentor, a worker, a vehicle), nobody takes on more
 * than the capacity allows, and the costs together (distance, a language less) are the least there can be.
 */
export const assignTask = z.strictObject({
  helpers: z.array(z.strictObject({ id: code, capacity: amount })).max(MOST),
  requests: z.array(z.strictObject({ id: code })).max(MOST),
  /** What is possible at all; `load` is how much of the capacity it takes, 1 where nothing is said. */
  pairs: z
    .array(z.strictObject({ helper: code, request: code, cost, load: amount.optional() }))
    .max(MOST_PAIRS),
  /** What it costs where a request waits; without it every request must be taken on. */
  waiting_cost: cost.optional(),
  /** `most` where the numbers are a good to be made large, not a cost. */
  goal: z.enum(['least', 'most']).optional(),
});
export type AssignTask = z.infer<typeof assignTask>;

export interface AssignResult {
  /** `impossible`: the capacities do not suffice, or nobody can take on one of them. */
  readonly status: 'optimal' | 'impossible' | 'out_of_time';
  /** The library that proved it, with its version: the same again with the same. */
  readonly method: string;
  /** Null unless the optimum is proven. */
  readonly total: number | null;
  readonly assigned: readonly {
    readonly request: string;
    readonly helper: string;
    readonly cost: number;
    readonly load: number;
  }[];
  /** Requests that wait. */
  readonly waiting: readonly string[];
  /** Requests that no helper could take on even alone. */
  readonly without_helper: readonly string[];
}

/** Reads a task; each problem names its place under `root`. */
export function readAssignTask(
  input: unknown,
  root: string,
): { readonly task: AssignTask } | { readonly problems: readonly FieldProblem[] } {
  const parsed = assignTask.safeParse(input);
  if (!parsed.success) return { problems: fieldProblems(parsed.error.issues, root, input) };
  const { helpers, requests, pairs } = parsed.data;
  const wrong = (path: string, code: string, said: string) => ({
    ...{ path: `${root}.${path}`, code },
    details: { said },
  });
  const known = (all: readonly { readonly id: string }[], of: string, code: string) => {
    const seen = new Set<string>();
    const problems = all.flatMap(({ id }, at) =>
      seen.size === seen.add(id).size ? [wrong(`${of}.${at}.id`, code, id)] : [],
    );
    return { seen, problems };
  };
  const helper = known(helpers, 'helpers', 'helper_twice');
  const request = known(requests, 'requests', 'request_twice');
  const seen = new Set<string>();
  const problems = pairs.flatMap((pair, at) => {
    const path = `pairs.${at}`;
    if (!helper.seen.has(pair.helper))
      return [wrong(`${path}.helper`, 'helper_unknown', pair.helper)];
    if (!request.seen.has(pair.request))
      return [wrong(`${path}.request`, 'request_unknown', pair.request)];
    const key = JSON.stringify([pair.helper, pair.request]);
    return seen.size === seen.add(key).size ? [wrong(path, 'pair_twice', pair.request)] : [];
  });
  const all = [...helper.problems, ...request.problems, ...problems];
  return all.length > 0 ? { problems: all } : { task: parsed.data };
}
