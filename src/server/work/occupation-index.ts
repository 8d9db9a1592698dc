import { Worker } from 'node:worker_threads';
import type { LocalTitles, ShownOccupation } from '#domain/work/occupation.ts';
import type { Acting } from '../database.ts';
import type { OccupationQuestion, OccupationReply } from './occupation-thread.ts';

/** Memory of the thread in MB: the index takes about forty. */
const YOUNG = 4;
const OLD = 96;

interface Running {
  readonly thread: Worker;
  readonly waiting: Map<number, (found: OccupationReply['found'] | null) => void>;
  /** What the edited titles were when the thread was last told of them. */
  edition: string;
}
let running: Running | undefined;
let asked = 0;

/** The titles that were edited here, with their versions: read in a transaction that is over when the thread is asked. */
export type Edited = readonly (LocalTitles & { readonly version: number })[];

export async function editedTitles(acting: Acting): Promise<Edited> {
  const { rows } = await acting.client.query<Edited[number]>(
    'select code, language, titles, version from occupation_title order by code, language',
  );
  return rows;
}

/** The nearest occupations to free words, nearest first. */
export async function nearestOccupations(
  edited: Edited,
  words: string,
  limit: number,
): Promise<readonly ShownOccupation[]> {
  return present(await ask(edited, { words, limit }));
}

/** The occupations that have these codes; a code that is none stands in no answer. */
export async function occupationsByCode(
  edited: Edited,
  codes: readonly string[],
): Promise<readonly ShownOccupation[]> {
  return codes.length === 0 ? [] : present(await ask(edited, { codes }));
}

/** For each title the occupation that has exactly this title, or null. */
export async function occupationsByTitle(
  edited: Edited,
  exactly: readonly string[],
): Promise<readonly (ShownOccupation | null)[]> {
  return exactly.length === 0 ? [] : ask(edited, { exactly });
}

/** Builds the index while somebody still types. */
export function prepareOccupations(edited: Edited): void {
  // A thread that ends is begun anew with the next question.
  void ask(edited, { words: 'a', limit: 1 }).catch(() => undefined);
}

function present(found: readonly (ShownOccupation | null)[]): readonly ShownOccupation[] {
  return found.filter((one) => one !== null);
}

/**
 * Asks the thread that holds the index, which begins with the first question: building takes seconds, and no other
 * request waits for it. It learns of edited titles with the next question, whichever server took them in.
 */
async function ask(
  edited: Edited,
  what: OccupationQuestion['ask'],
): Promise<OccupationReply['found']> {
  const one = running ?? begin();
  const edition = JSON.stringify(edited);
  const isNew = one.edition !== edition;
  one.edition = edition;
  asked += 1;
  const question: OccupationQuestion = {
    ...{ number: asked, ask: what },
    ...(isNew ? { edited } : {}),
  };
  const found = await new Promise<OccupationReply['found'] | null>((resolve) => {
    one.waiting.set(question.number, resolve);
    one.thread.postMessage(question);
  });
  if (found === null) throw new Error('the index of occupations ended');
  return found;
}

function begin(): Running {
  const thread = new Worker(new URL('./occupation-thread.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD },
  });
  const one: Running = { thread, waiting: new Map(), edition: '[]' };
  // The thread alone keeps no process running.
  thread.unref();
  thread.on('message', ({ number, found }: OccupationReply) => {
    one.waiting.get(number)?.(found);
    one.waiting.delete(number);
  });
  const ended = () => {
    if (running === one) running = undefined;
    for (const resolve of one.waiting.values()) resolve(null);
    one.waiting.clear();
  };
  thread.once('error', ended).once('exit', ended);
  running = one;
  return one;
}
