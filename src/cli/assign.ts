import { parseArgs } from 'node:util';
import { type AssignResult, type AssignTask, readAssignTask } from '#domain/match/assign.ts';
import { readGap } from '#domain/match/gap.ts';
import { assign } from '#server/match/assign-work.ts';
import { type Command, helpFirst, WrongUsage } from './command.ts';
import { faultsOf, parseJson, readText } from './read-json.ts';

const USAGE = `homeward assign FILE [--most] [--seconds 60] [--json]
FILE says in JSON who could take on what and what it costs (docs/allocation.md), or is a generalised assignment
problem as the OR-Library writes it; - reads what is piped in. --most makes the numbers large, not small.`;

const FAULTS = {
  gap_breaks_off: 'the problem breaks off or goes on where it should end, after so many numbers',
  gap_not_a_number: 'this is no number, and the file is not JSON either',
  helper_twice: 'this helper stands here twice',
  helper_unknown: 'there is no such helper',
  pair_twice: 'this pair stands here twice, by its request',
  request_twice: 'this request stands here twice',
  request_unknown: 'there is no such request',
};
const OPTIONS = { most: { type: 'boolean' }, seconds: { type: 'string' } } as const;
const LONGEST = 3_600;

/** `homeward assign FILE`: the cheapest way that all is taken on; exit code 1 where there is none. */
export const assignCommand: Command = async (args, _config, output) => {
  helpFirst(args, USAGE);
  const { values, positionals } = parsed(args);
  const [path, ...more] = positionals;
  const seconds = Number(values.seconds ?? 60);
  if (path === undefined || more.length > 0 || !(seconds > 0 && seconds <= LONGEST))
    throw new WrongUsage(USAGE);
  const tasks = tasksOf(path, await readText(path));
  const results: AssignResult[] = [];
  for (const task of tasks) {
    results.push(await assign(values.most ? { ...task, goal: 'most' } : task, seconds));
  }
  const [only] = results;
  output.result(results.length === 1 ? only : results, results.map(inWords).join('\n\n'));
  return results.every(({ status }) => status === 'optimal') ? 0 : 1;
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\n${USAGE}`);
  }
}

function tasksOf(path: string, text: string): readonly AssignTask[] {
  if (/^\s*[[{]/.test(text)) {
    const read = readAssignTask(parseJson(path, text), 'file');
    if ('problems' in read) throw faultsOf(path, read.problems, FAULTS);
    return [read.task];
  }
  const read = readGap(text, 'number');
  if ('problems' in read) throw faultsOf(path, read.problems, FAULTS);
  return read.tasks;
}

function inWords(result: AssignResult): string {
  if (result.status === 'out_of_time') return 'no proven answer in the time that was given';
  const alone = result.without_helper.map((id) => `${id}: no helper can take this on`);
  if (result.status === 'impossible') return ['not possible', ...alone].join('\n');
  return [
    `total ${result.total}, proven the best`,
    ...result.assigned.map(({ request, helper, cost }) => `${request}: ${helper} (${cost})`),
    ...result.waiting.map((id) => `${id}: waits`),
  ].join('\n');
}
