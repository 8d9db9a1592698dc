import { createHash } from 'node:crypto';
import { reachOf } from '#domain/access/reach.ts';
import type { Actor, Role } from '#domain/access/role.ts';
import { rewrites } from '#domain/case/as-it-stands.ts';
import type { Command, Envelope, PersonSummary, Situation } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import { applyFact, decide, EMPTY, parseCommand, saidOf } from '#domain/case/file.ts';
import { COMMAND_KINDS } from '#domain/case/nouns.ts';
import { rowOf } from '#domain/case/row.ts';
import type { CaseState } from '#domain/case/state.ts';
import { tasksOf } from '#domain/case/task.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import { canonical, sealFacts } from './case/chain.ts';
import { contextOf } from './case/context.ts';
import { modelOf } from './case/model.ts';
import { project, touchesProjections } from './case/projections.ts';
import { forgetHead, type Head, keepHead, recentHead } from './case/recent-heads.ts';
import { rewriteRows } from './case/rewrite-rows.ts';
import type { Acting, Call, Database, Statement } from './database.ts';
import { isDuplicate } from './pool.ts';
import { logRead } from './read-log/read-log.ts';

/** The answer to a command, by name; each has a text on the screen (design 3). */
export interface Answer {
  readonly command_id: string;
  readonly answer: 'applied' | 'already' | 'stale' | 'conflict' | 'gone' | 'refused';
  readonly problem?: Problem;
  /** With `already`: what was answered the first time. */
  readonly first?: Exclude<Answer['answer'], 'already'>;
}

interface Said {
  readonly actor: Actor;
  readonly device_id: string | null;
  readonly now: Date;
}

/** What `open_command` answers: the first answer to this command, the loaded case, or nothing. */
interface Opened {
  before?: Omit<Answer, 'command_id'> | null;
  same?: boolean;
  person?: PersonSummary;
  person_id?: string;
  position?: number;
  hash?: string;
  /** The position of the state that is stored; what came after it is in `later`. */
  state_at?: number;
  /** Not there where the head is still the one that this process wrote last. */
  state?: CaseState | null;
  later?: readonly Fact[];
  /** The head that this process wrote last, where it still stands. */
  recent?: Head;
}

/** The state is stored after at most this many facts: it is most of what a command would write. */
const STATE_EVERY = 20;

/** A command as it is brought before the database: parsed, with the head that this process may hold. */
interface Asked {
  readonly command: Command;
  readonly recent: Head | undefined;
  /** Opens the command: what was answered before, or the loaded case. */
  readonly opening: Call;
}

/** Says one command in a transaction of its own. Safe to repeat: the same command has one effect. */
export async function say(database: Database, envelope: Envelope, said: Said): Promise<Answer> {
  const asked = ask(envelope, said);
  try {
    if ('problem' in asked) {
      return await database.as(said.actor, async (acting) => refused(acting, envelope, asked));
    }
    // Two round trips: begin and open, then write and commit.
    return await database.as(
      said.actor,
      (acting) =>
        tell(acting, envelope, asked, acting.first as Opened | undefined, said, async (last) =>
          acting.last(last),
        ),
      asked.opening,
    );
  } catch (error) {
    // An id that is taken in another file, seen or not: nothing was written, and no more is told.
    if (!isDuplicate(error) || !('constraint' in error)) throw error;
    // Two facts in one place of a chain would be a bug of ours.
    if (error.constraint === 'fact_case_id_position_key') throw error;
    return { command_id: envelope.id, answer: 'refused', problem: { code: 'command_reused' } };
  }
}

/** Says one command inside a transaction that is open already (import, seed, a row beside its file). */
export async function sayIn(acting: Acting, envelope: Envelope, said: Said): Promise<Answer> {
  const asked = ask(envelope, said);
  if ('problem' in asked) return refused(acting, envelope, asked);
  const { name, values } = asked.opening;
  const { rows } = await acting.client.query<{ opened: Opened }>({
    name,
    text: 'select open_command($1, $2, $3, $4, $5, $6, $7) as opened',
    values: [...values],
  });
  const opened = rows[0]?.opened;
  return tell(acting, envelope, asked, opened, said, (last) => acting.client.query(last));
}

function ask(envelope: Envelope, said: Said): Asked | { problem: Problem } {
  const parsed = parseCommand(envelope);
  if ('problem' in parsed) return parsed;
  const { command } = parsed;
  const begins = COMMAND_KINDS.get(command.kind)?.begins === true;
  // What comes by a link is dated here: sent again it is the same, at a later hour.
  const sent = said.actor.kind === 'link' ? { ...envelope, said_at: null } : envelope;
  const hash = createHash('sha256').update(canonical(sent)).digest();
  const person = begins ? (command.body as { person_id: string }).person_id : null;
  const recent = recentHead(command.case_id);
  const known = recent === undefined ? null : Buffer.from(recent.hash, 'hex');
  const opening = {
    name: 'open_command',
    values: [command.id, hash, command.kind, command.case_id, person, said.now, known],
  };
  return { command, recent, opening };
}

function refused(acting: Acting, envelope: Envelope, { problem }: { problem: Problem }): Answer {
  if (acting.role === null) return { command_id: envelope.id, answer: 'gone' };
  return { command_id: envelope.id, answer: 'refused', problem };
}

/** From what was opened to the answer; `finish` sends the one statement that writes. */
async function tell(
  acting: Acting,
  envelope: Envelope,
  { command, recent }: Asked,
  answered: Opened | undefined,
  said: Said,
  finish: (statement: Statement) => Promise<unknown>,
): Promise<Answer> {
  if (acting.role === null) return { command_id: envelope.id, answer: 'gone' };
  const opened = standing(answered ?? {}, recent);
  if (opened.before !== undefined) {
    if (opened.same === true) return repeated(envelope.id, opened.before);
    return { command_id: envelope.id, answer: 'refused', problem: { code: 'command_reused' } };
  }
  if (opened.person === undefined) return gone(acting, envelope, said);
  const outcome = await decideOn(acting, command, opened, opened.person, said);
  if ('facts' in outcome) {
    await write(acting, command, opened, outcome, said, finish);
    return { command_id: envelope.id, answer: outcome.answer };
  }
  await answer(acting, envelope.id, outcome);
  return { command_id: envelope.id, ...outcome };
}

/** What was opened, with the state as it stands now. */
function standing(opened: Opened, recent: Head | undefined): Opened {
  if (recent !== undefined && opened.hash === recent.hash) {
    return { ...opened, state: recent.state, recent };
  }
  if (opened.state == null) return opened;
  // A slice of which nothing was said is not stored.
  const stored: CaseState = { ...EMPTY, ...opened.state };
  return { ...opened, state: (opened.later ?? []).reduce(applyFact, stored) };
}

async function decideOn(
  acting: Acting,
  command: Command,
  opened: Opened,
  person: PersonSummary,
  said: Said,
) {
  const state = opened.state ?? EMPTY;
  const modelId =
    state.opening.model_id ?? (command.body as { model_id?: string }).model_id ?? 'none';
  const model = await modelOf(acting, modelId);
  if (model === null) return { answer: 'refused', problem: { code: 'model_unknown' } } as const;
  const context = await contextOf(acting, command, state, said.now);
  const situation: Situation = {
    now: said.now.toISOString(),
    today: dayAt(said.now, model.time_zone),
    actor: said.actor,
    role: acting.role as Role,
    actor_place: acting.place_id,
    organisation_id: acting.organisation_id,
    model,
    person,
    place_path: state.opening.place_path,
    ...context,
  };
  return decide(state, command, situation);
}

async function write(
  acting: Acting,
  command: Command,
  opened: Opened,
  outcome: { answer: 'applied' | 'conflict'; facts: readonly Fact[]; state: CaseState },
  said: Said,
  finish: (statement: Statement) => Promise<unknown>,
): Promise<void> {
  const expected = opened.position ?? 0;
  const previous = Buffer.from(opened.hash ?? '', 'hex');
  const { rows: facts, hash } = sealFacts(outcome.facts, expected, previous, said.device_id);
  const before = opened.state ?? null;
  // A file that is erased whole keeps its lists until `rewriteRows` takes them away.
  const listed = outcome.state.opening.case_id === null && before !== null ? before : outcome.state;
  const { recent } = opened;
  const reach = reachOf(listed);
  const reachText = JSON.stringify(reach);
  const reachBefore = recent?.reach ?? (before && JSON.stringify(reachOf(before)));
  const tasks = await tasksNow(acting, listed);
  const tasksText = JSON.stringify(tasks);
  const tasksBefore = recent?.tasks ?? (before && JSON.stringify(await tasksNow(acting, before)));
  const reached = expected + facts.length;
  const rewritten = outcome.facts.some(rewrites);
  // What was erased or corrected must be gone from the stored state at once.
  const stored = before === null || rewritten || reached - (opened.state_at ?? 0) >= STATE_EVERY;
  const written = {
    ...{ facts, expected, reached, hash: hash.toString('hex') },
    ...(stored ? { state: saidOf(outcome.state) } : {}),
    row: rowOf(listed),
    // What did not change is not written.
    ...(tasksText === tasksBefore ? {} : { tasks }),
    ...(reachText === reachBefore ? {} : { reach }),
    answer: { answer: outcome.answer },
  };
  const writing = {
    name: 'write_command',
    text: 'select write_command($1, $2, $3)',
    values: [command.id, command.case_id, JSON.stringify(written)],
  };
  if (rewritten) {
    await acting.client.query(writing);
    forgetHead(command.case_id);
    return rewriteRows(acting, command.case_id, outcome, said.now);
  }
  if (!touchesProjections(outcome.facts, outcome.state)) await finish(writing);
  else {
    await acting.client.query(writing);
    await project(acting, outcome.facts, outcome.state, said.now);
  }
  const { state } = outcome;
  keepHead(command.case_id, { hash: written.hash, state, tasks: tasksText, reach: reachText });
}

/** What is due by the version that the file follows: a command may just have moved it to a newer one. */
async function tasksNow(acting: Acting, state: CaseState) {
  // Known since the command was decided: no round trip.
  const model = await modelOf(acting, state.opening.model_id ?? '');
  if (model === null) throw new Error('a decided command without a model');
  return tasksOf(state, model);
}

async function answer(acting: Acting, commandId: string, given: Omit<Answer, 'command_id'>) {
  await acting.tx
    .updateTable('command_answer')
    .set({ answer: JSON.stringify(given) })
    .where('command_id', '=', commandId)
    .where('actor_id', '=', acting.actor.id)
    .execute();
}

/** No such file for this actor, missing or forbidden alike; parked where it was in reach before. */
async function gone(acting: Acting, envelope: Envelope, said: Said): Promise<Answer> {
  const lost = await acting.tx
    .selectFrom('reach_lost')
    .select('case_id')
    .where('case_id', '=', envelope.case_id)
    .executeTakeFirst();
  if (lost !== undefined) {
    await acting.tx
      .insertInto('parked_command')
      .values({
        id: envelope.id,
        case_id: envelope.case_id,
        actor_id: acting.actor.id,
        kind: envelope.kind,
        body: JSON.stringify(envelope.body),
        said_at: envelope.said_at,
        parked_at: said.now,
      })
      .execute();
  }
  const denied = {
    action: 'denied' as const,
    case_id: envelope.case_id,
    details: { said: 'command' },
  };
  await logRead(acting, denied, said.now);
  await answer(acting, envelope.id, { answer: 'gone' });
  return { command_id: envelope.id, answer: 'gone' };
}

function repeated(commandId: string, before: Opened['before']): Answer {
  if (before === null || before === undefined || before.answer === 'already') {
    throw new Error('a command was opened but never answered');
  }
  const again = { command_id: commandId, answer: 'already', first: before.answer } as const;
  return before.problem === undefined ? again : { ...again, problem: before.problem };
}
