import { createHash } from 'node:crypto';
import { reachOf } from '#domain/access/reach.ts';
import type { Role } from '#domain/access/role.ts';
import type { Envelope, PersonSummary, Situation } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import { decide, EMPTY, parseCommand, saidOf } from '#domain/case/file.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { rowOf } from '#domain/case/row.ts';
import type { CaseState } from '#domain/case/state.ts';
import { tasksOf } from '#domain/case/task.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import { canonical, sealFacts } from './chain.ts';
import { project, touchesProjections } from './projections.ts';

/** One file to open: the command as it would be sent, and what rules may know of the person. */
export interface Opening {
  readonly envelope: Envelope;
  readonly person: PersonSummary;
}

/** What all openings of a run have in common; places by id, each with its ancestors, nearest first. */
export interface OpeningGround {
  readonly actor: Situation['actor'];
  readonly role: Role;
  readonly model: ProgrammeModel;
  readonly place_paths: ReadonlyMap<string, readonly string[]>;
}

export interface PreparedOpenings {
  readonly text: string;
  /** How many facts each file begins with, in the order given. */
  readonly facts: readonly number[];
  readonly touched: readonly { facts: readonly Fact[]; state: CaseState; case_id: string }[];
}

/**
 * Decides many `open_case` commands as `sayIn` would decide each, and makes the text of their rows for `open_cases`. An
 * opening that the rules refuse is a bug of the caller: who opens many has asked for the right before.
 */
export function prepareOpenings(
  openings: readonly Opening[],
  ground: OpeningGround,
  now: Date,
): PreparedOpenings {
  const today = dayAt(now, ground.model.time_zone);
  const at = now.toISOString();
  const written = {
    cases: [] as unknown[],
    facts: [] as unknown[],
    rows: [] as unknown[],
    tasks: [] as unknown[],
    answers: [] as unknown[],
  };
  const counts: number[] = [];
  const touched: { facts: readonly Fact[]; state: CaseState; case_id: string }[] = [];
  for (const { envelope, person } of openings) {
    const { facts, state } = decided(envelope, person, ground, at, today);
    const { id: command_id, case_id } = envelope;
    const { rows, hash } = sealFacts(facts, 0, Buffer.alloc(0), null);
    counts.push(rows.length);
    written.cases.push({
      ...{ case_id, person_id: person.id, position: rows.length },
      state: saidOf(state),
      ...{ hash: hash.toString('hex'), reach: reachOf(state) },
    });
    for (const row of rows) written.facts.push({ ...row, case_id });
    written.rows.push(rowOf(state));
    for (const task of tasksOf(state, ground.model)) {
      const { kind, ref, account_id, due_at, details } = task;
      written.tasks.push({ case_id, person_id: person.id, kind, ref, account_id, due_at, details });
    }
    const command_hash = createHash('sha256').update(canonical(envelope)).digest('hex');
    written.answers.push({ command_id, command_hash, case_id, answered_at: at });
    if (touchesProjections(facts, state)) touched.push({ facts, state, case_id });
  }
  return { text: JSON.stringify(written), facts: counts, touched };
}

/** Writes the tables of nouns that the openings touch, in the transaction of `open_cases`. */
export async function projectOpened(
  acting: Acting,
  prepared: PreparedOpenings,
  now: Date,
): Promise<void> {
  for (const { facts, state, case_id } of prepared.touched) {
    await acting.client.query("select set_config('homeward.case', $1, true)", [case_id]);
    await project(acting, facts, state, now);
  }
}

function decided(
  envelope: Envelope,
  person: PersonSummary,
  ground: OpeningGround,
  at: string,
  today: string,
) {
  const parsed = parseCommand(envelope);
  if ('problem' in parsed) throw new Error(`not an opening: ${parsed.problem.code}`);
  const place = (parsed.command.body as { place_id: string }).place_id;
  const outcome = decide(EMPTY, parsed.command, {
    now: at,
    today,
    actor: ground.actor,
    role: ground.role,
    organisation_id: null,
    model: ground.model,
    person,
    place_path: ground.place_paths.get(place) ?? [],
  });
  if (!('facts' in outcome)) throw new Error(`an opening was refused: ${outcome.problem.code}`);
  return outcome;
}
