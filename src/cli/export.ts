import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Acting, type Database, openDatabase } from '#server/database.ts';
import { frozenTables } from '#server/evidence/frozen-numbers.ts';
import { personFile } from '#server/export/person-file.ts';
import { personPage } from '#server/export/person-page.ts';
import { createLog } from '#server/log.ts';
import { createPool } from '#server/pool.ts';
import { newestModel } from '#server/programme/newest-model.ts';
import { logRead } from '#server/read-log/read-log.ts';
import { type Command, helpFirst, type Output, WrongUsage } from './command.ts';
import { openGround } from './ground.ts';

const USAGE = `homeward export person FILE --as USERNAME [--out FOLDER]   one person's own file: JSON and a page
homeward export aggregates --as USERNAME                  the frozen numbers of the country
homeward export model --as USERNAME                       the programme model
FILE is the number of a support file, or its id. USERNAME is who exports: that account has to reach it.`;

/**
 * `homeward export …`: one person's file, the frozen numbers, or the programme model; nothing here
 * takes many people at once. It is done in the name of an account, with the rights of that account,
 * and is written down in the read log.
 */
export const exportCommand: Command = async (args, config, output) => {
  helpFirst(args, USAGE);
  const { values, positionals } = parsed(args);
  const [what, asked, ...more] = positionals;
  if (values.as === undefined || more.length > 0) throw new WrongUsage(USAGE);
  if ((what === 'person') !== (asked !== undefined)) throw new WrongUsage(USAGE);
  const ground = await openGround(config, output.note);
  const database = openDatabase(createPool(ground.urls.app, createLog('silent'), 2, 20_000));
  try {
    const account = await accountOf(database, values.as);
    const run = (work: (acting: Acting) => Promise<number>) =>
      database.as({ kind: 'account', id: account }, work);
    switch (what) {
      case 'person':
        return await run((acting) => exportPerson(acting, asked ?? '', values.out ?? '.', output));
      case 'aggregates':
        return await run((acting) => exportNumbers(acting, output));
      case 'model':
        return await run((acting) => exportModel(acting, output));
      default:
        throw new WrongUsage(USAGE);
    }
  } finally {
    await database.end();
    await ground.close();
  }
};

async function exportPerson(acting: Acting, asked: string, folder: string, output: Output) {
  const file = await personFile(acting, asked, new Date());
  if (file === null) throw new WrongUsage('no such support file for this account');
  const base = join(resolve(folder), file.number);
  // For the owner of this machine's account alone, and never over another one.
  const own = { mode: 0o600, flag: 'wx' } as const;
  await writeFile(`${base}.json`, `${JSON.stringify(file, null, 2)}\n`, own);
  await writeFile(`${base}.html`, personPage(file), own);
  const files = [`${base}.json`, `${base}.html`];
  output.result({ files, facts: file.facts.length }, files.join('\n'));
  return 0;
}

async function exportNumbers(acting: Acting, output: Output): Promise<number> {
  if (acting.role !== 'coordinator') throw new WrongUsage('--as: numbers are for a coordinator');
  const tables = await frozenTables(acting);
  await logRead(acting, { action: 'exported', details: { list: 'numbers' } }, new Date());
  output.result({ tables }, JSON.stringify({ tables }, null, 2));
  return 0;
}

async function exportModel(acting: Acting, output: Output): Promise<number> {
  const model = await newestModel(acting);
  if (model === null) throw new WrongUsage('there is no programme model that can be read');
  output.result(model, JSON.stringify(model, null, 2));
  return 0;
}

async function accountOf(database: Database, username: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    'select id from auth.account where username = lower($1) and disabled_at is null',
    [username],
  );
  if (rows[0] === undefined) throw new WrongUsage('--as: no account with this user name');
  return rows[0].id;
}

function parsed(args: readonly string[]) {
  try {
    const options = { as: { type: 'string' }, out: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (problem) {
    throw new WrongUsage(`${(problem as Error).message}\n${USAGE}`);
  }
}
