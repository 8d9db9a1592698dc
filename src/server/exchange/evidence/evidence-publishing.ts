import { mayBePublished } from '#domain/exchange/evidence/finding.ts';
import { reword, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { Publishable, Published } from '../publication/publishable.ts';
import {
  type EvidenceTable,
  type EvidenceVersion,
  evidenceTable,
  evidenceVersion,
  tableOf,
} from './evidence-rows.ts';
import { findingsFor, refused } from './upload-evidence.ts';

/** What becomes of a table when the second editor has decided; versions count as publications do. */
export const EVIDENCE_PUBLISHING: Publishable = {
  kind: 'evidence',
  async bar(taking, what) {
    const found = await waiting(taking, what);
    if ('code' in found) return found;
    const { table, version } = found;
    // Another version may have been published since this one was uploaded and checked.
    const findings = await findingsFor(taking, table, tableOf(version.cells), version.period);
    if (!mayBePublished(findings)) return refused(findings);
    const words = reworded(table, version, what.at);
    return 'code' in words ? words : null;
  },
  async published(taking, what) {
    const found = await waiting(taking, what);
    if ('code' in found) throw new Error('a table that was looked at does not wait');
    const { table, version } = found;
    const words = reworded(table, version, what.at);
    if ('code' in words) throw new Error(`a table that was looked at is not worded: ${words.code}`);
    const { client } = taking;
    if (table.shown_version_id !== null) {
      await client.query(`update exchange.evidence_version set state = 'replaced' where id = $1`, [
        table.shown_version_id,
      ]);
    }
    await client.query(
      `update exchange.evidence_version set state = 'published', decided_by = $2, decided_at = $3
       where id = $1`,
      [version.id, what.by, what.at],
    );
    await client.query(
      `update exchange.evidence_table set shown_version_id = $2, title = $3, method = $4,
         denominators = $5, taken_down_at = null, taken_down_by = null, version = version + 1
       where id = $1`,
      [table.id, version.id, ...words.map((one) => JSON.stringify(one))],
    );
  },
  /** Back to who uploaded it, with the reason. */
  async sentBack(taking, { id, version, by, at, reason }) {
    await taking.client.query(
      `update exchange.evidence_version set state = 'returned', decided_by = $3, decided_at = $4,
         reason = $5 where evidence_table_id = $1 and number = $2 and state = 'waiting'`,
      [id, version, by, at, reason],
    );
  },
  /** Away from every page at once; the version stays, with who took it down and why. */
  async takenDown({ client }, { id, by, at, reason }) {
    await client.query(
      `update exchange.evidence_version v set state = 'taken_down', reason = $2
       from exchange.evidence_table t where t.id = $1 and v.id = t.shown_version_id`,
      [id, reason],
    );
    await client.query(
      `update exchange.evidence_table set shown_version_id = null, taken_down_at = $2,
         taken_down_by = $3, version = version + 1 where id = $1`,
      [id, at, by],
    );
  },
};

async function waiting(
  taking: Taking,
  { id, version: number }: Published,
): Promise<{ table: EvidenceTable; version: EvidenceVersion } | Problem> {
  const table = await evidenceTable(taking, 'id', id, 'for update');
  const version = table && (await evidenceVersion(taking, table, 'latest'));
  if (!table || !version) return { code: 'gone' };
  if (version.number !== number || version.state !== 'waiting') {
    return { code: 'publication_decided' };
  }
  return { table, version };
}

/** The texts of the table as this version says them; translations of what changed show as old. */
function reworded(table: EvidenceTable, { said }: EvidenceVersion, now: Date): Wording[] | Problem {
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
