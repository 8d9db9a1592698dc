import { drawnChart } from '#domain/exchange/evidence/chart.ts';
import { checkEvidence } from '#domain/exchange/evidence/check-evidence.ts';
import { describedFindings } from '#domain/exchange/evidence/described-findings.ts';
import { publishedCells } from '#domain/exchange/evidence/evidence-file.ts';
import type { AboutEvidence } from '#domain/exchange/evidence/evidence-table.ts';
import { type Finding, mayBePublished } from '#domain/exchange/evidence/finding.ts';
import type { HxlTable } from '#domain/exchange/evidence/hxl.ts';
import { newWording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { type EvidenceTable, evidenceTable, evidenceVersion, tableOf } from './evidence-rows.ts';
import type { ReceivedFile } from './receive-file.ts';

interface Upload extends ReceivedFile<AboutEvidence> {
  readonly by: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * Keeps a table, or a new version of one, for a second person to publish. A table in which somebody
 * could be seen is not kept at all: the answer names what was found and where.
 */
export async function uploadEvidence(
  taking: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  upload: Upload,
): Promise<{ id: string } | Problem> {
  const { about, table, by, now, newId } = upload;
  if (!taking.holdsAny('organiser', 'editor', 'delegate')) return { code: 'gone' };
  const known = await tableFor(taking, about);
  if (known !== null && 'code' in known) return known;
  const findings = [
    ...describedFindings(about.description),
    ...(await findingsFor(taking, known, table, about.description.period)),
  ];
  if (!mayBePublished(findings)) return refused(findings);
  for (const chart of about.charts) {
    const drawn = drawnChart(table, chart);
    if ('code' in drawn) return drawn;
  }
  const id = known?.id ?? (await addTable(taking, upload));
  if (typeof id !== 'string') return id;
  const version = newId();
  const { lang, description } = about;
  const { title, method, denominators, source, period, geography } = description;
  const { rows } = await taking.client.query<{ number: number }>(
    `insert into exchange.evidence_version (id, evidence_table_id, number, said, source, period,
       geography, cells, charts, findings, uploaded_by, uploaded_at)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
     from exchange.evidence_version where evidence_table_id = $2 returning number`,
    [
      ...[version, id, JSON.stringify({ lang, title, method, denominators }), source, period],
      ...[geography, JSON.stringify(publishedCells(table)), JSON.stringify(about.charts)],
      ...[JSON.stringify(findings), by.id, now],
    ],
  );
  await taking.client.query(
    'insert into exchange.evidence_file (evidence_version_id, bytes) values ($1, $2)',
    [version, upload.bytes],
  );
  const asked = await askToPublish(taking, deps, {
    ...{ kind: 'evidence', id, version: rows[0]?.number ?? 1, title },
    texts: toLookAt(about, table),
  });
  if ('code' in asked) return asked;
  await noteEvidence(taking, { id: newId(), at: now, action: 'uploaded', table: id });
  return { id };
}

/** What readers will see in words: the description, and every cell of the file that is no number. */
export function toLookAt(
  { lang, description }: Pick<AboutEvidence, 'lang' | 'description'>,
  table: HxlTable,
): Record<string, string> {
  const words = new Set(
    publishedCells(table)
      .flat()
      .filter((cell) => /\p{L}/u.test(cell) && !cell.startsWith('#')),
  );
  const said = Object.entries(description).map(([field, text]) => [`${field}.${lang}`, text]);
  return { ...Object.fromEntries(said), table: [...words].join('\n') };
}

/** What the check says of a table, beside the published version of it for the same period. */
export async function findingsFor(
  taking: Taking,
  known: EvidenceTable | null,
  table: HxlTable,
  period: string | null,
): Promise<Finding[]> {
  const shown = known === null ? undefined : await evidenceVersion(taking, known, 'shown');
  const same = shown !== undefined && (period === null || shown.period === period);
  return checkEvidence(table, same ? tableOf(shown.cells) : null);
}

/** Who did what to which table; never what stands in it. */
export async function noteEvidence(
  { client, participant }: Taking,
  note: { id: string; at: Date; action: string; table: string; details?: Record<string, unknown> },
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, 'evidence', $5, $6)`,
    [note.id, note.at, participant, note.action, note.table, JSON.stringify(note.details ?? {})],
  );
}

export function refused(findings: readonly Finding[]): Problem {
  const told = findings.map(({ code, column, label, row }) =>
    [code, column, row, label].map((part) => part ?? '').join(':'),
  );
  return { code: 'evidence_refused', details: { findings: told.slice(0, 50) } };
}

/** The table that gets a new version; null for a new one. Only who may read a table adds to it. */
async function tableFor(
  taking: Taking,
  { table_id }: AboutEvidence,
): Promise<EvidenceTable | null | Problem> {
  if (table_id === null) return null;
  const known = await evidenceTable(taking, 'id', table_id);
  const latest = known && (await evidenceVersion(taking, known, 'latest'));
  const mine = latest?.uploaded_by === taking.participant;
  if (!known || !latest || !(mine || taking.holdsAny('organiser', 'editor'))) {
    return { code: 'gone' };
  }
  return latest.state === 'waiting' ? { code: 'evidence_waits' } : known;
}

async function addTable(
  { client }: Taking,
  { about, by, now, newId }: Upload,
): Promise<string | Problem> {
  const { slug, lang, description } = about;
  const words = (text: string) => JSON.stringify(newWording({ lang, text }, null, now));
  const id = newId();
  const { title, method, denominators } = description;
  const { rowCount } = await client.query(
    `insert into exchange.evidence_table (id, slug, title, method, denominators, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do nothing`,
    [id, slug, words(title), words(method), words(denominators), by.id, now],
  );
  return rowCount === 1 ? id : { code: 'evidence_slug_taken' };
}
