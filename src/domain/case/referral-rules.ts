import type { Id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import type { Day, Instant } from '../time.ts';
import { dayAfter } from './calendar.ts';
import { accept, type Command, type Decision, refuse, type Situation, stale } from './command.ts';
import { saidByBarred } from './consent-giver.ts';
import { ownNo } from './own-no.ts';
import { packetTemplate } from './packet-template.ts';
import { isUnmet, OTHER_BARRIER, type ReferralAnswer } from './referral-answer.ts';
import {
  type GivenAnswer,
  isOpen,
  mayLeave,
  openOffer,
  type Referral,
  type ReferralGround,
} from './referral-state.ts';
import type { CaseState } from './state.ts';

/**
 * The child's own no stops what is not urgent, whoever else has agreed (practice.md 0.5), until it was
 * looked at again. What the child said of this one referral counts from when it was prepared.
 */
export function childSaysNo(
  state: CaseState,
  referral: Pick<Referral, 'purpose' | 'urgency' | 'own_agreement'>,
  at: Instant,
  { person, today }: Situation,
): boolean {
  if (referral.urgency === 'urgent') return false;
  if (adulthood(person.birth ?? undefined, today) === 'adult') return false;
  const { own_agreement: answer, purpose } = referral;
  const also = answer === 'yes' || answer === 'no' ? [{ answer, at }] : [];
  return ownNo(state, { purpose }, also) !== null;
}

/** The fact that a packet leaves today, with all that its state needs to know of the model. */
export function sending(referral: Referral, ground: ReferralGround, { model, today }: Situation) {
  return {
    kind: 'referral_sent',
    body: {
      referral_id: referral.referral_id,
      ground,
      sent_on: today,
      answer_due_on: dayAfter(today, model.referral.silence_days),
      keep_days: model.referral.packet_days_after_answer,
    },
  };
}

/** What is wrong with the barrier that was named, or not named where there has to be one. */
function barrierProblem(
  said: string | undefined,
  wanted: boolean,
  { model }: Situation,
): Decision | null {
  const { barriers } = model.referral;
  if (said !== undefined && !barriers.some(({ code }) => code === said)) {
    return refuse('barrier_unknown');
  }
  // A programme that names none asks for none.
  return wanted && said === undefined && barriers.length > 0 ? refuse('barrier_missing') : null;
}

/** What is wrong with how the worker ends a referral; `wanted` = it has to say what stood in the way. */
export function endProblem(
  {
    barrier,
    words,
  }: { readonly barrier?: string | undefined; readonly words?: string | undefined },
  wanted: boolean,
  situation: Situation,
): Decision | null {
  const inWords = wanted && barrier === OTHER_BARRIER && words === undefined;
  return (
    barrierProblem(barrier, wanted, situation) ?? (inWords ? refuse('barrier_words_missing') : null)
  );
}

function answerProblem(
  referral: Referral,
  answer: ReferralAnswer,
  situation: Situation,
): Decision | null {
  const { model, today } = situation;
  const named = 'barrier' in answer ? answer.barrier : undefined;
  const wrong = barrierProblem(named, isUnmet(answer), situation);
  if (wrong !== null) return wrong;
  if ((answer.kind === 'seen' || answer.kind === 'done') && answer.on > today) {
    return refuse('day_in_the_future');
  }
  if (answer.kind === 'seen' && answer.next_on !== undefined && answer.next_on < answer.on) {
    return refuse('ends_before_start');
  }
  const receiver = packetTemplate(model, referral.purpose)?.receiver;
  const clinical = receiver === 'clinic' || receiver === 'counsellor';
  // What a clinic found is not ours to know: it answers without words.
  if (answer.kind === 'ask' && answer.words !== undefined && clinical) {
    return refuse('words_not_taken');
  }
  return null;
}

/** The day that the person and the worker picked among those that the service offers. */
export function picking(
  state: CaseState,
  body: { readonly referral_id: Id; readonly on: Day },
  situation: Situation,
): Decision {
  const known = state.referral.referrals[body.referral_id];
  if (known === undefined) return refuse('referral_unknown');
  const offered = openOffer(known);
  if (offered.length === 0) return stale('referral_not_asked');
  if (!offered.includes(body.on)) return refuse('day_not_offered');
  const barred = saidByBarred(state, situation);
  if (!mayLeave(state, known, situation.today, barred)) return refuse('consent_missing');
  return accept({ kind: 'referral_day_picked', body });
}

type Given = { referral_id: Id; answer: ReferralAnswer };

/** An answer by the service itself or told to the worker: the same rule for both. */
export function answering(
  referral: Referral | undefined,
  command: Command<Given>,
  situation: Situation,
  channel: GivenAnswer['channel'],
): Decision {
  if (referral === undefined) return refuse('referral_unknown');
  if (referral.status === 'draft') return refuse('referral_not_sent');
  if (!isOpen(referral)) return stale('referral_ended');
  const { referral_id, answer } = command.body;
  return (
    answerProblem(referral, answer, situation) ??
    accept({ kind: 'referral_answered', body: { referral_id, answer, channel } })
  );
}
