import type { Role } from '#domain/access/role.ts';
import type { PersonSummary, Situation } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import { applyFact, decide, EMPTY, parseCommand, stateOf } from '#domain/case/file.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { type CaseRow, rowOf } from '#domain/case/row.ts';
import type { CaseState } from '#domain/case/state.ts';
import { dayAt } from '#domain/zone.ts';
import { type OutboxEntry, wasNotApplied } from '../device/outbox.ts';
import type { PersonRow, PulledFact } from './rows.ts';
import type { WorkGround } from './work-ground.ts';

/** A file as this device knows it: what was pulled, and on top of it what is still in the outbox. */
export interface CaseFile {
  readonly row: CaseRow;
  readonly person: PersonRow | null;
  readonly state: CaseState;
  /** Every fact of the file that this account sees, oldest first, with those not sent yet at the end. */
  readonly facts: readonly Fact[];
  /** Ids of the facts that the server has not confirmed. */
  readonly unsent: ReadonlySet<string>;
  /** Ids of the facts that no pull has brought yet: those, and what the server has just confirmed. */
  readonly ahead: ReadonlySet<string>;
  readonly model: ProgrammeModel;
  readonly situation: Situation;
}

export interface Known {
  readonly facts: readonly PulledFact[];
  readonly row: CaseRow | null;
  readonly person: PersonRow | null;
  readonly models: ReadonlyMap<string, { document: ProgrammeModel }>;
  readonly outbox: readonly OutboxEntry[];
  readonly account: string;
  readonly role: Role;
  readonly organisation_id: string | null;
  readonly place_id?: string | null;
  /** Places and colleagues; over the line and until they are read, the server alone decides by them. */
  readonly ground?: WorkGround | undefined;
  /** How many open files the account itself works on. */
  readonly caseload?: number;
  readonly now: Date;
}

/**
 * Builds a file from the device's rows: folds the facts, then decides each waiting command over them
 * as the server will. Null while the model is not here yet, or where nothing was ever opened.
 */
export function caseFile(caseId: string, known: Known): CaseFile | null {
  const pulled = known.facts.toSorted((a, b) => a.order - b.order);
  let state = stateOf(pulled, EMPTY);
  const facts: Fact[] = [...pulled];
  const there = new Set(facts.map((fact) => fact.id));
  const unsent = new Set<string>();
  const ahead = new Set<string>();
  const waiting = known.outbox.filter(
    (entry) => entry.command.case_id === caseId && !wasNotApplied(entry),
  );
  const modelId = state.opening.model_id ?? modelOfOpening(waiting);
  const model = modelId === null ? undefined : known.models.get(modelId)?.document;
  if (model === undefined) return null;
  const situation = situationOf(known, model, state);
  for (const entry of waiting) {
    const parsed = parseCommand({ ...entry.command, case_id: caseId });
    if ('problem' in parsed) continue;
    const at = { ...situation, facts, now: entry.command.said_at };
    const outcome = decide(state, parsed.command, at);
    if (!('facts' in outcome)) continue;
    for (const fact of outcome.facts) {
      // The server has it already and the pull brought it: said once.
      if (there.has(fact.id)) continue;
      state = applyFact(state, fact);
      facts.push(fact);
      ahead.add(fact.id);
      if (entry.state !== 'answered') unsent.add(fact.id);
    }
  }
  if (state.opening.case_id === null) return null;
  const row = ahead.size > 0 || known.row === null ? rowOf(state) : known.row;
  return {
    row,
    person: known.person,
    state,
    facts,
    unsent,
    ahead,
    // It may just have been moved to a newer version.
    model: known.models.get(state.opening.model_id ?? '')?.document ?? model,
    situation: { ...situation, facts },
  };
}

function modelOfOpening(waiting: readonly OutboxEntry[]): string | null {
  const opening = waiting.find((entry) => entry.command.kind === 'open_case');
  return (opening?.command.body as { model_id?: string } | undefined)?.model_id ?? null;
}

function situationOf(known: Known, model: ProgrammeModel, state: CaseState): Situation {
  const now = known.now.toISOString();
  return {
    now,
    today: dayAt(known.now, model.time_zone),
    actor: { kind: 'account', id: known.account },
    role: known.role,
    actor_place: known.place_id ?? null,
    organisation_id: known.organisation_id,
    model,
    person: known.person?.summary ?? unknownPerson(state.opening.person_id ?? ''),
    place_path: state.opening.place_path,
    ...known.ground,
    models: Object.fromEntries([...known.models].map(([id, { document }]) => [id, document])),
    ...(known.caseload === undefined ? {} : { caseload: known.caseload }),
  };
}

/** A person whom this device registered itself and has not pulled yet. */
function unknownPerson(id: string): PersonSummary {
  return { id, has_name: true, birth: null, languages: [], guardian_ids: [] };
}
