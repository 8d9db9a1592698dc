import type { z } from 'zod';
import { dayAfter } from './calendar.ts';
import { accept, commandKind, type Decision, refuse, type Situation, stale } from './command.ts';
import { ownLink } from './referral-link-state.ts';
import { isWithdrawn, type Referral, vanishesAt } from './referral-state.ts';
import { answerWeek, runningSchooling, type Schooling, type weekNoted } from './schooling-state.ts';
import type { CaseState } from './state.ts';

type Said = Omit<z.infer<typeof weekNoted>, 'said_by' | 'schooling_id'>;

/** The same rule for a week, whoever says it; null where it can be written. */
export function weekProblem(
  known: Schooling,
  said: Said,
  { model, today }: Situation,
): Decision | null {
  if (known.started === null) return refuse('school_not_begun');
  if (said.week > today) return refuse('day_in_the_future');
  if (dayAfter(said.week, 6) < known.started.on) return refuse('week_before_school');
  const reasons = model.schooling?.absence_reasons ?? [];
  const unknown = said.reasons.some((one) => !reasons.some(({ code }) => code === one));
  return unknown ? refuse('absence_reason_unknown') : null;
}

/** A week in the word of the school to which a referral went; it goes on seeing whom it says it of. */
function saidBySchool(
  state: CaseState,
  referral: Referral,
  { referral_id, ...said }: z.infer<typeof answerWeek>,
  situation: Situation,
): Decision {
  if (referral.status === 'cancelled' || isWithdrawn(state, referral)) {
    return stale('referral_ended');
  }
  const [schooling_id, known] = runningSchooling(state.schooling) ?? [];
  const here =
    known !== undefined &&
    'organisation_id' in known.school &&
    known.school.organisation_id === referral.organisation_id;
  // Of a school elsewhere this one learns nothing.
  if (!here) return refuse('school_not_begun');
  const problem = weekProblem(known, said, situation);
  if (problem !== null) return problem;
  const { packet_days_after_answer } = situation.model.referral;
  const body = { ...said, schooling_id, said_by: 'school' };
  // Who answers goes on seeing what to answer for; who stays silent does not.
  const keep = { referral_id, until: dayAfter(situation.today, packet_days_after_answer) };
  return accept({ kind: 'school_week_noted', body }, { kind: 'referral_kept_open', body: keep });
}

/** What the school of a referral says itself: by its account, or by the link that it was given. */
export const schoolAnswers = {
  /** By the school itself, about the child of its request, as long as that is open to it. */
  answer_school_week: commandKind({
    body: answerWeek,
    verb: 'answer',
    compartment: 'general',
    decide: (state, { body }, situation) => {
      const referral = state.referral.referrals[body.referral_id];
      const until = referral === undefined ? null : vanishesAt(referral);
      const theirs =
        referral !== undefined &&
        referral.status !== 'draft' &&
        referral.organisation_id === situation.organisation_id &&
        (until === null || until > situation.now);
      return theirs ? saidBySchool(state, referral, body, situation) : refuse('referral_unknown');
    },
  }),
  /** The same by the link of a school without an account. */
  answer_school_week_by_link: commandKind({
    body: answerWeek,
    verb: 'answer',
    compartment: 'general',
    decide: (state, { body }, situation) => {
      const link = ownLink(state, body.referral_id, situation);
      const referral = link === null ? undefined : state.referral.referrals[body.referral_id];
      return referral === undefined
        ? refuse('referral_unknown')
        : saidBySchool(state, referral, body, situation);
    },
  }),
};
