import { may } from '../access/rights.ts';
import { fieldProblems } from '../field-problem.ts';
import { factId } from '../id.ts';
import type { Problem } from '../problem.ts';
import { asItStands, rewrites } from './as-it-stands.ts';
import type { Command, Envelope, Situation } from './command.ts';
import { beyondEmergency } from './emergency-opening.ts';
import type { Fact, NewFact } from './fact.ts';
import { COMMAND_KINDS, FACT_KINDS, NOUNS } from './nouns.ts';
import { entering } from './stage.ts';
import type { CaseState } from './state.ts';
import { gaveAway } from './transfer-state.ts';
import { stageAfter } from './workflow.ts';

/** The state of a case of which nothing has been said yet. */
export const EMPTY: CaseState = Object.fromEntries(
  NOUNS.map((noun) => [noun.slice, noun.initial]),
) as unknown as CaseState;

/** What of a state is worth storing: slices of which something was said. Over `EMPTY` it is the state again. */
export function saidOf(state: CaseState): Partial<CaseState> {
  const empty = new Set<unknown>(Object.values(EMPTY));
  return Object.fromEntries(Object.entries(state).filter(([, slice]) => !empty.has(slice)));
}

/** The state after one more fact. Older versions of a body are brought up on the way. */
export function applyFact(state: CaseState, fact: Fact): CaseState {
  const known = FACT_KINDS.get(fact.kind);
  if (known === undefined) throw new Error(`unknown kind of fact: ${fact.kind}`);
  const { slice, kind } = known;
  const before: unknown = state[slice];
  if (fact.body === null) {
    return kind.erased === undefined ? state : { ...state, [slice]: kind.erased(before, fact) };
  }
  const body =
    fact.version < kind.version && kind.upcast !== undefined
      ? kind.upcast(fact.body, fact.version)
      : fact.body;
  return { ...state, [slice]: kind.apply(before, { ...fact, body: body as object }) };
}

/** The state of a case: the pure fold of its facts in their order, read as they stand now (design 3). */
export function stateOf(facts: Iterable<Fact>, from: CaseState = EMPTY): CaseState {
  let state = from;
  for (const fact of asItStands([...facts])) state = applyFact(state, fact);
  return state;
}

/** What became of a command: the facts to append, or why there are none. */
export type Outcome =
  | { readonly answer: 'applied' | 'conflict'; readonly facts: readonly Fact[]; state: CaseState }
  | { readonly answer: 'stale' | 'refused'; readonly problem: Problem };

/** Parses the body of an envelope by its kind; the problem names each wrong field. */
export function parseCommand(envelope: Envelope): { command: Command } | { problem: Problem } {
  const kind = COMMAND_KINDS.get(envelope.kind);
  if (kind === undefined) return { problem: { code: 'command_unknown' } };
  const parsed = kind.body.safeParse(envelope.body);
  if (parsed.success) return { command: { ...envelope, body: parsed.data } };
  const fields = fieldProblems(parsed.error.issues, 'body', envelope.body);
  return { problem: { code: 'invalid_input', fields } };
}

/**
 * Decides a command: right, then the noun's rule, then the stages that follow. Pure, and the same on
 * device and server; the server's answer is the last word (design 3). The returned facts carry ids
 * derived from the command's id, so that both sides agree on them.
 */
export function decide(state: CaseState, command: Command, situation: Situation): Outcome {
  const kind = COMMAND_KINDS.get(command.kind);
  if (kind === undefined) return { answer: 'refused', problem: { code: 'command_unknown' } };
  const compartment = kind.chosen?.(command.body) ?? kind.compartment;
  if (!may(situation.role, kind.verb, compartment)) {
    return { answer: 'refused', problem: { code: 'not_allowed' } };
  }
  const open = state.opening.case_id !== null;
  if (open === (kind.begins === true)) {
    return { answer: 'refused', problem: { code: open ? 'case_exists' : 'case_missing' } };
  }
  if (beyondEmergency(command.kind, state, situation)) {
    return { answer: 'refused', problem: { code: 'not_in_emergency' } };
  }
  // It may be asked to take the file back.
  if (kind.verb !== 'answer_transfer' && gaveAway(state, situation)) {
    return { answer: 'refused', problem: { code: 'given_away' } };
  }
  if (state.stage.phase === 'closed' && kind.onClosed !== true) {
    return { answer: 'refused', problem: { code: 'case_closed' } };
  }
  const decision = kind.decide(state, command, situation);
  if ('refused' in decision) return { answer: 'refused', problem: decision.refused };
  if ('stale' in decision) return { answer: 'stale', problem: decision.stale };

  const facts: Fact[] = [];
  let next = state;
  const append = (said: NewFact) => {
    const fact = toFact(said, command, situation, facts.length);
    facts.push(fact);
    next = rewrites(fact) ? stateOf([...(situation.facts ?? []), ...facts]) : applyFact(next, fact);
  };
  decision.facts.forEach(append);
  const { model = situation.model } = decision;
  const then = { ...situation, model };
  for (let stage = stageAfter(next, then); stage !== null; stage = stageAfter(next, then)) {
    append(entering(model, stage));
  }
  decision.last?.forEach(append);
  return { answer: decision.conflict === true ? 'conflict' : 'applied', facts, state: next };
}

function toFact(said: NewFact, command: Command, situation: Situation, index: number): Fact {
  const known = FACT_KINDS.get(said.kind);
  if (known === undefined) throw new Error(`unknown kind of fact: ${said.kind}`);
  return {
    id: factId(command.id, index),
    case_id: command.case_id,
    kind: said.kind,
    version: known.kind.version,
    compartment: said.compartment ?? known.kind.compartment,
    actor: situation.actor,
    role: situation.role,
    said_at: command.said_at,
    recorded_at: situation.now,
    body: said.body,
  };
}
