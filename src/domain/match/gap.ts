import type { FieldProblem } from '../problem.ts';
import type { AssignTask } from './assign.ts';

const MOST_NUMBERS = 5_000_000;

/**
 * Reads generalised assignment problems as the OR-Library writes them: agents and jobs, costs and resources by
 * agent, capacities; one problem alone, or their number first and then each. Helpers and requests are named by
 * their numbers from 1.
 */
export function readGap(
  text: string,
  root: string,
): { readonly tasks: readonly AssignTask[] } | { readonly problems: readonly FieldProblem[] } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const wrong = (at: number, code: string, said: string | number) => ({
    problems: [{ path: `${root}.${at}`, code, details: { said } }],
  });
  const odd = words.findIndex((word) => !/^-?\d{1,9}(\.\d{1,9})?$/.test(word));
  if (odd >= 0) return wrong(odd, 'gap_not_a_number', words[odd] ?? '');
  if (words.length > MOST_NUMBERS) return wrong(MOST_NUMBERS, 'too_long', words.length);
  const numbers = words.map(Number);
  const [first = 0, second = 0] = numbers;
  if (numbers.length === sizeOf(first, second)) return { tasks: [taskAt(numbers, 0)] };
  const tasks: AssignTask[] = [];
  let at = 1;
  for (let left = first; left > 0; left -= 1) {
    const size = sizeOf(numbers[at] ?? 0, numbers[at + 1] ?? 0);
    if (!(size > 2) || at + size > numbers.length)
      return wrong(at, 'gap_breaks_off', numbers.length);
    tasks.push(taskAt(numbers, at));
    at += size;
  }
  if (tasks.length === 0 || at !== numbers.length)
    return wrong(at, 'gap_breaks_off', numbers.length);
  const negative = tasks.findIndex(({ helpers }) => helpers.some(({ capacity }) => capacity < 0));
  return negative >= 0 ? wrong(negative, 'too_small', 'capacity') : { tasks };
}

/** How many numbers a problem has, its two sizes included; NaN where these are no sizes. */
function sizeOf(agents: number, jobs: number): number {
  const isSize = [agents, jobs].every((size) => Number.isInteger(size) && size > 0);
  return isSize ? 2 + 2 * agents * jobs + agents : Number.NaN;
}

function taskAt(numbers: readonly number[], at: number): AssignTask {
  const [agents = 0, jobs = 0] = numbers.slice(at);
  const costs = at + 2;
  const loads = costs + agents * jobs;
  const capacities = loads + agents * jobs;
  const helpers = Array.from({ length: agents }, (_, helper) => ({
    ...{ id: `${helper + 1}`, capacity: numbers[capacities + helper] ?? 0 },
  }));
  const requests = Array.from({ length: jobs }, (_, request) => ({ id: `${request + 1}` }));
  const pairs = helpers.flatMap(({ id: helper }, row) =>
    requests.map(({ id: request }, column) => ({
      ...{ helper, request, cost: numbers[costs + row * jobs + column] ?? 0 },
      load: numbers[loads + row * jobs + column] ?? 0,
    })),
  );
  return { helpers, requests, pairs };
}
