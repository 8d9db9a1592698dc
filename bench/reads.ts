import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { http, load } from './load.ts';
import { line, print, ratio } from './print.ts';

/** Caseload page and one file of 50 facts at four clients, beside the same SQL run bare. */
export async function reads(url: string, cookie: string, bare: pg.Pool): Promise<void> {
  const { rows } = await bare.query<{ case_id: string }>(
    `select f.case_id from fact f join case_file c on c.id = f.case_id where c.worker_id = $1
     group by f.case_id having count(*) >= 50 limit 1`,
    [DEMO_PEOPLE.aziza.id],
  );
  const long = rows[0]?.case_id;
  if (long === undefined) throw new Error('no file of 50 facts');
  await load(4, 50, () => answered('GET', `${url}/api/cases`, cookie));
  const page = await load(4, 400, () => answered('GET', `${url}/api/cases`, cookie));
  const pageBare = await load(4, 400, async () => {
    await bare.query(
      `select c.*, p.name from case_file c join person p on p.id = c.person_id
       where c.worker_id = $1 order by c.id limit 50`,
      [DEMO_PEOPLE.aziza.id],
    );
  });
  ratio(
    'caseload page of 50, 4 clients',
    page,
    'the same rows by SQL alone',
    pageBare,
    'p95 ≤ 10 ms',
  );
  const first = await http('GET', `${url}/api/cases/${long}`, cookie);
  const { model } = JSON.parse(first.text) as { model: { id: string } };
  // A reader who has opened a file before has the programme model.
  const again = `${url}/api/cases/${long}?known=${model.id}`;
  const file = await load(4, 400, () => answered('GET', again, cookie));
  const fileBare = await load(4, 400, async () => {
    await bare.query(
      `select f.*, b.body from fact f join fact_body b on b.fact_id = f.id where f.case_id = $1 order by position`,
      [long],
    );
  });
  ratio(
    'one file of 50 facts, 4 clients',
    file,
    'the same rows by SQL alone',
    fileBare,
    'p95 ≤ 20 ms',
  );
}

/** A first pull, then pulls that bring nothing, by the worker's own device. */
export async function pulls(url: string, cookie: string): Promise<void> {
  const device = { 'x-homeward-device': uuid() };
  const path = `${url}/api/devices/${device['x-homeward-device']}`;
  const put = await http('PUT', path, cookie, { name: 'bench' }, device);
  if (put.status !== 204) throw new Error(put.text);
  const pull = async (cursor: string) => {
    const { status, text } = await http(
      'GET',
      `${url}/api/pull${cursor}`,
      cookie,
      undefined,
      device,
    );
    if (status !== 200) throw new Error(text);
    return JSON.parse(text) as { cursor: string; more: boolean; rows: unknown[] };
  };
  const began = performance.now();
  let page = await pull('');
  let rows = page.rows.length;
  while (page.more) {
    page = await pull(`?cursor=${page.cursor}`);
    rows += page.rows.length;
  }
  print('first pull of a worker', `${rows} rows in ${(performance.now() - began).toFixed(0)} ms`);
  const known = page.cursor;
  const empty = await load(4, 100, async () => {
    if ((await pull(`?cursor=${known}`)).rows.length > 0) throw new Error('something was new');
  });
  print('  a pull that brings nothing', `${line(empty)}   (aim ≤ 30 ms)`);
}

/** How much each worker of the district carries, as its supervisor sees it. */
export async function team(url: string, cookie: string): Promise<void> {
  const figures = await load(1, 10, () => answered('GET', `${url}/api/team`, cookie));
  print('team of all files', line(figures));
}

async function answered(method: string, url: string, cookie: string): Promise<void> {
  const { status, text } = await http(method, url, cookie);
  if (status !== 200) throw new Error(`${url}: ${status} ${text.slice(0, 300)}`);
}
