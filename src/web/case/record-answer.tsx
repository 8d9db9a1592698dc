import { Trans, useLingui } from '@lingui/react/macro';
import type { CommandBodies } from '#domain/case/nouns.ts';
import {
  DECLINE_REASONS,
  likelyBarrier,
  OUTCOMES,
  QUESTIONS,
  statusOf,
} from '#domain/case/referral-answer.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { BarrierField } from './barrier-field.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import type { ReferralProps } from './referral-card.tsx';
import { DECLINE_WORDS, QUESTION_WORDS, REFERRAL_OUTCOME_WORDS } from './referral-words.ts';

type Body = CommandBodies['record_answer'];
type Answer = Body['answer'];
interface AnswerDraft {
  readonly channel: Body['channel'];
  readonly kind: Answer['kind'];
  readonly on: string;
  readonly reason: (typeof DECLINE_REASONS)[number];
  readonly question: (typeof QUESTIONS)[number];
  readonly outcome: (typeof OUTCOMES)[number];
  /** What stood in the way; null = what the reason or the outcome of itself says. */
  readonly barrier: string | null;
}

/** What the field shows: what was chosen, else what follows from the rest. */
function barrierIn({ kind, barrier, reason, outcome }: AnswerDraft): string {
  return barrier ?? likelyBarrier(kind === 'decline' ? reason : outcome) ?? '';
}

function answerOf(draft: AnswerDraft): Answer {
  const { kind, on, reason, question, outcome } = draft;
  const barrier = given(barrierIn(draft));
  switch (kind) {
    case 'accept':
    case 'seen':
      return { kind, on };
    case 'decline':
      return { kind, reason, barrier };
    case 'ask':
      return { kind, question };
    case 'done':
      return statusOf(outcome) === 'failed'
        ? { kind, on, outcome, barrier }
        : { kind, on, outcome };
  }
}

const PATHS = ['answer.on', 'channel', 'answer.reason', 'answer.question', 'answer.outcome'];
const isFailed = ({ outcome }: AnswerDraft) => statusOf(outcome) === 'failed';

/** An answer that a service gave by phone, on paper or in person: codes and days, no findings. */
export function RecordAnswer({ file, referral }: ReferralProps) {
  const { t, i18n } = useLingui();
  const initial: AnswerDraft = {
    ...{ channel: 'phone', kind: 'accept', on: file.situation.today },
    ...{ reason: 'no_capacity', question: 'which_papers', outcome: 'met', barrier: null },
  };
  return (
    <CommandForm
      file={file}
      kind="record_answer"
      about={referral.referral_id}
      open={<Trans>Write down an answer</Trans>}
      initial={initial}
      body={(value) => ({
        ...{ referral_id: referral.referral_id, channel: value.channel },
        answer: answerOf(value),
      })}
      paths={PATHS}
    >
      {(value, change) => (
        <>
          <Choice
            path="answer.kind"
            legend={<Trans>What did the service say?</Trans>}
            options={[
              { value: 'accept', label: t`It takes it on` },
              { value: 'seen', label: t`The person was there` },
              { value: 'done', label: t`It has ended` },
              { value: 'decline', label: t`It does not take it on` },
              { value: 'ask', label: t`It asks something` },
            ]}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          {value.kind === 'decline' || value.kind === 'ask' ? null : (
            <DayField
              path="answer.on"
              label={value.kind === 'accept' ? t`It expects the person on` : t`Day`}
              value={value.on}
              onChange={(event) => change({ on: event.currentTarget.value })}
            />
          )}
          {value.kind === 'decline' ? (
            <Pick
              path="answer.reason"
              label={t`Why`}
              codes={DECLINE_REASONS}
              words={(one) => i18n._(DECLINE_WORDS[one])}
              value={value.reason}
              onChange={(reason) => change({ reason })}
            />
          ) : null}
          {value.kind === 'ask' ? (
            <Pick
              path="answer.question"
              label={t`What does it ask?`}
              codes={QUESTIONS}
              words={(one) => i18n._(QUESTION_WORDS[one])}
              value={value.question}
              onChange={(question) => change({ question })}
            />
          ) : null}
          {value.kind === 'done' ? (
            <Pick
              path="answer.outcome"
              label={t`What came out of it?`}
              codes={OUTCOMES}
              words={(one) => i18n._(REFERRAL_OUTCOME_WORDS[one])}
              value={value.outcome}
              onChange={(outcome) => change({ outcome })}
            />
          ) : null}
          {value.kind === 'decline' || (value.kind === 'done' && isFailed(value)) ? (
            <BarrierField
              path="answer.barrier"
              barriers={file.model.referral.barriers}
              value={barrierIn(value)}
              onChange={(barrier) => change({ barrier })}
            />
          ) : null}
          <Choice
            path="channel"
            legend={<Trans>How was it said?</Trans>}
            options={[
              { value: 'phone', label: t`By phone` },
              { value: 'paper', label: t`On paper` },
              { value: 'in_person', label: t`In person` },
            ]}
            value={value.channel}
            onChange={(channel) => change({ channel })}
          />
        </>
      )}
    </CommandForm>
  );
}

interface PickProps<C extends string> {
  readonly path: string;
  readonly label: string;
  readonly codes: readonly C[];
  readonly words: (code: C) => string;
  readonly value: C;
  readonly onChange: (code: C) => void;
}

function Pick<C extends string>({ path, label, codes, words, value, onChange }: PickProps<C>) {
  return (
    <ChoiceField
      path={path}
      label={label}
      value={value}
      data={codes.map((code) => ({ value: code, label: words(code) }))}
      onChange={(event) => {
        const chosen = codes.find((code) => code === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
