import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import type { CaseState } from './state.ts';

/** A case in a list: the projection that lists, search and the supervisor's table read. */
export interface CaseRow {
  readonly id: Id;
  readonly number: string;
  readonly person_id: Id;
  readonly model_id: Id;
  readonly place_id: Id;
  readonly place_path: readonly Id[];
  readonly stage: string;
  readonly stage_since: Instant;
  readonly worker_id: Id | null;
  readonly open_needs: number;
  readonly urgent_needs: number;
  readonly last_met_on: Day | null;
  readonly next_on: Day | null;
  /** How many things two people said differently, waiting for a human. */
  readonly conflicts: number;
  readonly opened_at: Instant;
  readonly closed_at: Instant | null;
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The number of a case for the telephone and for paper, e.g. `K7P3-Q2ZM`: from the random part of its id. */
export function caseNumber(caseId: Id): string {
  let bits = BigInt(`0x${caseId.replaceAll('-', '').slice(-12)}`);
  let number = '';
  for (let index = 0; index < 8; index++) {
    number = ALPHABET.charAt(Number(bits & 31n)) + number;
    bits >>= 5n;
  }
  return `${number.slice(0, 4)}-${number.slice(4)}`;
}

/** The last ten hex digits of the id behind a case number, however it was typed; null where it is none. */
export function caseIdTail(number: string): string | null {
  const signs = number.toUpperCase().replaceAll(/[\s-]/g, '');
  if (signs.length !== 8) return null;
  let bits = 0n;
  for (const sign of signs) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits.toString(16).padStart(10, '0');
}

/** A case number as it is stored, however it was typed. */
export function writtenNumber(typed: string): string {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** The row of a case in lists. Throws on a state of which nothing has been opened: a bug. */
export function rowOf(state: CaseState): CaseRow {
  const { opening, stage, need, visit, plan } = state;
  if (
    opening.case_id === null ||
    opening.person_id === null ||
    opening.model_id === null ||
    opening.place_id === null ||
    opening.opened_at === null
  ) {
    throw new Error('a case that was never opened has no row');
  }
  const answers = Object.values(need.domains);
  const items = Object.values(need.needs).filter((item) => item.resolved_at === null);
  return {
    id: opening.case_id,
    number: caseNumber(opening.case_id),
    person_id: opening.person_id,
    model_id: opening.model_id,
    place_id: opening.place_id,
    place_path: opening.place_path,
    stage: stage.current ?? 'identified',
    stage_since: stage.since ?? opening.opened_at,
    worker_id: state.assignment.worker?.account_id ?? null,
    open_needs: items.length + answers.filter((answer) => answer.value === 'some').length,
    urgent_needs:
      items.filter((item) => item.urgent).length +
      answers.filter((answer) => answer.value === 'urgent').length,
    last_met_on: visit.last_met_on,
    next_on: visit.next_on,
    conflicts:
      answers.filter((answer) => answer.conflict !== undefined).length +
      (plan.plan?.conflict === undefined ? 0 : 1),
    opened_at: opening.opened_at,
    closed_at: stage.phase === 'closed' ? stage.since : null,
  };
}
