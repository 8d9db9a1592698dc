import { sql } from 'kysely';
import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import { logRead } from '../read-log/read-log.ts';
import { PROJECTIONS } from './projections.ts';

/**
 * After a correction or an erasure: takes erased content out of every table and writes the lists of
 * the case anew from the state that is left, all in the command's transaction.
 */
export async function rewriteRows(
  acting: Acting,
  caseId: string,
  outcome: { readonly facts: readonly Fact[]; readonly state: CaseState },
  now: Date,
): Promise<void> {
  const erasures = outcome.facts.filter((fact) => fact.kind === 'content_erased');
  const ids = erasures.flatMap((fact) => (fact.body as { fact_ids: string[] }).fact_ids);
  if (outcome.state.opening.case_id === null) {
    const kept = erasures.map((fact) => fact.id);
    await sql`select erase_file(${caseId}, ${kept}::uuid[])`.execute(acting.tx);
  } else {
    await sql`select erase_fact(${caseId}, fact) from unnest(${ids}::uuid[]) fact`.execute(
      acting.tx,
    );
    for (const projection of PROJECTIONS) {
      await projection.rewrite(acting, outcome.state, caseId);
    }
  }
  if (erasures.length === 0) return;
  await logRead(acting, { action: 'erased', case_id: caseId, details: { facts: ids.length } }, now);
}
