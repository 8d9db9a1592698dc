import type { CaseState } from '#domain/case/state.ts';

/** A head as this process wrote it last: its state, and what was projected from it, as JSON text. */
export interface Head {
  /** Of the last fact, hex. Facts are salted: the same hash is the same state. */
  readonly hash: string;
  readonly state: CaseState;
  readonly tasks: string;
  readonly reach: string;
}

/** Some 30 kB each: a worker says several things about a file before going to the next one. */
const MOST = 200;
const heads = new Map<string, Head>();

/**
 * The head that was kept of a case. It may be out of date, or of a transaction that was rolled back: only
 * where the database has the same hash is its state the state.
 */
export function recentHead(caseId: string): Head | undefined {
  return heads.get(caseId);
}

/** Keeps the head of a case; the one that was used longest ago makes room. */
export function keepHead(caseId: string, head: Head): void {
  heads.delete(caseId);
  heads.set(caseId, head);
  const [oldest] = heads.keys();
  if (heads.size > MOST && oldest !== undefined) heads.delete(oldest);
}

/** Content that was erased leaves the memory of this process too. */
export function forgetHead(caseId: string): void {
  heads.delete(caseId);
}
