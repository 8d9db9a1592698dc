import type { DryRunReport } from '#domain/arrival/dry-run.ts';
import type { ArrivalEntry } from '#domain/arrival/entry.ts';
import { type Family, type FamilyMember, familiesOf } from '#domain/arrival/family.ts';
import type { ArrivalPlan, ListReport } from '#domain/arrival/list.ts';
import type { Problem } from '#domain/problem.ts';
import type { Database } from '../database.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ListGround } from './list-ground.ts';
import type { ArrivalFile } from './read-list.ts';
import { type KnownBefore, registerMatches } from './register-matches.ts';
import { tryList } from './try-list.ts';

const BATCH = 1_000;
const KNOWN_LISTED = 2_000;

/** What a whole reading of a list found. Only `report` is kept, and it names rows, not people. */
export interface Examined {
  readonly report: ListReport;
  readonly families: readonly Family[];
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
  const members: FamilyMember[] = [];
  const importable = new Set<number>();
  const known: KnownBefore[] = [];
  let batch: ArrivalEntry[] = [];
  let rows = 0;
  const compare = async () => {
    const entries = batch;
    batch = [];
    if (entries.length > 0) {
      known.push(
        ...(await database.as(ground.actor, (acting) => registerMatches(acting, entries, listId))),
      );
    }
    await examination.onProgress?.(rows);
  };
  const report = await tryList(
    file,
    plan.reading ?? {},
    plan.mapping,
    ground.reading,
    async ({ member, entry }) => {
      rows += 1;
      members.push(member);
      if (entry !== undefined) {
        importable.add(entry.row);
        batch.push(entry);
      }
      if (batch.length === BATCH) await compare();
    },
  );
  if ('problem' in report) return report;
  await compare();
  await database.as(ground.actor, (acting) => {
    const details = { list: 'arrival_list', rows };
    return logRead(acting, { action: 'compared', details }, now);
  });
  known.sort((a, b) => b.score - a.score || a.row - b.row);
  return { report: kept(report, known), families: familiesOf(members), importable, known };
}

function kept(report: DryRunReport, known: readonly KnownBefore[]): ListReport {
  const { counts, families, duplicates, columns, ...rest } = report;
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
