import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'csv-parse';
import type pg from 'pg';
import type { ArrivalList, ListColumns } from '#domain/arrival/list.ts';
import type { ServerChild } from '../test/setup/server-child.ts';
import { http } from './load.ts';
import { idleMemory, peakMemory } from './memory.ts';
import { nameMaker } from './names.ts';
import { print } from './print.ts';

const PEOPLE = new URL(
  '../../shared/data/names/people-multiscript/negatives_global.csv',
  import.meta.url,
);
const MOST_ROWS = 50_000;
/** Between two looks at the progress: each brings the whole report. */
const RESTING_MS = 250;

/**
 * A list from upload to support files by the door of an intake officer, on a server that has done nothing
 * else: dry run and write apart, and how far its memory rises over that of the idle server.
 */
export async function imports(
  server: ServerChild,
  cookie: string,
  most: number,
  bare: pg.Pool,
): Promise<void> {
  const text = listOf(Math.min(most, MOST_ROWS));
  const idle = await idleMemory(server);
  const list = await uploaded(server.url, cookie, text);
  const [dry, peakDry] = await timed(server, () => carriedOut(server.url, cookie, list, 'check'));
  const rows = (await oneList(server.url, cookie, list)).report?.counts.rows ?? 0;
  const readingBare = await clocked(() => readBare(text));
  perSecond('import, dry run', rows, dry);
  perSecond('  beside csv-parse alone', rows, readingBare);
  let writing = 0;
  const [whole, peak] = await timed(server, async () => {
    writing = await carriedOut(server.url, cookie, list, 'import');
  });
  const copying = await clocked(() => copyBare(bare, list));
  perSecond('import, read again and written', rows, whole, '≥ 1,000');
  perSecond('  writing alone', rows, writing);
  perSecond('  beside the same rows copied bare', rows, copying);
  const over = Math.max(peakDry, peak) - idle;
  print('import, memory', `${idle} MB idle, at most ${over} MB more (aim 100)`);
  print('  dry run, write', `+${peakDry - idle} MB, +${peak - idle} MB`);
}

function perSecond(what: string, rows: number, ms: number, aim?: string): void {
  const rate = ((rows / ms) * 1000).toFixed(0);
  const seconds = (ms / 1000).toFixed(1);
  print(what, `${rate} rows/s (${rows} in ${seconds} s)${aim ? `   (aim ${aim})` : ''}`);
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function timed(server: ServerChild, work: () => Promise<unknown>): Promise<[number, number]> {
  let ms = 0;
  const peak = await peakMemory(server, async () => {
    ms = await clocked(work);
  });
  return [ms, peak];
}

/** The first rows of a real file that nobody here wrote, or a made one where it is not there. */
function listOf(rows: number): string {
  if (existsSync(PEOPLE)) {
    return readFileSync(PEOPLE, 'utf8')
      .split('\n')
      .slice(0, rows + 1)
      .join('\n');
  }
  print('import', 'of a generated file: the folder ../shared/data is not here');
  const next = nameMaker();
  const lines = Array.from({ length: rows }, (_, row) => {
    const { given, patronymic = '', family } = next().stored;
    const born = `${1950 + (row % 70)}-${String(1 + (row % 12)).padStart(2, '0')}-17`;
    return `${row >> 2};${given};${patronymic};${family};${row % 2 ? 'f' : 'm'};${born}`;
  });
  return `Family number;Given name;Patronymic;Surname;Sex;Date of birth\n${lines.join('\n')}\n`;
}

async function uploaded(url: string, cookie: string, text: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/csv' }), 'list.csv');
  const reply = await fetch(`${url}/api/arrival-lists`, {
    method: 'POST',
    headers: { cookie },
    body: form,
  });
  if (reply.status !== 201) throw new Error(`upload: ${reply.status} ${await reply.text()}`);
  const { id } = (await reply.json()) as ArrivalList;
  const columns = await answer<ListColumns>(
    'GET',
    `${url}/api/arrival-lists/${id}/columns`,
    cookie,
  );
  const mapping = {
    columns: columns.columns.flatMap(({ column, field }) =>
      field === undefined ? [] : { column, field },
    ),
    context: 'conflict_zone',
    ...(columns.name_order === undefined ? {} : { name_order: columns.name_order }),
  };
  await answer('PUT', `${url}/api/arrival-lists/${id}/mapping`, cookie, { mapping });
  return id;
}

/** Carries a list on and waits for it; answers the milliseconds since its first row was written. */
async function carriedOut(
  url: string,
  cookie: string,
  list: string,
  act: 'check' | 'import',
): Promise<number> {
  await answer('POST', `${url}/api/arrival-lists/${list}/${act}`, cookie, undefined, 202);
  let writing = performance.now();
  for (;;) {
    await wait(RESTING_MS);
    const { state, phase, problem } = await oneList(url, cookie, list);
    if (state === (act === 'check' ? 'checked' : 'imported')) return performance.now() - writing;
    if (state !== 'checking' && state !== 'importing')
      throw new Error(`${act}: ${state} ${JSON.stringify(problem)}`);
    if (phase !== 'writing') writing = performance.now();
  }
}

function oneList(url: string, cookie: string, list: string): Promise<ArrivalList> {
  return answer('GET', `${url}/api/arrival-lists/${list}`, cookie);
}

async function answer<Body>(
  method: string,
  url: string,
  cookie: string,
  body?: unknown,
  expected = 200,
): Promise<Body> {
  const { status, text } = await http(method, url, cookie, body);
  if (status !== expected) throw new Error(`${url}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as Body;
}

/** The tables that an import fills, with the rows that one list brought. */
const WRITTEN = {
  person: 'id in (select person_id from brought)',
  person_name_key: 'person_id in (select person_id from brought)',
  person_block: 'person_id in (select person_id from brought)',
  household: 'id in (select household_id from household_member m join brought using (person_id))',
  household_member: 'person_id in (select person_id from brought)',
  homecoming: 'person_id in (select person_id from brought)',
  case_head: 'case_id in (select case_id from brought)',
  fact: 'case_id in (select case_id from brought)',
  fact_body: 'case_id in (select case_id from brought)',
  case_file: 'id in (select case_id from brought)',
  case_reach: 'case_id in (select case_id from brought)',
  task: 'case_id in (select case_id from brought)',
  command_answer: 'case_id in (select case_id from brought)',
} as const;

/** Copies what was imported into tables with the same indexes and nothing else: no checks, no triggers. */
async function copyBare(bare: pg.Pool, list: string): Promise<void> {
  for (const [table, condition] of Object.entries(WRITTEN)) {
    await bare.query(`create table bench_${table} (like ${table} including indexes)`);
    await bare.query(
      `with brought as (select person_id, case_id from arrival_list_row where list_id = '${list}')
       insert into bench_${table} select * from ${table} where ${condition}`,
    );
  }
}

/** Reads the cells of the list and does nothing with them. */
async function readBare(text: string): Promise<void> {
  const parser = parse(text, { relax_quotes: true, relax_column_count: true });
  for await (const _cells of parser);
}
