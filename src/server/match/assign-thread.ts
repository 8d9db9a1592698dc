import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Highs, InitOptions } from 'highs';
import * as highs from 'highs';
import type { AssignResult, AssignTask } from '#domain/match/assign.ts';
import { assignModel } from '#domain/match/assign-model.ts';

/** What the thread is given: a task that was read before, and how long it may take. */
export interface AssignJob {
  readonly task: AssignTask;
  readonly seconds: number;
}

const { task, seconds } = workerData as AssignJob;
// The package's types serve its CommonJS form too, where the loader is one `default` deeper.
const loadSolver = highs.default as unknown as (options?: InitOptions) => Promise<Highs>;
parentPort?.postMessage(await solve());

async function solve(): Promise<AssignResult> {
  const model = assignModel(task);
  const nothing = { total: null, assigned: [], waiting: [] };
  const said = { method: method(), without_helper: model.without_helper };
  const isHopeless = model.without_helper.length > 0 && task.waiting_cost === undefined;
  if (isHopeless) return { status: 'impossible', ...said, ...nothing };
  if (task.requests.length === 0) return { status: 'optimal', ...said, ...nothing, total: 0 };
  const solver = await loadSolver();
  const { Status, Columns } = solver.solve(model.text, {
    ...{ output_flag: false, time_limit: seconds, random_seed: 0 },
    // Proven, not nearly: the library's own default stops one in ten thousand away.
    ...{ mip_rel_gap: 0, mip_abs_gap: 1e-6 },
  });
  if (Status === 'Time limit reached') return { status: 'out_of_time', ...said, ...nothing };
  if (Status === 'Infeasible') return { status: 'impossible', ...said, ...nothing };
  if (Status !== 'Optimal') throw new Error(`the solver ended with: ${Status}`);
  const chosen = (name: string) => {
    const column = Columns[name];
    return column !== undefined && 'Primal' in column && column.Primal > 0.5;
  };
  return { status: 'optimal', ...said, ...model.result(chosen) };
}

/** The library with its version, which it does not tell by itself. */
function method(): string {
  const file = new URL('../package.json', import.meta.resolve('highs'));
  return `highs ${JSON.parse(readFileSync(file, 'utf8')).version}`;
}
