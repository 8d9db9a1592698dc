import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import type { Actor } from '#domain/access/role.ts';
import { arrivalMapping } from '#domain/arrival/field.ts';
import type { ArrivalPlan } from '#domain/arrival/list.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { examineList } from '#server/arrival/examine-list.ts';
import { guessedPlan } from '#server/arrival/guessed-plan.ts';
import { importList } from '#server/arrival/import-list.ts';
import { groundOf, type ListGround } from '#server/arrival/list-ground.ts';
import { addList, moveOn, saveFailure, savePlan } from '#server/arrival/list-rows.ts';
import type { ArrivalFile } from '#server/arrival/read-list.ts';
import { type Database, openDatabase } from '#server/database.ts';
import { createLog } from '#server/log.ts';
import { createPool } from '#server/pool.ts';
import { type Command, helpFirst, type Output, WrongUsage } from './command.ts';
import { openGround } from './ground.ts';

const USAGE = `homeward import FILE --as USERNAME [--dry-run] [--map mapping.json] [--place CODE]
USERNAME is an intake officer. Without --map the columns are guessed; the answer shows the mapping, which
can be kept in a file and changed. --place is where people go whose row names no place.
The report names rows, not people.`;

const OPTIONS = {
  as: { type: 'string' },
  map: { type: 'string' },
  place: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

interface Job {
  readonly database: Database;
  readonly actor: Actor;
  readonly ground: ListGround;
  readonly file: ArrivalFile;
  readonly plan: ArrivalPlan;
  readonly output: Output;
}

/** `homeward import …`: checks or imports an arrival list as an intake officer; exit code 1 where it cannot be. */
export const importCommand: Command = async (args, config, output) => {
  helpFirst(args, USAGE);
  const { values, positionals } = parsed(args);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || values.as === undefined) throw new WrongUsage(USAGE);
  const found = await stat(path).catch(() => {
    throw new WrongUsage(`${path}: there is no such file`);
  });
  if (!found.isFile()) throw new WrongUsage(`${path}: this is no file`);
  const place = await openGround(config, output.note);
  const database = openDatabase(createPool(place.urls.app, createLog('silent'), 2, 20_000));
  try {
    const actor = await officer(database, values.as);
    const ground = await database.as(actor, (acting) => groundOf(acting, new Date()));
    if (ground === null) throw new WrongUsage(`${values.as} is not an intake officer with a place`);
    const file: ArrivalFile = { name: 'list', open: () => createReadStream(path) };
    const plan = await planOf(file, values, database, ground);
    if ('problem' in plan) return failed(output, plan.problem);
    const job: Job = { database, actor, ground, file, plan, output };
    return values['dry-run'] === true ? await check(job) : await bring(job);
  } finally {
    await database.end();
    await place.close();
  }
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\n${USAGE}`);
  }
}

async function officer(database: Database, username: string): Promise<Actor> {
  const { rows } = await database.pool.query<{ id: string }>(
    'select id from auth.account where username = $1 and disabled_at is null',
    [username],
  );
  const found = id.safeParse(rows[0]?.id);
  if (!found.success) throw new WrongUsage(`--as: there is no account ${username}`);
  return { kind: 'account', id: found.data };
}

async function planOf(
  file: ArrivalFile,
  given: { readonly map?: string | undefined; readonly place?: string | undefined },
  database: Database,
  ground: ListGround,
): Promise<ArrivalPlan | { readonly problem: Problem }> {
  const plan = await (given.map === undefined ? guessedPlan(file, 'other') : mapped(given.map));
  if ('problem' in plan || given.place === undefined) return plan;
  const { rows } = await database.as(ground.actor, ({ client }) =>
    client.query<{ id: string }>('select id from place where code = $1', [given.place]),
  );
  const placeId = rows[0]?.id;
  if (placeId === undefined || !ground.place_paths.has(placeId)) {
    throw new WrongUsage(`--place: ${given.place} is no place of this officer`);
  }
  return { ...plan, default_place_id: placeId };
}

async function mapped(path: string): Promise<ArrivalPlan> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new WrongUsage(`--map: ${path}: there is no such file`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WrongUsage(`--map: ${path} is not JSON`);
  }
  const mapping = arrivalMapping.safeParse(value);
  if (mapping.success) return { mapping: mapping.data };
  const where = mapping.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new WrongUsage(`--map: ${path} is not a mapping: ${where}`);
}

async function check({ database, ground, file, plan, output }: Job): Promise<number> {
  const examined = await examineList({
    ...{ database, file, plan, ground, listId: null, now: new Date() },
  });
  if ('problem' in examined) return failed(output, examined.problem);
  const { report } = examined;
  const { counts, problems, questions, can_import } = report;
  const lines = [
    `${counts.rows} rows: ${counts.ready + counts.check} can be imported, ${counts.refused} cannot, ${counts.waits} wait for an answer`,
    `${counts.families} families, ${counts.children} children, ${counts.children_without_parental_care} of them without parental care`,
    `${counts.likely_duplicates} pairs alike on the list, ${counts.known_before} rows like somebody known already`,
    ...problems.map(
      ({ level, code, field, count, rows }) =>
        `${level} ${code}${field === undefined ? '' : ` (${field})`}: ${count}; rows ${rows.slice(0, 10).join(', ')}`,
    ),
    ...questions.map(({ sets, choices }) => `question: set ${sets} to ${choices.join(' or ')}`),
  ];
  output.result({ mapping: plan.mapping, report }, lines.join('\n'));
  return can_import ? 0 : 1;
}

async function bring({ database, actor, ground, file, plan, output }: Job): Promise<number> {
  const listId = v7();
  const clock = () => new Date();
  await database.as(actor, async (acting) => {
    const place_path = ground.place_paths.get(ground.place_id) ?? [];
    await addList(acting, { id: listId, place_path, at: clock() }, null);
    await savePlan(acting, listId, plan);
    await moveOn(acting, listId, ['open'], 'importing', clock());
  });
  const done = await importList({ database, listId, file, plan, ground, clock });
  if ('problem' in done) {
    await database.as(actor, (acting) => saveFailure(acting, listId, done.problem));
    return failed(output, done.problem);
  }
  const { people, households, likely_duplicates, rows_left_out } = done;
  const left = rows_left_out.length === 0 ? '' : `; rows left out: ${rows_left_out.join(', ')}`;
  output.result(
    { list_id: listId, people, households, likely_duplicates, rows_left_out },
    `${people} people in ${households} households, ${likely_duplicates} likely doubles${left}`,
  );
  return 0;
}

/** Names what it is about: the limit that was passed, the column, the field. */
function failed(output: Output, problem: Problem): number {
  const { code, fields = [], details = {} } = problem;
  const about = [
    ...Object.entries(details).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
    ...fields.map(({ path, code: wrong, details: more }) =>
      [path, wrong, ...(more === undefined ? [] : [JSON.stringify(more)])].join(' '),
    ),
  ];
  if (fields.some((field) => field.code === 'name_required')) {
    about.push('no column was known to hold names: say which does with --map');
  }
  output.result({ problem }, [`cannot be imported: ${code}`, ...about].join('\n  '));
  return 1;
}
