import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { offeredDays } from '#domain/case/referral-answer.ts';
import { useLabel } from '../case/labels.ts';
import { formatDay, formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DECLINE_CHOICES, OUTCOME_CHOICES, QUESTION_CHOICES } from './inbox-words.ts';
import { type Packet, usePacketWords } from './use-packets.ts';

/** What was answered and replied, the newest first. */
export function PacketHistory({
  packet,
}: {
  readonly packet: Pick<Packet, 'answers' | 'replies'>;
}) {
  const { i18n } = useLingui();
  const told: { at: string; text: ReactNode }[] = [
    ...packet.answers.map(({ at, answer }) => ({ at, text: <AnswerText answer={answer} /> })),
    ...packet.replies.map(({ at, words, picked_on }) => ({
      at,
      text: <ReplyText words={words} pickedOn={picked_on} />,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  if (told.length === 0) return null;
  return (
    <Section title={<Trans>What was said</Trans>}>
      <ul className={parts.list}>
        {told.map(({ at, text }) => (
          <li key={at}>
            {text} <div className={parts.soft}>{formatMoment(i18n.locale, at)}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ReplyText({
  words,
  pickedOn,
}: {
  readonly words: string;
  readonly pickedOn: string | undefined;
}) {
  const { i18n } = useLingui();
  if (pickedOn === undefined) return <Trans>The sender replied: {words}</Trans>;
  const day = formatDay(i18n.locale, pickedOn);
  return <Trans>The person comes on {day}.</Trans>;
}

function AnswerText({ answer }: { readonly answer: Packet['answers'][number]['answer'] }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { barriers } = usePacketWords();
  const day = (value: string) => formatDay(i18n.locale, value);
  switch (answer.kind) {
    case 'accept': {
      const days = offeredDays(answer).map(day);
      if (days.length > 1) {
        return <Trans>You accepted and offered these days: {days.join('; ')}.</Trans>;
      }
      const on = day(answer.on);
      return <Trans>You accepted and expect the person on {on}.</Trans>;
    }
    case 'seen': {
      const on = day(answer.on);
      const next = answer.next_on === undefined ? '' : day(answer.next_on);
      return next === '' ? (
        <Trans>The person was there on {on}.</Trans>
      ) : (
        <Trans>
          The person was there on {on}; next time on {next}.
        </Trans>
      );
    }
    case 'decline': {
      const reason = i18n._(DECLINE_CHOICES[answer.reason]);
      const barrier = answer.barrier === undefined ? '' : label(barriers, answer.barrier);
      return barrier === '' ? (
        <Trans>You declined: {reason}.</Trans>
      ) : (
        <Trans>
          You declined: {reason}. What stood in the way: {barrier}.
        </Trans>
      );
    }
    case 'ask': {
      const question = answer.words ?? i18n._(QUESTION_CHOICES[answer.question]);
      return <Trans>You asked: {question}</Trans>;
    }
    case 'done': {
      const on = day(answer.on);
      const outcome = i18n._(OUTCOME_CHOICES[answer.outcome]);
      const barrier = answer.barrier === undefined ? '' : label(barriers, answer.barrier);
      if (barrier !== '') {
        return (
          <Trans>
            Ended on {on}: {outcome}. What stood in the way: {barrier}.
          </Trans>
        );
      }
      return (
        <Trans>
          Ended on {on}: {outcome}.
        </Trans>
      );
    }
  }
}
