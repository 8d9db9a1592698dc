import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { http, load } from './load.ts';
import { ratio } from './print.ts';

/** Durable commands with fact, projections and answer from eight clients, beside a bare durable insert. */
export async function commands(url: string, cookie: string, bare: pg.Pool): Promise<void> {
  const { rows } = await bare.query<{ id: string }>(
    'select id from case_file where worker_id = $1 order by id limit 200',
    [DEMO_PEOPLE.aziza.id],
  );
  const say = async (client: number, run: number) => {
    const case_id = rows[(client * 29 + run) % rows.length]?.id;
    const body = {
      need_id: uuid(),
      domain: 'papers',
      urgent: false,
      words: 'A copy of the birth certificate',
    };
    const command = {
      id: uuid(),
      case_id,
      kind: 'identify_need',
      body,
      said_at: new Date().toISOString(),
    };
    const { text, status } = await http('POST', `${url}/api/commands`, cookie, {
      commands: [command],
    });
    if (status !== 200 || !text.includes('"applied"')) throw new Error(text);
  };
  await load(8, 20, say);
  const said = await load(8, 300, say);
  await bare.query('create table if not exists bench_row (id uuid primary key, body text)');
  const inserted = await load(8, 300, async () => {
    await bare.query('insert into bench_row values ($1, $2)', [
      randomUUID(),
      'A copy of the birth certificate',
    ]);
  });
  ratio('durable commands, 8 clients', said, 'a bare durable insert', inserted, '≥ 1,000 a second');
}
