import { Trans, useLingui } from '@lingui/react/macro';
import { offeredDays } from '#domain/case/referral-answer.ts';
import { formatDay, formatMoment } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { useLabel } from './labels.ts';
import type { Referral, ReferralProps } from './referral-card.tsx';
import { DECLINE_WORDS, QUESTION_WORDS, REFERRAL_OUTCOME_WORDS } from './referral-words.ts';

/** What the service said, and what it was told in reply. */
export function Answers({ file, referral }: ReferralProps) {
  const { i18n } = useLingui();
  if (referral.answers.length + referral.replies.length === 0) return null;
  return (
    <ul>
      {referral.answers.map((one) => (
        <li key={one.by}>
          <AnswerText answer={one.answer} /> <Barrier code={barrierIn(one.answer)} file={file} />
          <span className={styles.soft}>
            {formatMoment(i18n.locale, one.at)}
            {one.channel === 'link' ? (
              <>
                {' · '}
                <Trans>Answered by link</Trans>
              </>
            ) : null}
          </span>
        </li>
      ))}
      {referral.replies.map((one) => (
        <li key={one.at}>
          {one.picked_on === undefined ? (
            <Trans>You replied: {one.words}</Trans>
          ) : (
            <Trans>You picked {formatDay(i18n.locale, one.picked_on)}.</Trans>
          )}{' '}
          <span className={styles.soft}>{formatMoment(i18n.locale, one.at)}</span>
        </li>
      ))}
    </ul>
  );
}

type Given = Referral['answers'][number]['answer'];

function barrierIn(answer: Given): string | null {
  return 'barrier' in answer ? (answer.barrier ?? null) : null;
}

/** What stood in the way, by its code in the model; nothing where none was named. */
export function Barrier({
  code,
  file,
}: Pick<ReferralProps, 'file'> & { readonly code: string | null }) {
  const label = useLabel();
  if (code === null) return null;
  const named = label(file.model.referral.barriers, code);
  return (
    <>
      <Trans>What stood in the way: {named}.</Trans>{' '}
    </>
  );
}

function AnswerText({ answer }: { readonly answer: Given }) {
  const { i18n } = useLingui();
  const day = (value: string) => formatDay(i18n.locale, value);
  switch (answer.kind) {
    case 'accept': {
      const days = offeredDays(answer).map(day);
      if (days.length > 1) {
        return <Trans>The service takes it on and offers these days: {days.join('; ')}.</Trans>;
      }
      return <Trans>The service takes it on and expects the person on {day(answer.on)}.</Trans>;
    }
    case 'seen':
      return <Trans>The person was there on {day(answer.on)}.</Trans>;
    case 'decline':
      return <Trans>The service does not take it on: {i18n._(DECLINE_WORDS[answer.reason])}</Trans>;
    case 'ask':
      return (
        <>
          <Trans>The service asks: {i18n._(QUESTION_WORDS[answer.question])}</Trans> {answer.words}
        </>
      );
    case 'done':
      return (
        <Trans>
          Ended on {day(answer.on)}: {i18n._(REFERRAL_OUTCOME_WORDS[answer.outcome])}
        </Trans>
      );
  }
}
