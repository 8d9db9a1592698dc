import type { EvidenceChart } from '#domain/exchange/evidence/chart.ts';
import { columnsOf } from '#domain/exchange/evidence/column.ts';
import type { EvidenceDescription } from '#domain/exchange/evidence/evidence-file.ts';
import { describedIn } from '#domain/exchange/evidence/evidence-file.ts';
import type {
  EvidenceCase,
  EvidenceLine,
  EvidencePreview,
} from '#domain/exchange/evidence/evidence-table.ts';
import type { Finding } from '#domain/exchange/evidence/finding.ts';
import { type HxlTable, letter, readHxl, writeTag } from '#domain/exchange/evidence/hxl.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';

/** Rows of a table that a screen or a page shows; the file has them all. */
export const SHOWN_ROWS = 100;
const PAGE = 50;

/** What its uploader says of a version, in one language. */
export interface SaidOfVersion {
  readonly lang: string;
  readonly title: string;
  readonly method: string;
  readonly denominators: string;
}

export interface EvidenceVersion {
  readonly id: string;
  readonly evidence_table_id: string;
  readonly number: number;
  readonly state: EvidenceLine['state'];
  readonly said: SaidOfVersion;
  readonly source: string;
  readonly period: string;
  readonly geography: string;
  readonly cells: string[][];
  readonly charts: EvidenceChart[];
  readonly findings: Finding[];
  readonly uploaded_by: string | null;
  readonly uploaded_at: Date;
  readonly reason: string | null;
}

export interface EvidenceTable {
  readonly id: string;
  readonly slug: string;
  readonly title: Wording;
  readonly method: Wording;
  readonly denominators: Wording;
  readonly shown_version_id: string | null;
  readonly taken_down_at: Date | null;
}

const VERSION = `v.id, v.evidence_table_id, v.number, v.state, v.said, v.source, v.period, v.geography,
  v.cells, v.charts, v.findings, v.uploaded_by, v.uploaded_at, v.reason`;
const TABLE = 'id, slug, title, method, denominators, shown_version_id, taken_down_at';

/** The tables that the participant may see, with their latest version, the newest first. */
export async function evidenceLines(
  { client }: Taking,
  after: number,
): Promise<{ tables: EvidenceLine[]; more: boolean }> {
  const { rows } = await client.query<Omit<EvidenceLine, 'uploaded_at'> & { uploaded_at: Date }>(
    `select t.id, t.slug, t.title, t.shown_version_id is not null as shown,
       t.taken_down_at is not null as taken_down, v.number, v.state, v.uploaded_at
     from exchange.evidence_table t join lateral (
       select number, state, uploaded_at from exchange.evidence_version
       where evidence_table_id = t.id order by number desc limit 1) v on true
     order by v.uploaded_at desc, t.id limit $1 offset $2`,
    [PAGE + 1, after],
  );
  const tables = rows.map((row) => ({ ...row, uploaded_at: row.uploaded_at.toISOString() }));
  return { tables: tables.slice(0, PAGE), more: rows.length > PAGE };
}

/** A table by its id or its address; `lock` holds it until the transaction ends. */
export async function evidenceTable(
  { client }: Taking,
  by: 'id' | 'slug',
  value: string,
  lock: '' | 'for update' = '',
): Promise<EvidenceTable | undefined> {
  const { rows } = await client.query<EvidenceTable>(
    `select ${TABLE} from exchange.evidence_table where ${by} = $1 ${lock}`,
    [value],
  );
  return rows[0];
}

/** The latest version of a table, or the one that everybody reads. */
export async function evidenceVersion(
  { client }: Taking,
  table: EvidenceTable,
  which: 'latest' | 'shown',
): Promise<EvidenceVersion | undefined> {
  const { rows } = await client.query<EvidenceVersion>(
    which === 'latest'
      ? `select ${VERSION} from exchange.evidence_version v where v.evidence_table_id = $1
         order by v.number desc limit 1`
      : `select ${VERSION} from exchange.evidence_version v where v.evidence_table_id = $1
         and v.id = $2 and v.state = 'published'`,
    which === 'latest' ? [table.id] : [table.id, table.shown_version_id],
  );
  return rows[0];
}

/** The cells of a version as a table again. */
export function tableOf(cells: readonly (readonly string[])[]): HxlTable {
  const read = readHxl(cells);
  if ('code' in read) throw new Error(`a kept table cannot be read: ${read.code}`);
  return read;
}

export function previewOf(table: HxlTable, findings: readonly Finding[]): EvidencePreview {
  const columns = columnsOf(table);
  return {
    columns: columns.map(({ position, label, tag, role }) => ({
      ...{ letter: letter(position), label, role },
      tag: tag === null ? '' : writeTag(tag),
    })),
    rows: table.rows.slice(0, SHOWN_ROWS).map(({ line, cells }) => ({
      line,
      cells: columns.map(({ position }) => (cells[position] ?? '').slice(0, 200)),
    })),
    total: table.rows.length,
    findings: [...findings],
    said: describedIn(table),
  };
}

/** One table with its latest version and what this participant may do with it. */
export async function evidenceCase(taking: Taking, id: string): Promise<EvidenceCase | null> {
  const table = await evidenceTable(taking, 'id', id);
  if (table === undefined) return null;
  const version = await evidenceVersion(taking, table, 'latest');
  if (version === undefined) return null;
  const own = version.uploaded_by === taking.participant;
  const { rows } = await taking.client.query<{ id: string }>(
    `select id from exchange.publication where subject_kind = 'evidence' and subject_id = $1
       and version = $2 order by asked_at desc limit 1`,
    [table.id, version.number],
  );
  return {
    ...{ id: table.id, slug: table.slug, title: table.title, own },
    shown: table.shown_version_id !== null,
    taken_down: table.taken_down_at !== null,
    ...{ number: version.number, state: version.state, version_id: version.id },
    uploaded_at: version.uploaded_at.toISOString(),
    lang: version.said.lang,
    description: descriptionOf(version),
    charts: version.charts,
    preview: previewOf(tableOf(version.cells), version.findings),
    reason: version.reason,
    publication_id: rows[0]?.id ?? null,
  };
}

/** What a version says of itself, as in its file. */
export function descriptionOf(version: EvidenceVersion): EvidenceDescription {
  const { said, source, period, geography } = version;
  const { title, method, denominators } = said;
  return { title, method, denominators, source, period, geography };
}
