import { mayBePublished } from '#domain/exchange/evidence/finding.ts';
import { reword, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import {
  type EvidenceTable,
  type EvidenceVersion,
  evidenceTable,
  evidenceVersion,
  type SaidOfVersion,
  tableOf,
} from './evidence-rows.ts';
import { findingsFor, noteEvidence, refused } from './upload-evidence.ts';

interface Deciding {
  readonly id: string;
  readonly now: Date;
  readonly newId: () => string;
}

type Answer = Problem | 'done';

/** The version becomes the one that everybody reads. Whoever uploaded it may not do this. */
export async function publishEvidence(
  taking: Taking,
  version_id: string,
  deciding: Deciding,
): Promise<Answer> {
  const found = await waiting(taking, version_id, deciding.id);
  if ('code' in found) return found;
  const { table, version } = found;
  if (version.uploaded_by === taking.participant) return { code: 'evidence_of_your_own' };
  // Another version may have been published since this one was uploaded and checked.
  const cells = tableOf(version.cells);
  const findings = await findingsFor(taking, table, cells, version.period);
  if (!mayBePublished(findings)) return refused(findings);
  const words = reworded(table, version.said, deciding.now);
  if ('code' in words) return words;
  const { client, participant } = taking;
  if (table.shown_version_id !== null) {
    await client.query(`update exchange.evidence_version set state = 'replaced' where id = $1`, [
      table.shown_version_id,
    ]);
  }
  await client.query(
    `update exchange.evidence_version set state = 'published', decided_by = $2, decided_at = $3
     where id = $1`,
    [version.id, participant, deciding.now],
  );
  await client.query(
    `update exchange.evidence_table set shown_version_id = $2, title = $3, method = $4,
       denominators = $5, taken_down_at = null, taken_down_by = null, version = version + 1
     where id = $1`,
    [table.id, version.id, ...words.map((one) => JSON.stringify(one))],
  );
  await note(taking, table, deciding, 'published', { number: version.number });
  return 'done';
}

/** Back to who uploaded it, with the reason. */
export async function returnEvidence(
  taking: Taking,
  { version_id, reason }: { version_id: string; reason: string },
  deciding: Deciding,
): Promise<Answer> {
  const found = await waiting(taking, version_id, deciding.id);
  if ('code' in found) return found;
  await taking.client.query(
    `update exchange.evidence_version set state = 'returned', decided_by = $2, decided_at = $3,
       reason = $4 where id = $1`,
    [found.version.id, taking.participant, deciding.now, reason],
  );
  await note(taking, found.table, deciding, 'returned', { number: found.version.number });
  return 'done';
}

/** Away from every page at once; the version stays, with who took it down and why. */
export async function takeDownEvidence(
  taking: Taking,
  reason: string,
  deciding: Deciding,
): Promise<Answer> {
  if (!taking.holdsAny('organiser', 'editor')) return { code: 'gone' };
  const table = await evidenceTable(taking, 'id', deciding.id, 'for update');
  if (table === undefined) return { code: 'gone' };
  if (table.shown_version_id === null) return { code: 'already_so' };
  await taking.client.query(
    `update exchange.evidence_version set state = 'taken_down', reason = $2 where id = $1`,
    [table.shown_version_id, reason],
  );
  await taking.client.query(
    `update exchange.evidence_table set shown_version_id = null, taken_down_at = $2,
       taken_down_by = $3, version = version + 1 where id = $1`,
    [table.id, deciding.now, taking.participant],
  );
  await note(taking, table, deciding, 'taken_down');
  return 'done';
}

async function waiting(
  taking: Taking,
  version_id: string,
  id: string,
): Promise<{ table: EvidenceTable; version: EvidenceVersion } | Problem> {
  if (!taking.holdsAny('organiser', 'editor')) return { code: 'gone' };
  const table = await evidenceTable(taking, 'id', id, 'for update');
  const version = table && (await evidenceVersion(taking, table, 'latest'));
  if (!table || !version) return { code: 'gone' };
  if (version.id !== version_id || version.state !== 'waiting') return { code: 'evidence_decided' };
  return { table, version };
}

/** The texts of the table as this version says them; translations of what changed show as old. */
function reworded(table: EvidenceTable, said: SaidOfVersion, now: Date): Wording[] | Problem {
  const words: Wording[] = [];
  for (const field of ['title', 'method', 'denominators'] as const) {
    const wording = table[field];
    const next = reword(
      wording,
      { lang: said.lang, text: said[field] },
      wording.revision,
      null,
      now,
    );
    if ('code' in next) return next;
    words.push(next);
  }
  return words;
}

async function note(
  taking: Taking,
  { id }: EvidenceTable,
  { now, newId }: Deciding,
  action: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await noteEvidence(taking, { id: newId(), at: now, action, table: id, details });
}
