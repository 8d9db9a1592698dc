import type { Fact } from '#domain/case/fact.ts';
import { EMPTY, stateOf } from '#domain/case/file.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';

/**
 * The state of a case out of its general facts, as a reader in reach sees it; null where there is no
 * such file for this actor. Reading it is an opening: the caller logs it.
 */
export function generalState(acting: Acting, caseId: string): Promise<CaseState | null> {
  return stateFrom(acting, caseId, 'general_facts', `and f.compartment = 'general'`);
}

/** The same out of the facts of every compartment that the actor reaches. */
export function reachedState(acting: Acting, caseId: string): Promise<CaseState | null> {
  return stateFrom(acting, caseId, 'reached_facts', '');
}

async function stateFrom(
  acting: Acting,
  caseId: string,
  name: string,
  only: string,
): Promise<CaseState | null> {
  const { rows } = await acting.client.query<{ fact: Fact }>({
    name,
    text: `select jsonb_build_object('id', f.id, 'case_id', f.case_id, 'kind', f.kind,
        'version', f.version, 'compartment', f.compartment,
        'actor', jsonb_build_object('kind', f.actor_kind, 'id', f.actor_id), 'role', f.role,
        'said_at', to_char(f.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'recorded_at', to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'body', b.body::jsonb) as fact
      from fact f left join fact_body b on b.fact_id = f.id
      where f.case_id = $1 ${only} order by f.position`,
    values: [caseId],
  });
  if (rows.length === 0) return null;
  const state = stateOf(
    rows.map((row) => row.fact),
    EMPTY,
  );
  return state.opening.case_id === null ? null : state;
}
