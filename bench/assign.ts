import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { allocate } from '#domain/match/allocate.ts';
import { readGap } from '#domain/match/gap.ts';
import type { Round } from '#domain/match/round.ts';
import { runRound } from '#server/course/run-round.ts';
import { assign } from '#server/match/assign-work.ts';
import { chance } from '../seed/chance.ts';
import { print } from './print.ts';

const FOLDER = new URL('../../shared/data/work/gap/data/', import.meta.url);
const SECONDS = 60;
const PEOPLE = 1_000;
const COURSES = 50;

/** Every published instance against its proven optimum, then a large round of allocation. */
export async function assignments(): Promise<void> {
  if (existsSync(FOLDER)) await published();
  else print('assign', 'skipped: the folder ../shared/data is not here');
  large();
  await inThread();
}

async function published(): Promise<void> {
  const waiting = monitorEventLoopDelay({ resolution: 5 });
  waiting.enable();
  const optima = new Map(
    readFileSync(new URL('bounds.txt', FOLDER), 'utf8')
      .split('\n')
      .map((row) => [row.split('\t')[0] ?? '', Number(row.split('\t')[1])]),
  );
  let [reached, all, longest] = [0, 0, 0];
  for (const name of readdirSync(FOLDER).sort()) {
    if (name === 'bounds.txt') continue;
    const read = readGap(readFileSync(new URL(name, FOLDER), 'utf8'), name);
    if ('problems' in read) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
    for (const [goal, ending] of [
      ['least', 'Min'],
      ['most', 'Max'],
    ] as const) {
      const optimum = optima.get(`${name}_${ending}`);
      const [task] = read.tasks;
      if (optimum === undefined || task === undefined) continue;
      const began = performance.now();
      const { status, total } = await assign({ ...task, goal }, SECONDS);
      const seconds = (performance.now() - began) / 1000;
      all += 1;
      longest = Math.max(longest, seconds);
      if (status === 'optimal' && total === optimum) reached += 1;
      print(
        `assign, ${name} ${goal}`,
        `${total} of ${optimum}, ${status}, ${seconds.toFixed(2)} s`,
      );
    }
  }
  print(
    'assign, proven optima',
    `${reached} of ${all} (aim all), longest ${longest.toFixed(1)} s of ${SECONDS}`,
  );
  // As a server would feel it: how long anything else had to wait for its turn.
  const waited = (share: number) => (waiting.percentile(share) / 1e6 - 5).toFixed(1);
  print(
    '  the main thread meanwhile waited',
    `p99 ${waited(99)} ms, at most ${waited(100)} ms (aim 20)`,
  );
}

function large(): void {
  const luck = chance(7);
  const round: Round = {
    ...{ seed: 'bench', priorities: ['urgent', 'waited_days'] },
    courses: Array.from({ length: COURSES }, (_, at) => ({ id: `c${at}`, seats: 15 })),
    people: Array.from({ length: PEOPLE }, (_, at) => ({
      ...{ id: `p${at}`, urgent: luck.one(10), waited_days: luck.between(0, 400) },
      wishes: [...new Set(Array.from({ length: 12 }, () => `c${luck.between(0, COURSES - 1)}`))],
    })),
  };
  const began = performance.now();
  const { people } = allocate(round);
  const ms = performance.now() - began;
  const got = people.filter(({ course }) => course !== null).length;
  print(
    `allocation, ${PEOPLE} people, ${COURSES} courses`,
    `${ms.toFixed(0)} ms, ${got} seated (aim 2 s)`,
  );
}

/** The same as the server runs it: in its thread, with all that is written down afterwards. */
async function inThread(): Promise<void> {
  const luck = chance(7);
  const courses = Array.from({ length: COURSES }, (_, at) => ({
    id: `c${at}`,
    code: `c${at}`,
    seats: 15,
  }));
  const waiting = Array.from({ length: PEOPLE }, (_, at) => ({
    ...{ case_id: `p${at}`, number: `HW-${at}`, urgent: luck.one(5), since: '2026-08-01' },
    courses: [...new Set(Array.from({ length: 5 }, () => `c${luck.between(0, COURSES - 1)}`))],
  }));
  const job: Parameters<typeof runRound>[0] = {
    published: { seed: 'bench', priorities: ['urgent', 'waited_days'], wishes_until: '2026-12-01' },
    ...{ courses: JSON.stringify(courses), waiting: JSON.stringify(waiting) },
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const ran = await runRound(job);
  const seconds = (performance.now() - began) / 1000;
  if ('problem' in ran) throw new Error(JSON.stringify(ran.problem));
  const waited = (delay.percentile(100) / 1e6 - 5).toFixed(1);
  print(
    `round in its thread, ${PEOPLE} people over ${COURSES} courses`,
    `${seconds.toFixed(2)} s (aim 2); the main thread waited at most ${waited} ms (aim 20)`,
  );
}
