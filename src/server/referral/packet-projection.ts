import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Fact } from '#domain/case/fact.ts';
import type { PacketContent } from '#domain/case/packet.ts';
import { isWithdrawn, type Referral, vanishesAt } from '#domain/case/referral-state.ts';
import { weeksSentBy } from '#domain/case/schooling-state.ts';
import type { CaseState } from '#domain/case/state.ts';
import { modelOf } from '../case/model.ts';
import type { Projection } from '../case/projections.ts';
import type { Acting } from '../database.ts';
import { buildPacket } from './packet.ts';

/** A worker's word in place of the school's changes what the school sees as its own. */
const WEEK = 'school_week_noted';
const OWN = [
  'referral_sent',
  'referral_answered',
  'referral_replied',
  'referral_day_picked',
  'referral_completed',
  'referral_cancelled',
  'referral_kept_open',
];
/** What may end, or give back, that on which a packet stands. */
const GROUNDS = ['consent_recorded', 'consent_withdrawn', 'legal_basis_recorded'];

/** The rows of `referral_packet` that a state means, but for what the packet holds. */
export function packetRows(state: CaseState) {
  const { case_id, person_id } = state.opening;
  return Object.values(state.referral.referrals).flatMap((one) => {
    const { sent_at, answer_due_on, answers, replies } = one;
    if (sent_at === null || answer_due_on === null) return [];
    return [
      {
        ...{ referral_id: one.referral_id, case_id: case_id ?? '', person_id: person_id ?? '' },
        ...{ organisation_id: one.organisation_id, service_id: one.service_id },
        ...{ purpose: one.purpose, urgency: one.urgency, status: one.status },
        ...{ withdrawn: isWithdrawn(state, one), answer_due_on, sent_at },
        ...{
          answers: answers.map(({ at, channel, answer }) => ({ at, channel, answer })),
          replies,
        },
        weeks: weeksSentBy(state.schooling, one.organisation_id),
        ...{ answered_at: answers.at(-1)?.at ?? null, vanishes_at: vanishesAt(one) },
      },
    ];
  });
}

/** Whether the receiving service may still read what the packet holds. */
function mayBeRead(state: CaseState, referral: Referral): boolean {
  return referral.status !== 'cancelled' && !isWithdrawn(state, referral);
}

/**
 * The receiving services' copies. What a packet holds is made once, when it is sent, and taken out
 * when its consent is withdrawn or the referral cancelled; a consent given again fills it again. An
 * answer by the service itself changes nothing in it: it is said without sight of the person.
 */
export const packetProjection: Projection = {
  kinds: [...OWN, ...GROUNDS, WEEK],
  async write(acting, facts, state, now) {
    const rows = packetRows(state).filter((row) => touches(facts, row.referral_id));
    if (rows.length === 0) return;
    const kept = await acting.tx
      .selectFrom('referral_packet')
      .select(['referral_id', sql<boolean>`content is not null`.as('filled')])
      .where('case_id', '=', rows[0]?.case_id ?? '')
      .execute();
    // Said by the school, without sight of the person: nothing can be built then.
    const weekly = facts.some(({ kind }) => kind === WEEK);
    const filled = new Map(kept.map((row) => [row.referral_id, row.filled]));
    for (const row of rows) {
      const referral = state.referral.referrals[row.referral_id];
      if (referral === undefined) continue;
      const readable = mayBeRead(state, referral);
      const build = readable && !weekly && filled.get(row.referral_id) !== true;
      const content = build ? await contentOf(acting, state, referral) : null;
      await writeRow(acting, row, readable ? content : null, readable && !build);
    }
    await tellWorker(acting, facts, state, now);
  },
  async rewrite(acting, state, caseId) {
    const rows = packetRows(state);
    const ids = rows.map((row) => row.referral_id);
    const gone = acting.tx.deleteFrom('referral_packet').where('case_id', '=', caseId);
    await (ids.length === 0 ? gone : gone.where('referral_id', 'not in', ids)).execute();
    for (const row of rows) {
      const referral = state.referral.referrals[row.referral_id];
      if (referral !== undefined) await writeRow(acting, row, null, mayBeRead(state, referral));
    }
  },
};

/** A change of consent, of law or of a week touches every packet of the file; all else touches the one it names. */
function touches(facts: readonly Fact[], referralId: string): boolean {
  return facts.some(
    ({ kind, body }) =>
      GROUNDS.includes(kind) ||
      kind === WEEK ||
      (body as { referral_id?: string } | null)?.referral_id === referralId,
  );
}

async function contentOf(acting: Acting, state: CaseState, referral: Referral) {
  const model = await modelOf(acting, state.opening.model_id ?? '');
  return model === null ? null : buildPacket(acting, model, state, referral);
}

async function writeRow(
  acting: Acting,
  row: ReturnType<typeof packetRows>[number],
  content: PacketContent | null,
  keep: boolean,
): Promise<void> {
  const values = {
    ...row,
    answers: JSON.stringify(row.answers),
    weeks: JSON.stringify(row.weeks),
    replies: JSON.stringify(row.replies),
    content: content === null ? null : JSON.stringify(content),
  };
  const { status, withdrawn, answers, replies, weeks, answered_at, vanishes_at } = values;
  await acting.tx
    .insertInto('referral_packet')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'referral_id']).doUpdateSet({
        ...{ status, withdrawn, answers, replies, weeks, answered_at, vanishes_at },
        ...(keep ? {} : { content: values.content }),
      }),
    )
    .execute();
}

/** The worker learns that a service has answered; who and what stands in the file only. */
async function tellWorker(
  acting: Acting,
  facts: readonly Fact[],
  state: CaseState,
  now: Date,
): Promise<void> {
  const worker = state.assignment.worker?.account_id;
  if (worker === undefined || worker === acting.actor.id) return;
  for (const fact of facts.filter(({ kind }) => kind === 'referral_answered')) {
    const { referral_id } = fact.body as { referral_id: string };
    await acting.tx
      .insertInto('notification')
      .values({
        ...{ id: uuid(), account_id: worker, kind: 'referral_answered', created_at: now },
        details: JSON.stringify({ case_id: fact.case_id, referral_id }),
      })
      .execute();
  }
}
