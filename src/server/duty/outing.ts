import { sql } from 'kysely';
import type { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import type { Actor } from '#domain/access/role.ts';
import {
  type goOut,
  hourProblem,
  OUTING_HOURS,
  parseOuting,
  type stayLonger,
} from '#domain/duty/outing.ts';
import type { RegisterEnvelope } from '#domain/people/register.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting, Database } from '../database.ts';
import type { Answer } from '../journal.ts';
import { notifyHolders } from '../notification/notify.ts';

interface Said {
  readonly actor: Actor;
  readonly now: Date;
  readonly said_at: string;
}
type Written = Omit<Answer, 'command_id'>;
const applied: Written = { answer: 'applied' };
const again: Written = { answer: 'already', first: 'applied' };
const refused = (problem: Problem): Written => ({ answer: 'refused', problem });

/**
 * Says one word about an outing. Safe to repeat without a trace of its own: the outing's id is what is
 * remembered, and it goes with the outing.
 */
export async function sayOuting(
  database: Database,
  envelope: RegisterEnvelope,
  by: { actor: Actor; now: Date },
): Promise<Answer> {
  const command_id = envelope.id;
  const parsed = parseOuting(envelope);
  if ('problem' in parsed) return { command_id, answer: 'refused', problem: parsed.problem };
  const said = { ...by, said_at: envelope.said_at };
  const written = await database.as(by.actor, async (acting): Promise<Written> => {
    const { kind, body } = parsed.command;
    if (acting.role === null || acting.place_id === null) return { answer: 'gone' };
    if (!may(acting.role, 'append', 'general')) return refused({ code: 'not_allowed' });
    if (kind === 'go_out') return begin(acting, body, said);
    if (kind === 'stay_longer') return prolong(acting, body, said);
    return end(acting, body.outing_id, said);
  });
  return { command_id, ...written };
}

async function begin(acting: Acting, body: z.infer<typeof goOut>, said: Said): Promise<Written> {
  const { outing_id, back_at, second_account_id = null, words = null } = body;
  const wrong = hourProblem(back_at, said.said_at, said.now);
  if (wrong !== null) return refused(wrong);
  // So old when it arrives that nobody would look for her any more: there is nothing to be told.
  if (said.now.getTime() - Date.parse(back_at) > OUTING_HOURS * 3_600_000) return applied;
  if (second_account_id !== null && !(await isColleague(acting, second_account_id))) {
    return refused({ code: 'not_a_colleague_here' });
  }
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('outing')
    .values({
      ...{ id: outing_id, account_id: acting.actor.id, place_id: acting.place_id ?? '' },
      ...{ second_account_id, back_at, words, said_at: said.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    const known = await own(acting, outing_id);
    return known?.account_id === acting.actor.id ? again : refused({ code: 'command_reused' });
  }
  if (second_account_id !== null) {
    const told = { kind: 'outing_with_you', details: {}, now: said.now };
    await notifyHolders(acting, [], null, { ...told, also: [second_account_id] });
  }
  return applied;
}

async function prolong(
  acting: Acting,
  { outing_id, back_at }: z.infer<typeof stayLonger>,
  said: Said,
): Promise<Written> {
  const wrong = hourProblem(back_at, said.said_at, said.now);
  if (wrong !== null) return refused(wrong);
  const { numUpdatedRows } = await acting.tx
    .updateTable('outing')
    .set({ back_at })
    .where('id', '=', outing_id)
    .where((eb) => eb.or(ownedBy(eb, acting)))
    .where('came_back_at', 'is', null)
    .where('alert_at', 'is', null)
    .executeTakeFirstOrThrow();
  // Over, gone or looked for already: the hour tells nobody anything any more.
  return numUpdatedRows === 1n ? applied : again;
}

/** Back. Late or twice, it is settled quietly; where somebody looks for her, a human still closes that. */
async function end(acting: Acting, outing_id: string, { now }: Said): Promise<Written> {
  const { numUpdatedRows } = await acting.tx
    .updateTable('outing')
    .set({ came_back_at: now, came_back_by: acting.actor.id })
    .where('id', '=', outing_id)
    .where((eb) => eb.or(ownedBy(eb, acting)))
    .where('came_back_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return again;
  const known = await own(acting, outing_id);
  if (known?.alert_at != null) {
    const { rows } = await sql<{ account_id: string }>`
      select account_id from outing_answerers(place_path(${acting.place_id}::uuid), ${now})`.execute(
      acting.tx,
    );
    const also = [...rows.map(({ account_id }) => account_id), ...[known.alert_to ?? []].flat()];
    const except = [known.account_id, known.second_account_id ?? undefined];
    const told = { kind: 'outing_back', details: {}, now, also, except };
    await notifyHolders(acting, [], null, told);
  }
  return applied;
}

type Eb = import('kysely').ExpressionBuilder<import('../database-types.generated.ts').DB, 'outing'>;
function ownedBy(eb: Eb, { actor }: Acting) {
  return [eb('account_id', '=', actor.id), eb('second_account_id', '=', actor.id)];
}

function own(acting: Acting, outing_id: string) {
  return acting.tx
    .selectFrom('outing')
    .select(['account_id', 'second_account_id', 'alert_at', 'alert_to'])
    .where('id', '=', outing_id)
    .executeTakeFirst();
}

/** Whether somebody else who works here is named. */
async function isColleague(acting: Acting, account: string): Promise<boolean> {
  if (account === acting.actor.id) return false;
  const { rows } = await sql<{ here: boolean }>`
    select true as here from colleagues() c join auth.account a on a.id = c.account_id
    where c.account_id = ${account} and c.active and a.disabled_at is null`.execute(acting.tx);
  return rows.length > 0;
}
