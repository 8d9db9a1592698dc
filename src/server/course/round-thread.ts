import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { type RoundRow, roundInput, type Waiting } from '#domain/course/course-round.ts';
import { allocate } from '#domain/match/allocate.ts';
import { readRound } from '#domain/match/round.ts';
import type { Problem } from '#domain/problem.ts';

/** What the thread is given: texts, so that the request that asks for it writes and reads no long ones. */
export interface RoundJob {
  readonly published: Pick<RoundRow, 'seed' | 'priorities' | 'wishes_until'>;
  /** JSON of the courses with the seats that are left, and of who waits. */
  readonly courses: string;
  readonly waiting: string;
}
/** Runs a recorded input again. */
export interface ReplayJob {
  readonly input: string;
}

export interface RoundRan {
  readonly input: string;
  readonly input_hash: string;
  readonly result: string;
  readonly result_hash: string;
  /** JSON rows of who sits where and waits, and of what each person is told. */
  readonly seats: string;
  readonly answers: string;
}

interface Named extends Waiting {
  readonly case_id: string;
}
type Course = Parameters<typeof roundInput>[1][number];

parentPort?.postMessage(run(workerData as RoundJob | ReplayJob));

function run(job: RoundJob | ReplayJob): RoundRan | { problem: Problem } {
  const known = 'input' in job ? null : ground(job);
  const input = 'input' in job ? job.input : JSON.stringify(known?.input);
  const read = readRound(JSON.parse(input), 'round');
  if ('problems' in read) return { problem: { code: 'invalid_input', fields: read.problems } };
  const allocated = allocate(read.round);
  const result = JSON.stringify(allocated);
  const ids = known?.ids ?? new Map();
  const cases = known?.cases ?? new Map();
  const seats = allocated.courses.flatMap((course) =>
    [
      ...course.seated.map((number) => ({ number, state: 'offered' })),
      ...course.waiting.map((number) => ({ number, state: 'waiting' })),
    ].map(({ number, state }, standing) => ({
      ...{ course_id: ids.get(course.id), case_id: cases.get(number), number, standing, state },
    })),
  );
  const answers = allocated.people.map(({ id, wishes }) => ({
    case_id: cases.get(id),
    answers: wishes.map(({ course, ...answer }) => ({ course_id: ids.get(course), ...answer })),
  }));
  return {
    ...{ input, input_hash: hashOf(input), result, result_hash: hashOf(result) },
    ...{ seats: JSON.stringify(seats), answers: JSON.stringify(answers) },
  };
}

function ground({ published, courses, waiting }: RoundJob) {
  const [known, people] = [JSON.parse(courses) as Course[], JSON.parse(waiting) as Named[]];
  return {
    input: roundInput(published, known, people),
    ids: new Map(known.map(({ id, code }) => [code, id])),
    cases: new Map(people.map(({ number, case_id }) => [number, case_id])),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
