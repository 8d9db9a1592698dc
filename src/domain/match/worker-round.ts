import { z } from 'zod';
import { id } from '../id.ts';
import { languageTag } from '../people/person.ts';
import { prose } from '../text.ts';
import { instant } from '../time.ts';
import type { AssignTask } from './assign.ts';

/** More files or workers than this at once are not looked through by anybody. */
export const MOST_FILES = 200;
const MOST_WORKERS = 100;
/** What it counts as where a file waits: more than any worker could cost. */
const WAITING = 10_000;

const weight = z.int().min(0).max(20);
/** What counts, said before and kept with the result: nothing about what a person is like. */
export const workerWeights = z.strictObject({
  /** For each step up and down the tree of places. */
  distance: weight,
  /** Where worker and person share no language. */
  language: weight,
  /** For each file that the worker has already. */
  caseload: weight,
});
export type WorkerWeights = z.infer<typeof workerWeights>;

/** Workers with how many files each could take on, and the languages each works in, as the supervisor says. */
export const newWorkerRound = z.strictObject({
  id,
  weights: workerWeights,
  workers: z
    .array(
      z.strictObject({
        account_id: id,
        capacity: z.int().min(0).max(200),
        languages: z.array(languageTag).max(10),
      }),
    )
    .min(1)
    .max(MOST_WORKERS)
    .refine((all) => new Set(all.map(({ account_id }) => account_id)).size === all.length, {
      error: 'twice',
    }),
});
export type NewWorkerRound = z.infer<typeof newWorkerRound>;

/** Why a file would cost what it costs with one worker. */
const pairing = z.object({
  account_id: z.string(),
  steps: z.int(),
  shares_language: z.boolean(),
  files: z.int(),
  cost: z.number(),
});
export type Pairing = z.infer<typeof pairing>;

/** All that a proposal rests on. */
export interface WorkerGround {
  readonly weights: WorkerWeights;
  readonly workers: readonly (NewWorkerRound['workers'][number] & {
    readonly files: number;
    /** The worker's place and what lies above it, nearest first. */
    readonly place_path: readonly string[];
  })[];
  readonly files: readonly {
    readonly number: string;
    readonly place_path: readonly string[];
    readonly languages: readonly string[];
  }[];
}

/** Steps up to what both places lie in, and down again; null where neither lies in the other. */
export function stepsBetween(one: readonly string[], other: readonly string[]): number | null {
  const [here, there] = [one[0], other[0]];
  if (here === undefined || there === undefined) return null;
  const down = other.indexOf(here);
  const up = one.indexOf(there);
  return down >= 0 ? down : up >= 0 ? up : null;
}

/** What each file would cost with each worker who may take it on, the cheapest first. */
export function pairingsOf({ weights, workers, files }: WorkerGround): Map<string, Pairing[]> {
  return new Map(
    files.map((file) => [
      file.number,
      workers
        .flatMap((worker): Pairing[] => {
          const steps = stepsBetween(file.place_path, worker.place_path);
          if (steps === null) return [];
          const shares_language = file.languages.some((tag) => worker.languages.includes(tag));
          const cost =
            weights.distance * steps +
            (shares_language ? 0 : weights.language) +
            weights.caseload * worker.files;
          const { account_id, files: had } = worker;
          return [{ account_id, steps, shares_language, files: had, cost }];
        })
        .toSorted((a, b) => a.cost - b.cost || (a.account_id < b.account_id ? -1 : 1)),
    ]),
  );
}

/** The task for the solver: files by their numbers, workers by their accounts. Where all are full, files wait. */
export function workerTask(ground: WorkerGround): AssignTask {
  const pairings = pairingsOf(ground);
  return {
    helpers: ground.workers
      .map(({ account_id, capacity }) => ({ id: account_id, capacity }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    requests: ground.files
      .map(({ number }) => ({ id: number }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    pairs: [...pairings]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([request, list]) =>
        list.map(({ account_id, cost }) => ({ helper: account_id, request, cost })),
      ),
    waiting_cost: WAITING,
  };
}

export const ROUND_ENDS = ['proposed', 'confirmed', 'set_aside'] as const;
export const workerRoundRow = z.object({
  ...{ id, state: z.enum(ROUND_ENDS), made_by: z.string(), made_at: instant },
  ...{ ended_by: z.string().nullable(), ended_at: instant.nullable() },
  ...{ words: z.string().nullable(), version: z.int(), weights: workerWeights },
  ...{ given: z.int(), waiting: z.int() },
});
export type WorkerRoundRow = z.infer<typeof workerRoundRow>;
const outcome = z.object({ number: z.string(), answer: z.string(), code: z.string().nullable() });
export const workerRoundDetail = workerRoundRow.extend({
  hashes: z.object({ input: z.string(), result: z.string() }),
  /** Each file by its number: to whom it would go, and what it would cost with each of the others. */
  files: z.array(
    z.object({
      number: z.string(),
      account_id: z.string().nullable(),
      choices: z.array(pairing),
    }),
  ),
  workers: z.array(z.object({ account_id: z.string(), capacity: z.int(), files: z.int() })),
  outcome: z.array(outcome).nullable(),
  /** Who could confirm it now, as long as nobody has. */
  confirmers: z.array(z.string()),
  abilities: z.object({ confirm: z.boolean(), set_aside: z.boolean() }),
});
export type WorkerRoundDetail = z.infer<typeof workerRoundDetail>;

type Standing = Pick<WorkerRoundRow, 'state' | 'made_by' | 'ended_by'>;

/**
 * What an account may do with a proposal. Nobody confirms what they worked out themselves; whoever confirmed it
 * may say so again where the line was cut before the files were given.
 */
export function workerRoundAbilities(
  { state, made_by, ended_by }: Standing,
  accountId: string,
  given: boolean,
): WorkerRoundDetail['abilities'] {
  const unfinished = state === 'confirmed' && ended_by === accountId && !given;
  return {
    confirm: made_by !== accountId && (state === 'proposed' || unfinished),
    set_aside: state === 'proposed',
  };
}

/** What a proposal begins with: the workers here, what each has, and how many files nobody has. */
export const workerGround = z.object({
  waiting: z.int(),
  workers: z.array(
    z.object({ account_id: z.string(), files: z.int(), room: z.int().min(0), locale: z.string() }),
  ),
});
export const setWorkersAside = z.strictObject({ version: z.int().min(1), words: prose });
