import type { AssignResult, AssignTask } from './assign.ts';

type Pair = AssignTask['pairs'][number];

/** A task as the text that a solver reads, and the way back from the numbers it answers with. */
export interface AssignModel {
  readonly text: string;
  /** Requests that no helper could take on even alone: without a cost of waiting nothing can be done. */
  readonly without_helper: readonly string[];
  /** `chosen` says for each name in the text whether it was taken. */
  result(chosen: (name: string) => boolean): Pick<AssignResult, 'total' | 'assigned' | 'waiting'>;
}

const ON_A_LINE = 8;

/** Writes a task in the LP format: a variable of 0 or 1 for each pair, and one for each request that may wait. */
export function assignModel(task: AssignTask): AssignModel {
  const capacity = new Map(task.helpers.map(({ id, capacity }) => [id, capacity]));
  // A pair that alone is more than the helper can carry is none.
  const pairs = task.pairs.filter((pair) => loadOf(pair) <= (capacity.get(pair.helper) ?? 0));
  const byRequest = grouped(pairs, ({ request }) => request);
  const byHelper = grouped(pairs, ({ helper }) => helper);
  const mayWait = task.waiting_cost !== undefined;
  const waits = mayWait ? task.requests.map((_, at) => `w${at}`) : [];
  const costs = [
    ...pairs.map(({ cost }, at) => term(cost, `x${at}`)),
    ...waits.map((name) => term(task.waiting_cost ?? 0, name)),
  ];
  const one = task.requests.map(({ id }, at) => {
    const terms = (byRequest.get(id) ?? []).map((pair) => term(1, `x${pair}`));
    return `r${at}: ${sum(mayWait ? [...terms, term(1, `w${at}`)] : terms)} = 1`;
  });
  const enough = task.helpers.flatMap(({ id, capacity }, at) => {
    const own = byHelper.get(id) ?? [];
    const terms = own.map((pair) => term(loadOf(pairs[pair]), `x${pair}`));
    return terms.length > 0 ? [`h${at}: ${sum(terms)} <= ${written(capacity)}`] : [];
  });
  const names = [...pairs.map((_, at) => `x${at}`), ...waits];
  return {
    text: [
      task.goal === 'most' ? 'Maximize' : 'Minimize',
      `cost: ${sum(costs)}`,
      'Subject To',
      ...one,
      ...enough,
      'Binary',
      lines(names),
      'End',
    ].join('\n'),
    without_helper: task.requests.flatMap(({ id }) => (byRequest.has(id) ? [] : [id])),
    result(chosen) {
      const taken = pairs.filter((_, at) => chosen(`x${at}`));
      const waiting = task.requests.flatMap(({ id }, at) => (chosen(`w${at}`) ? [id] : []));
      const total = taken.reduce((all, { cost }) => all + cost, 0);
      return {
        total: total + waiting.length * (task.waiting_cost ?? 0),
        assigned: taken.map((pair) => ({
          ...{ request: pair.request, helper: pair.helper, cost: pair.cost, load: loadOf(pair) },
        })),
        waiting,
      };
    },
  };
}

function loadOf(pair: Pair | undefined): number {
  return pair?.load ?? 1;
}

function grouped(pairs: readonly Pair[], by: (pair: Pair) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, pair] of pairs.entries()) {
    const group = groups.get(by(pair));
    if (group) group.push(at);
    else groups.set(by(pair), [at]);
  }
  return groups;
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? '-' : '+'} ${written(Math.abs(factor))} ${name}`;
}

/** Never 1e-7: readers of the format take the e for a name. */
function written(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(9);
}

function sum(terms: readonly string[]): string {
  return lines(terms);
}

function lines(words: readonly string[]): string {
  const rows: string[] = [];
  for (let at = 0; at < words.length; at += ON_A_LINE)
    rows.push(words.slice(at, at + ON_A_LINE).join(' '));
  return rows.join('\n ');
}
