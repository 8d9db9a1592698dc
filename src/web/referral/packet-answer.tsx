import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarCheck, IconCheck, IconHelp, IconUserCheck, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import {
  DECLINE_REASONS,
  OUTCOMES,
  QUESTIONS,
  type ReferralAnswer,
} from '#domain/case/referral-answer.ts';
import type { Problem } from '#domain/problem.ts';
import { BarrierField } from '../case/barrier-field.tsx';
import { Choice } from '../case/choice.tsx';
import { DayField, FieldProblems, TextField } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import parts from '../ui/parts.module.css';
import { today } from '../ui/today.ts';
import { answerOf, barrierIn, type Draft, isFailed, type Kind, withDay } from './answer-draft.ts';
import styles from './inbox.module.css';
import { DECLINE_CHOICES, OUTCOME_CHOICES, QUESTION_CHOICES } from './inbox-words.ts';
import { type Packet, usePacketWords } from './use-packets.ts';

interface PacketAnswerProps {
  readonly packet: Pick<Packet, 'status'>;
  /** Says it; the problem where it was not written. */
  readonly say: (answer: ReferralAnswer) => Promise<Problem | undefined>;
}

/** Large buttons for what can be answered now; each opens the one or two things that it still needs. */
export function PacketAnswer({ packet, say }: PacketAnswerProps) {
  const [kind, setKind] = useState<Kind>();
  const taken = packet.status === 'accepted' || packet.status === 'in-progress';
  const button = (of: Kind, icon: React.ReactNode, text: React.ReactNode, strong = false) => (
    <Button
      variant={kind === of || (strong && kind === undefined) ? 'filled' : 'default'}
      aria-expanded={kind === of}
      leftSection={icon}
      onClick={() => setKind(kind === of ? undefined : of)}
    >
      {text}
    </Button>
  );
  return (
    <>
      <div className={styles.answers}>
        {taken
          ? button('seen', <IconUserCheck size={20} aria-hidden />, <Trans>Was here</Trans>, true)
          : button(
              'accept',
              <IconCalendarCheck size={20} aria-hidden />,
              <Trans>Accept</Trans>,
              true,
            )}
        {taken ? button('done', <IconCheck size={20} aria-hidden />, <Trans>Done</Trans>) : null}
        {taken
          ? button(
              'accept',
              <IconCalendarCheck size={20} aria-hidden />,
              <Trans>Another day</Trans>,
            )
          : null}
        {button('ask', <IconHelp size={20} aria-hidden />, <Trans>Ask</Trans>)}
        {button('decline', <IconX size={20} aria-hidden />, <Trans>Decline</Trans>)}
        {taken ? null : button('done', <IconCheck size={20} aria-hidden />, <Trans>Done</Trans>)}
      </div>
      {kind === undefined ? null : (
        <AnswerForm key={kind} say={say} kind={kind} close={() => setKind(undefined)} />
      )}
    </>
  );
}

const PATHS = ['on', 'reason', 'barrier', 'question', 'outcome', 'words'];

interface AnswerFormProps {
  readonly say: PacketAnswerProps['say'];
  readonly kind: Kind;
  readonly close: () => void;
}

function AnswerForm({ say, kind, close }: AnswerFormProps) {
  const [draft, setDraft] = useState<Draft>({
    ...{
      on: today(),
      next_on: '',
      also: ['', ''],
      reason: '',
      barrier: null,
      question: '',
      words: '',
      outcome: '',
    },
  });
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { barriers } = usePacketWords();

  async function send(event: FormEvent) {
    event.preventDefault();
    const made = answerOf(kind, draft, barriers.length > 0);
    if ('missing' in made) {
      const field = { path: made.missing, code: 'required' };
      return setProblem({ code: 'invalid_input', fields: [field] });
    }
    setBusy(true);
    const said = await say(made.answer);
    setBusy(false);
    setProblem(said);
    if (said === undefined) close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={send} noValidate>
        <AnswerFields
          kind={kind}
          draft={draft}
          change={(patch) => setDraft({ ...draft, ...patch })}
        />
        <FormFoot problem={problem} paths={PATHS} busy={busy} close={close}>
          <Trans>Send the answer</Trans>
        </FormFoot>
      </form>
    </FieldProblems>
  );
}

interface AnswerFieldsProps {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
}

function AnswerFields({ kind, draft, change }: AnswerFieldsProps) {
  const { t, i18n } = useLingui();
  const { barriers } = usePacketWords();
  const day = (label: string) => (
    <DayField
      path="on"
      label={label}
      value={draft.on}
      onChange={(event) => change({ on: event.currentTarget.value })}
    />
  );
  const barrierField = (
    <BarrierField
      path="barrier"
      barriers={barriers}
      value={barrierIn(kind, draft)}
      onChange={(barrier) => change({ barrier })}
    />
  );
  switch (kind) {
    case 'accept':
      return (
        <>
          {day(t`We expect the person on`)}
          <div className={parts.pair}>
            {[0, 1].map((at) => (
              <DayField
                key={at}
                path={`also.${at}`}
                label={t`Or on (may stay empty)`}
                value={draft.also[at] ?? ''}
                onChange={(event) =>
                  change({ also: withDay(draft.also, at, event.currentTarget.value) })
                }
              />
            ))}
          </div>
          <div className={parts.soft}>
            <Trans>Where you name several days, the sender picks one with the person.</Trans>
          </div>
        </>
      );
    case 'seen':
      return (
        <div className={parts.pair}>
          {day(t`The person was here on`)}
          <DayField
            path="next_on"
            label={t`Next time, if there is one`}
            value={draft.next_on}
            onChange={(event) => change({ next_on: event.currentTarget.value })}
          />
        </div>
      );
    case 'decline':
      return (
        <>
          <Choice
            path="reason"
            legend={<Trans>Why</Trans>}
            options={DECLINE_REASONS.map((value) => ({
              value,
              label: i18n._(DECLINE_CHOICES[value]),
            }))}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
          />
          {barrierField}
        </>
      );
    case 'ask':
      return (
        <>
          <Choice
            path="question"
            legend={<Trans>What would you like to know?</Trans>}
            options={QUESTIONS.map((value) => ({ value, label: i18n._(QUESTION_CHOICES[value]) }))}
            value={draft.question}
            onChange={(question) => change({ question })}
          />
          {draft.question === 'other' ? (
            <TextField
              path="words"
              label={t`Your question`}
              description={t`Nothing about health or findings, please.`}
              maxLength={200}
              value={draft.words}
              onChange={(event) => change({ words: event.currentTarget.value })}
            />
          ) : null}
        </>
      );
    case 'done':
      return (
        <>
          <Choice
            path="outcome"
            legend={<Trans>What came of it?</Trans>}
            options={OUTCOMES.map((value) => ({ value, label: i18n._(OUTCOME_CHOICES[value]) }))}
            value={draft.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          {isFailed(draft) ? barrierField : null}
          {day(t`Ended on`)}
        </>
      );
  }
}
