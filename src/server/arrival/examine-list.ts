import type { DryRunReport } from '#domain/arrival/dry-run.ts';
import type { Family } from '#domain/arrival/family.ts';
import type { ArrivalPlan, ListReport } from '#domain/arrival/list.ts';
import { rememberedWords } from '#domain/people/name/remembered-words.ts';
import type { Problem } from '#domain/problem.ts';
import type { Database } from '../database.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ListGround } from './list-ground.ts';
import type { ArrivalFile } from './read-list.ts';
import { type ComparedRow, type KnownBefore, registerMatches } from './register-matches.ts';
import { tryList } from './try-list.ts';

const BATCH = 1_000;
const KNOWN_LISTED = 2_000;

/** What a whole reading of a list found. Only `report` is kept, and it names rows, not people. */
export interface Examined {
  readonly report: ListReport;
  /** Families of more than one row. */
  readonly families: readonly Family[];
  /** Families of which somebody can be imported. */
  readonly households: number;
  /** Rows that can be imported. */
  readonly importable: ReadonlySet<number>;
  readonly known: readonly KnownBefore[];
}

export interface Examination {
  readonly database: Database;
  readonly file: ArrivalFile;
  readonly plan: ArrivalPlan;
  readonly ground: ListGround;
  readonly now: Date;
  /** null: a list that is only tried from the command line. */
  readonly listId: string | null;
  /** Called between batches with the rows read so far. */
  readonly onProgress?: (rows: number) => Promise<void>;
}

/** Reads a list whole, compares it with itself and with the register, and changes nothing but the read log. */
export async function examineList(
  examination: Examination,
): Promise<Examined | { readonly problem: Problem }> {
  const { database, file, plan, ground, listId, now } = examination;
  const importable = new Set<number>();
  const known: KnownBefore[] = [];
  const words = rememberedWords();
  let batch: ComparedRow[] = [];
  let rows = 0;
  // While the database looks for one batch the next is read.
  let looking: Promise<void> = Promise.resolve();
  const compare = async () => {
    const compared = batch;
    batch = [];
    await looking;
    looking = (async () => {
      if (compared.length > 0) {
        const found = await database.as(ground.actor, (acting) =>
          registerMatches(acting, compared, listId, words),
        );
        known.push(...found);
      }
      await examination.onProgress?.(rows);
    })();
    // Told by the next `await looking`; until then nobody else listens.
    looking.catch(() => undefined);
  };
  const report = await tryList(
    file,
    plan.reading ?? {},
    plan.mapping,
    { ...ground.reading, words },
    async ({ row, person }) => {
      rows += 1;
      if (person !== undefined) {
        importable.add(row);
        batch.push({ row, person });
      }
      if (batch.length === BATCH) await compare();
    },
  );
  if ('problem' in report) return report;
  await compare();
  await looking;
  await database.as(ground.actor, (acting) => {
    const details = { list: 'arrival_list', rows };
    return logRead(acting, { action: 'compared', details }, now);
  });
  known.sort((a, b) => b.score - a.score || a.row - b.row);
  const { every_family } = report;
  return {
    report: kept(report, known),
    // Whoever stands alone in the list needs nothing said of it.
    families: every_family.filter((family) => family.rows.length > 1),
    households: every_family.filter((one) => one.rows.some((row) => importable.has(row))).length,
    ...{ importable, known },
  };
}

function kept(report: DryRunReport, known: readonly KnownBefore[]): ListReport {
  const { counts, families, every_family: _all, duplicates, columns, ...rest } = report;
  return {
    ...rest,
    columns: {
      mapped: [...columns.mapped],
      forbidden: [...columns.forbidden],
      dropped: [...columns.dropped],
    },
    problems: rest.problems.map((one) => ({ ...one, rows: [...one.rows] })),
    questions: rest.questions.map((one) => ({
      ...one,
      rows: [...one.rows],
      choices: [...one.choices],
    })),
    rows_refused: [...rest.rows_refused],
    rows_to_check: [...rest.rows_to_check],
    counts: { ...counts, known_before: new Set(known.map((one) => one.row)).size },
    families: families.map(({ ties: _ties, ...family }) => ({
      ...family,
      rows: [...family.rows],
      notices: [...family.notices],
    })),
    duplicates: duplicates.map(({ rows: [one, other], score, level, reasons }) => ({
      ...{ score, level, rows: [one, other] as [number, number] },
      reasons: [...reasons],
    })),
    known_before: known.slice(0, KNOWN_LISTED).map(({ row, score, level, reasons }) => ({
      ...{ row, score, reasons: [...reasons] },
      level: level === 'likely' ? 'likely' : 'possible',
    })),
  };
}
