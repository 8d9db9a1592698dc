import { createHash } from 'node:crypto';
import { may } from '#domain/access/rights.ts';
import type { Actor } from '#domain/access/role.ts';
import {
  parseRegister,
  REGISTER_KINDS,
  type RegisterCommand,
  type RegisterEnvelope,
} from '#domain/people/register.ts';
import { canonical } from '../case/chain.ts';
import type { Acting, Database } from '../database.ts';
import { countNeighbours } from '../group/count-neighbours.ts';
import type { Answer } from '../journal.ts';
import { isDuplicate } from '../pool.ts';
import { changeContact, changePaper, changePerson, settleConflict } from './change.ts';
import { agreeFamilyGoal, endFamilyStep } from './family-plan.ts';
import { joinHousehold, leaveHousehold } from './household.ts';
import {
  contestGuardianship,
  endGuardianship,
  recordGuardianship,
  recordKinship,
} from './kinship.ts';
import { mergeHouseholds, moveHousehold, splitHousehold } from './moving.ts';
import { addName, recordReturn, registerPerson } from './person.ts';
import { refused, type Said, type Written } from './said.ts';

/** Says one command about people in a transaction of its own. Safe to repeat: it has one effect. */
export async function sayRegister(
  database: Database,
  envelope: RegisterEnvelope,
  by: { actor: Actor; device_id: string | null; now: Date },
): Promise<Answer> {
  try {
    return await database.as(by.actor, (acting) => sayRegisterIn(acting, envelope, by));
  } catch (error) {
    // An id that is taken, seen or not: nothing was written, and no more is told. An error instead would
    // hold up everything that a device has yet to send.
    if (!isDuplicate(error)) throw error;
    return { command_id: envelope.id, answer: 'refused', problem: { code: 'command_reused' } };
  }
}

/** The same inside a transaction that is open already. */
export async function sayRegisterIn(
  acting: Acting,
  envelope: RegisterEnvelope,
  by: { actor: Actor; device_id: string | null; now: Date },
): Promise<Answer> {
  const command_id = envelope.id;
  if (acting.role === null) return { command_id, answer: 'gone' };
  const parsed = parseRegister(envelope);
  if ('problem' in parsed) return { command_id, answer: 'refused', problem: parsed.problem };
  const before = await take(acting, envelope, by.now);
  if (before !== null) return { command_id, ...before };
  const { verb } = REGISTER_KINDS[parsed.command.kind];
  const written = may(acting.role, verb, 'general')
    ? await write(acting, parsed.command, {
        ...{ command_id, kind: envelope.kind, said_at: envelope.said_at },
        ...{ actor: by.actor, device_id: by.device_id, now: by.now },
      })
    : refused('not_allowed');
  return answered(acting, command_id, await seenOnly(acting, parsed.command, written));
}

async function answered(acting: Acting, command_id: string, written: Written): Promise<Answer> {
  const changed = await acting.tx
    .updateTable('command_answer')
    .set({ answer: JSON.stringify(written) })
    .where('command_id', '=', command_id)
    .where('actor_id', '=', acting.actor.id)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error('the answer to a command was not kept');
  return { command_id, ...written };
}

/**
 * A person whom the actor sees and may not change is no missing person: the file was opened in an
 * emergency, and what is known of its person stays with those whose file it is.
 */
async function seenOnly(
  acting: Acting,
  { body }: RegisterCommand,
  written: Written,
): Promise<Written> {
  if (written.answer !== 'gone') return written;
  const id = 'child_id' in body ? body.child_id : 'person_id' in body ? body.person_id : null;
  if (id === null) return written;
  const seen = await acting.tx
    .selectFrom('person')
    .innerJoin('case_reach', 'case_reach.person_id', 'person.id')
    .select('person.id')
    .where('person.id', '=', id)
    .where('case_reach.compartment', '=', 'general')
    .groupBy('person.id')
    .having((eb) => eb(eb.fn.countAll(), '=', eb.fn.count('case_reach.until')))
    .executeTakeFirst();
  return seen === undefined ? written : refused('not_in_emergency');
}

/** Takes a command in; not null where it was said before. A second sender waits for the first. */
async function take(
  acting: Acting,
  envelope: RegisterEnvelope,
  now: Date,
): Promise<Omit<Answer, 'command_id'> | null> {
  const hash = createHash('sha256').update(canonical(envelope)).digest();
  const inserted = await acting.tx
    .insertInto('command_answer')
    .values({
      ...{ actor_kind: acting.actor.kind, actor_id: acting.actor.id, command_id: envelope.id },
      ...{ command_hash: hash, kind: envelope.kind, case_id: null, answered_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return null;
  const known = await acting.tx
    .selectFrom('command_answer')
    .select(['command_hash', 'answer'])
    .where('actor_id', '=', acting.actor.id)
    .where('command_id', '=', envelope.id)
    .executeTakeFirst();
  if (known === undefined || !known.command_hash.equals(hash)) {
    return { answer: 'refused', problem: { code: 'command_reused' } };
  }
  const first = known.answer as Written | null;
  if (first === null) throw new Error('a command was opened but never answered');
  const again = { answer: 'already', first: first.answer } as const;
  return 'problem' in first ? { ...again, problem: first.problem } : again;
}

function write(acting: Acting, { kind, body }: RegisterCommand, said: Said): Promise<Written> {
  switch (kind) {
    case 'register_person':
      return registerPerson(acting, body, said);
    case 'change_person':
      return changePerson(acting, body, said);
    case 'settle_conflict':
      return settleConflict(acting, body, said);
    case 'add_name':
      return addName(acting, body, said);
    case 'change_paper':
      return changePaper(acting, body, said);
    case 'change_contact':
      return changeContact(acting, body, said);
    case 'join_household':
      return joinHousehold(acting, body, said);
    case 'leave_household':
      return leaveHousehold(acting, body, said);
    case 'move_household':
      return moveHousehold(acting, body, said);
    case 'split_household':
      return splitHousehold(acting, body, said);
    case 'merge_households':
      return mergeHouseholds(acting, body, said);
    case 'record_kinship':
      return recordKinship(acting, body, said);
    case 'record_guardianship':
      return recordGuardianship(acting, body, said);
    case 'end_guardianship':
      return endGuardianship(acting, body, said);
    case 'contest_guardianship':
      return contestGuardianship(acting, body, said);
    case 'record_return':
      return recordReturn(acting, body, said);
    case 'agree_family_goal':
      return agreeFamilyGoal(acting, body, said);
    case 'end_family_step':
      return endFamilyStep(acting, body, said);
    case 'count_neighbours':
      return countNeighbours(acting, body, said);
  }
}
