import { setImmediate as afterThis, setTimeout as wait } from 'node:timers/promises';
import type { ArrivalEntry } from '#domain/arrival/entry.ts';
import type { ArrivalPlan } from '#domain/arrival/list.ts';
import { rememberedWords } from '#domain/people/name/remembered-words.ts';
import type { Problem } from '#domain/problem.ts';
import { type OpeningGround, prepareOpenings, projectOpened } from '../case/open-cases.ts';
import type { Database } from '../database.ts';
import { preparePeople } from '../people/write-person.ts';
import { type Arriving, arrivingPeople } from './arriving-people.ts';
import { derivedId } from './derived-id.ts';
import { type Examined, examineList } from './examine-list.ts';
import type { ListGround } from './list-ground.ts';
import { saveCompared, saveImported, saveWritten } from './list-rows.ts';
import type { ArrivalFile } from './read-list.ts';
import { readRows } from './try-list.ts';

/** Half of the thousand that a transaction may hold: their text has to fit into the memory of the thread. */
const BATCH = 500;
/** To give a batch's text of some 2 MB to the database, in milliseconds. */
const SENDING_MS = 10;

export interface Import {
  readonly database: Database;
  readonly listId: string;
  readonly file: ArrivalFile;
  readonly plan: ArrivalPlan;
  readonly ground: ListGround;
  readonly clock: () => Date;
  /** Takes the sealed copy off the disk, where there is one. */
  readonly removeCopy?: () => Promise<void>;
}

export interface Imported {
  readonly people: number;
  readonly households: number;
  readonly likely_duplicates: number;
  readonly rows_left_out: readonly number[];
}

/**
 * Imports a list that is in the state `importing`: reads it whole once more, then writes 500 rows
 * a transaction. Rows that an import that was cut has written are passed over, and every id follows from
 * the list and the row, so that saying it again doubles nobody.
 */
export async function importList(
  wanted: Import,
): Promise<Imported | { readonly problem: Problem }> {
  const { database, listId, file, plan, ground, clock } = wanted;
  const { actor } = ground;
  const onProgress = (rows_read: number) =>
    database.as(actor, (acting) => saveCompared(acting, listId, rows_read, clock()));
  const examined = await examineList({
    ...{ database, file, plan, ground, listId, now: clock(), onProgress },
  });
  if ('problem' in examined) return examined;
  if (!examined.report.can_import) return { problem: { code: 'nothing_to_import' } };
  await writeRows(wanted, examined);
  const imported = await flag(wanted, examined);
  await closeImport(wanted);
  return imported;
}

/**
 * Ends an import whose rows are all written, also one that was cut here: the sealed copy goes first, and
 * a list that says it is imported has none.
 */
export async function closeImport(
  wanted: Pick<Import, 'database' | 'listId' | 'ground' | 'clock' | 'removeCopy'>,
): Promise<void> {
  const { database, listId, ground, clock } = wanted;
  await wanted.removeCopy?.();
  await database.as(ground.actor, (acting) => saveImported(acting, listId, clock()));
}

async function writeRows(wanted: Import, examined: Examined): Promise<void> {
  const { database, listId, file, plan, ground, clock } = wanted;
  const done = await rowsDone(wanted);
  const arriving = arrivingPeople({
    ...{ listId, ground, families: examined.families, importable: examined.importable, done },
    place_id: plan.default_place_id ?? ground.place_id,
  });
  const openingGround: OpeningGround = { ...ground, role: 'intake_officer' };
  const words = rememberedWords();
  let batch: ArrivalEntry[] = [];
  let written = done.size;
  // While the database writes one batch the next is prepared.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const entries = batch;
    batch = [];
    if (entries.length === 0) return;
    const now = clock();
    const prepared = arriving(entries, now);
    const people = preparePeople(prepared.written, now, words);
    const openings = prepareOpenings(prepared.openings, openingGround, now);
    await writing;
    written += entries.length;
    const noted = rowsNoted(prepared, openings.facts);
    writing = database.as(ground.actor, (acting) => projectOpened(acting, openings, now), {
      name: 'import_rows',
      values: [listId, people, openings.text, noted, written, now],
    });
    // Told by the next `await writing`; until then nobody else listens.
    writing.catch(() => undefined);
    // Its text is made and on its way before this thread is busy again.
    await afterThis();
    await wait(SENDING_MS);
  };
  const failed = await readRows(
    file,
    plan.reading ?? {},
    plan.mapping,
    ground.reading,
    async ({ entry }) => {
      if (entry === undefined || done.has(entry.row)) return;
      batch.push(entry);
      if (batch.length === BATCH) await flush();
    },
  );
  if (failed) throw new Error('a list that was read once cannot be read again');
  await flush();
  await writing;
}

function rowsNoted(arriving: Arriving, facts: readonly number[]): string {
  return JSON.stringify(arriving.rows.map((row, at) => ({ ...row, facts: facts[at] ?? 0 })));
}

async function rowsDone({ database, ground, listId }: Import): Promise<ReadonlySet<number>> {
  return database.as(ground.actor, async ({ client }) => {
    const { rows } = await client.query<{ row: number }>(
      'select row from arrival_list_row where list_id = $1',
      [listId],
    );
    return new Set(rows.map(({ row }) => row));
  });
}

async function flag(wanted: Import, examined: Examined): Promise<Imported> {
  const { database, listId, ground, clock } = wanted;
  const { report, importable, known } = examined;
  const personId = (row: number) => derivedId(listId, 'person', row);
  const flagged = [
    ...report.duplicates
      .filter(({ rows }) => rows.every((row) => importable.has(row)))
      .map(({ rows: [one, other], level, reasons }) => ({
        id: derivedId(listId, 'duplicate', `${one} ${other}`),
        person_id: personId(Math.max(one, other)),
        other_person_id: personId(Math.min(one, other)),
        ...{ level, reasons },
      })),
    ...known.map(({ row, person_id, level, reasons }) => ({
      id: derivedId(listId, 'duplicate', `${row} ${person_id}`),
      person_id: personId(row),
      other_person_id: person_id,
      ...{ level, reasons },
    })),
  ];
  const now = clock();
  await database.as(ground.actor, async (acting) => {
    await acting.client.query('select flag_list_duplicates($1, $2, $3)', [
      listId,
      JSON.stringify(flagged),
      now,
    ]);
    await saveWritten(acting, listId, report, now);
  });
  return {
    people: importable.size,
    households: examined.households,
    likely_duplicates: flagged.length,
    rows_left_out: report.rows_refused,
  };
}
