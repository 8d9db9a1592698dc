import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#test/setup/test-cluster.ts';
import { type Outcome, run, type Task } from './run.ts';

/** Runs lanes side by side, the tasks of a lane one after the other, and prints each as it ends. */
export async function runLanes(lanes: readonly (readonly Task[])[]): Promise<Outcome[]> {
  const outcomes = await Promise.all(lanes.map(runLane));
  return outcomes.flat();
}

async function runLane(tasks: readonly Task[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of tasks) {
    const outcome = await run(task);
    outcomes.push(outcome);
    print(outcome);
  }
  return outcomes;
}

function print({ name, seconds, passed, failed, skipped, stumbled, output }: Outcome): void {
  const mark = stumbled.length > 0 ? 'again' : failed > 0 ? 'FAILED' : 'ok';
  const counts = passed + failed + skipped > 1 ? ` (${closing({ passed, failed, skipped })})` : '';
  console.log(`${mark.padEnd(6)} ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s${counts}`);
  // Also where it then passes, what stood on the screen is looked at: a lost text has hidden there.
  if (failed > 0) console.log(`${output.trimEnd()}\n\n${screens(output)}`);
}

/** What stood on the screen where a story stumbled: on another machine its folder is gone when one looks. */
function screens(output: string): string {
  const files = new Set(output.match(/(?<=Error Context: )\S+\.md$/gm));
  return [...files]
    .map((file) => `${file}\n${screen(readFileSync(join(ROOT, file), 'utf8'))}`)
    .join('');
}

/** The main part of a page as Playwright wrote it down, without what only leads elsewhere, in 60 lines. */
export function screen(context: string): string {
  const page = context.slice(Math.max(0, context.search(/^ *- main/m))).split('\n```')[0] ?? '';
  const told = page
    .split('\n')
    .filter((line) => !/\/url:|- link |- generic[^:]*:$|^\s*$/.test(line));
  return `${told
    .slice(0, 60)
    .join('\n')
    .replaceAll(/ \[(ref|cursor)=\w+\]/g, '')}\n`;
}

/** The closing line's text: `12 passed, 0 failed`, with `, 2 skipped` where some were. */
export function closing(sum: Pick<Outcome, 'passed' | 'failed' | 'skipped'>): string {
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  return `${sum.passed} passed, ${sum.failed} failed${skipped}`;
}

/** Stories that were told twice count as the second telling ended. */
export function settled(told: readonly Outcome[], again: Outcome): Outcome[] {
  const once = told.map((one) => (one.stumbled.length > 0 ? { ...one, failed: 0 } : one));
  const stumbled = told.filter((one) => one.stumbled.length > 0);
  const before = stumbled.reduce((sum, { failed }) => sum + failed, 0);
  return [...once, { ...again, passed: Math.max(0, before - again.failed) }];
}

/** Prints the closing line and returns the exit code. */
export function close(outcomes: readonly Outcome[]): number {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  console.log(closing(sum));
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
