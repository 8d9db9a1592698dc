import type { AssignResult } from '#domain/match/assign.ts';
import {
  carried,
  type HelperRoundDetail,
  type HelperRoundRow,
  type HelperTask,
  helperRoundAbilities,
  helperRoundDetail,
  helperRoundRow,
  helperRows,
  type NewHelperRound,
} from '#domain/match/helper-round.ts';
import type { Acting } from '../database.ts';
import { hashOf } from './worker-round-rows.ts';

const PAGE = 50;
const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) => `to_char(${column} at time zone 'UTC', ${MOMENT})`;

export interface KeptHelperRound {
  readonly row: HelperRoundRow;
  readonly task: HelperTask;
  readonly result: AssignResult;
  /** Both as they were kept, byte for byte. */
  readonly texts: { readonly input: string; readonly result: string };
  readonly hashes: HelperRoundDetail['hashes'];
}

/** Proposals of the actor's place, the newest first: a page of them, or one. */
export async function keptHelperRounds(
  acting: Acting,
  wanted: string | null,
): Promise<KeptHelperRound[]> {
  const { rows } = await acting.client.query<{
    row: Omit<HelperRoundRow, 'given' | 'waiting'>;
    input: string;
    result: string;
    hashes: HelperRoundDetail['hashes'];
  }>({
    name: 'helper_rounds',
    text: `select jsonb_build_object('id', h.id, 'kind', h.kind, 'title', h.title, 'state', h.state,
        'made_by', h.made_by, 'made_at', ${moment('h.made_at')}, 'ended_by', h.ended_by,
        'ended_at', ${moment('h.ended_at')}, 'words', h.words, 'version', h.version) as row,
        h.input, h.result,
        jsonb_build_object('input', h.input_hash, 'result', h.result_hash) as hashes
      from helper_round h where $1::uuid is null or h.id = $1
      order by h.made_at desc, h.id limit ${PAGE}`,
    values: [wanted],
  });
  return rows.map(({ row, input, result: text, hashes }) => {
    const result = JSON.parse(text) as AssignResult;
    const counts = { given: result.assigned.length, waiting: result.waiting.length };
    return {
      row: helperRoundRow.parse({ ...row, ...counts }),
      task: JSON.parse(input) as HelperTask,
      ...{ result, texts: { input, result: text }, hashes },
    };
  });
}

interface WorkedOut {
  readonly task: HelperTask;
  readonly result: AssignResult;
  readonly at: Date;
}

/** Keeps a proposal as the actor's own; false where there is one of this id. */
export async function keepHelperRound(
  acting: Acting,
  named: Pick<NewHelperRound, 'id' | 'kind' | 'title'>,
  { task, result, at }: WorkedOut,
): Promise<boolean> {
  const texts = { input: JSON.stringify(task), result: JSON.stringify(result) };
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('helper_round')
    .values({
      ...{ ...named, place_id: acting.place_id ?? '', ...texts },
      ...{ input_hash: hashOf(texts.input), result_hash: hashOf(texts.result) },
      ...{ made_by: acting.actor.id, made_at: at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** A proposal with its reasons, for one who reads it. */
export function helperDetail(acting: Acting, kept: KeptHelperRound): HelperRoundDetail {
  const { row, task, result, hashes } = kept;
  const carries = carried(task, result);
  return helperRoundDetail.parse({
    ...{ ...row, hashes, method: result.method, total: result.total ?? 0 },
    ...{ waiting_cost: task.waiting_cost ?? null, rows: helperRows(task, result) },
    helpers: task.helpers.map(({ id, capacity }) => ({
      ...{ id, capacity, carries: carries.get(id) ?? 0 },
    })),
    abilities: helperRoundAbilities(row, acting.actor.id),
  });
}

/** The places of a task at which a number stands that is no open file here. */
export async function unknownNumbers(
  acting: Acting,
  { requests }: Pick<HelperTask, 'requests'>,
): Promise<number[]> {
  const { rows } = await acting.client.query<{ number: string }>({
    name: 'open_case_numbers',
    text: 'select n as number from open_case_numbers($1) as n',
    values: [requests.map(({ id }) => id)],
  });
  const known = new Set(rows.map(({ number }) => number));
  return requests.flatMap(({ id }, at) => (known.has(id) ? [] : [at]));
}

/** What was confirmed, as a table to take along: numbers and codes, and who waits. */
export function helperCsv({ task, result }: KeptHelperRound): string {
  const rows = new Map(result.assigned.map((one) => [one.request, one]));
  const lines = task.requests.map(({ id: number }) => {
    const given = rows.get(number);
    return given === undefined
      ? [number, '', '', '', 'waits']
      : [number, given.helper, given.load, given.cost, 'given'];
  });
  const text = [['number', 'helper', 'load', 'cost', 'state'], ...lines];
  // Numbers and codes alone: nothing in them needs quotes, and nothing begins a formula.
  return `\uFEFF${text.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
