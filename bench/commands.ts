import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { http, load } from './load.ts';
import { print, ratio } from './print.ts';

/** So many commands a request brings when an outbox is emptied. */
const BATCH = 20;

/** Durable commands with fact, projections and answer from eight clients, beside a bare durable insert. */
export async function commands(url: string, cookie: string, bare: pg.Pool): Promise<void> {
  const { rows } = await bare.query<{ id: string }>(
    `select id from case_file where worker_id = $1 and closed_at is null and stage <> 'closing'
     order by id desc limit 200`,
    [DEMO_PEOPLE.aziza.id],
  );
  const say = async (from: number, count: number) => {
    const said = Array.from({ length: count }, (_, index) =>
      command(rows[(from + index) % rows.length]?.id ?? ''),
    );
    const { text, status } = await http('POST', `${url}/api/commands`, cookie, { commands: said });
    if (status !== 200 || text.split('"applied"').length !== count + 1) throw new Error(text);
  };
  await load(8, 20, (client, run) => say(client * 29 + run, 1));
  const said = await load(8, 300, (client, run) => say(client * 29 + run, 1));
  const batches = await load(8, 30, (client, run) => say(client * 29 + run * BATCH, BATCH));
  await bare.query('create table if not exists bench_row (id uuid primary key, body text)');
  const inserted = await load(8, 300, async () => {
    await bare.query('insert into bench_row values ($1, $2)', [
      randomUUID(),
      'A copy of the birth certificate',
    ]);
  });
  ratio('durable commands, 8 clients', said, 'a bare durable insert', inserted, '≥ 1,000 a second');
  const { count, rate } = batches;
  print(`  in batches of ${BATCH}`, `${(rate * BATCH).toFixed(0)}/s (${count * BATCH})`);
}

function command(case_id: string) {
  const words = 'A copy of the birth certificate';
  const body = { need_id: uuid(), domain: 'papers', urgent: false, words };
  return { id: uuid(), case_id, kind: 'identify_need', body, said_at: new Date().toISOString() };
}
