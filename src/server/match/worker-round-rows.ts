import { createHash } from 'node:crypto';
import type { AssignResult } from '#domain/match/assign.ts';
import {
  MOST_FILES,
  type NewWorkerRound,
  pairingsOf,
  type WorkerGround,
  type WorkerRoundDetail,
  type WorkerRoundRow,
  workerRoundAbilities,
  workerRoundDetail,
  workerRoundRow,
} from '#domain/match/worker-round.ts';
import type { Acting } from '../database.ts';

const PAGE = 50;
const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) => `to_char(${column} at time zone 'UTC', ${MOMENT})`;

/** The workers to whom the actor may give files, with what they have. */
export async function workersHere(acting: Acting) {
  const { rows } = await acting.client.query<{
    account_id: string;
    files: number;
    place_path: string[];
    locale: string;
  }>({
    name: 'workers_here',
    text: `select c.account_id, c.files, place_path(o.place_id) as place_path,
        coalesce((select a.locale from auth.account a where a.id = c.account_id), 'ru') as locale
      from caseloads() c join colleagues() o using (account_id)
      where o.active and o.role = 'caseworker' and o.place_id is not null order by c.account_id`,
  });
  return rows;
}

/**
 * Files of the actor's place that nobody has, the longest opened first: number, place and languages, and no name.
 * Those of a place where the actor stands in are shared out there: nobody else would reach both.
 */
export async function filesOfNobody(acting: Acting) {
  const { rows } = await acting.client.query<WorkerGround['files'][number]>({
    name: 'files_of_nobody',
    text: `select c.number, c.place_path, coalesce(p.languages, '{}') as languages
      from case_file c left join person_as_read p on p.id = c.person_id
      where c.worker_id is null and c.closed_at is null and $1 = any (c.place_path)
        and exists (select from case_reach r
          where r.case_id = c.id and r.compartment = 'general' and r.reads_to is null)
      order by c.opened_at, c.id limit ${MOST_FILES}`,
    values: [acting.place_id],
  });
  return rows;
}

/** What a proposal rests on; null where a worker is named to whom the actor gives no files. */
export async function groundOf(
  acting: Acting,
  { weights, workers }: NewWorkerRound,
): Promise<WorkerGround | { readonly unknown: number }> {
  const here = new Map((await workersHere(acting)).map((one) => [one.account_id, one]));
  const unknown = workers.findIndex(({ account_id }) => !here.has(account_id));
  if (unknown >= 0) return { unknown };
  return {
    weights,
    workers: workers.map((one) => {
      const { files = 0, place_path = [] } = here.get(one.account_id) ?? {};
      return { ...one, files, place_path };
    }),
    files: await filesOfNobody(acting),
  };
}

export interface KeptRound {
  readonly row: WorkerRoundRow;
  readonly ground: WorkerGround;
  readonly input: string;
  readonly result: string;
  readonly hashes: WorkerRoundDetail['hashes'];
  readonly outcome: WorkerRoundDetail['outcome'];
}

/** Proposals of the actor's place, the newest first: all of a page, or one. */
export async function keptRounds(acting: Acting, wanted: string | null): Promise<KeptRound[]> {
  const { rows } = await acting.client.query<{
    row: Omit<WorkerRoundRow, 'given' | 'waiting'>;
    input: string;
    result: string;
    hashes: WorkerRoundDetail['hashes'];
    outcome: WorkerRoundDetail['outcome'];
  }>({
    name: 'worker_rounds',
    text: `select jsonb_build_object('id', w.id, 'state', w.state, 'made_by', w.made_by,
        'made_at', ${moment('w.made_at')}, 'ended_by', w.ended_by,
        'ended_at', ${moment('w.ended_at')}, 'words', w.words, 'version', w.version,
        'weights', w.weights) as row, w.input, w.result, w.outcome,
        jsonb_build_object('input', w.input_hash, 'result', w.result_hash) as hashes
      from worker_round w where $1::uuid is null or w.id = $1
      order by w.made_at desc, w.id limit ${PAGE}`,
    values: [wanted],
  });
  return rows.map(({ row, input, result, hashes, outcome }) => {
    const { assigned, waiting } = JSON.parse(result) as AssignResult;
    const counts = { given: assigned.length, waiting: waiting.length };
    return {
      row: workerRoundRow.parse({ ...row, ...counts }),
      ground: JSON.parse(input) as WorkerGround,
      ...{ input, result, hashes, outcome },
    };
  });
}

/** Who else leads the team of a proposal's place at this moment: its supervisors, those above, and who stands in. */
export async function confirmersOf(acting: Acting, { row }: KeptRound): Promise<string[]> {
  if (row.state !== 'proposed') return [];
  const { rows } = await acting.client.query<{ account_id: string }>({
    name: 'worker_round_confirmers',
    text: `select distinct h as account_id from worker_round w,
        holders_of('supervisor', place_path(w.place_id)) as h
        join auth.account a on a.id = h and a.disabled_at is null
      where w.id = $1 and h <> w.made_by order by h`,
    values: [row.id],
  });
  return rows.map(({ account_id }) => account_id);
}

/** A proposal with its reasons, for one who reads it: what each file would cost with each worker. */
export async function roundDetail(acting: Acting, kept: KeptRound): Promise<WorkerRoundDetail> {
  const { row, ground, result, hashes, outcome } = kept;
  const { assigned } = JSON.parse(result) as AssignResult;
  const to = new Map(assigned.map(({ request, helper }) => [request, helper]));
  const choices = pairingsOf(ground);
  return workerRoundDetail.parse({
    ...{ ...row, hashes, outcome, confirmers: await confirmersOf(acting, kept) },
    abilities: workerRoundAbilities(row, acting.actor.id, outcome !== null),
    files: ground.files.map(({ number }) => ({
      ...{ number, account_id: to.get(number) ?? null, choices: choices.get(number) ?? [] },
    })),
    workers: ground.workers.map(({ account_id, capacity, files }) => ({
      ...{ account_id, capacity, files },
    })),
  });
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
