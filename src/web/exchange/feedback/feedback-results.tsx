import { Trans, useLingui } from '@lingui/react/macro';
import {
  type FeedbackLine,
  type FeedbackResult,
  feedbackResult,
} from '#domain/exchange/feedback/feedback.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatMoment, formatNumber } from '../../ui/format.ts';
import { Notice } from '../../ui/problem-text.tsx';

/** What was said of a session, for its organiser; who did not sign is never to be known by it. */
export function FeedbackResults({ row }: { readonly row: FeedbackLine }) {
  const { i18n } = useLingui();
  const asked = useAsk(
    ['exchange', 'feedback', row.session_id],
    `/api/exchange/feedback/${row.session_id}/result`,
    feedbackResult,
  );
  return (
    <Answered asked={asked}>
      {({ given, told }) => (
        <>
          <p>
            <Trans>Answers: {given}</Trans>
          </p>
          {told === null ? (
            <Notice>
              <Trans>
                What was said is shown from {formatMoment(i18n.locale, row.until)} on, when nothing
                changes any more.
              </Trans>
            </Notice>
          ) : (
            <Told told={told} />
          )}
        </>
      )}
    </Answered>
  );
}

function Told({ told }: { readonly told: NonNullable<FeedbackResult['told']> }) {
  const { i18n } = useLingui();
  const { unsigned, signed } = told;
  return (
    <>
      <h3>
        <Trans>Without a name</Trans>
      </h3>
      {unsigned === null ? (
        <p>
          <Trans>Fewer than five answers, so nothing is told.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              Answers: {unsigned.count}. Mean of 1 to 5: {formatNumber(i18n.locale, unsigned.mean)}.
            </Trans>{' '}
            {unsigned.good === null ? null : <Trans>4 or 5 was given by {unsigned.good}.</Trans>}
          </p>
          <ul>
            {unsigned.words.map((words) => (
              <li key={words} dir="auto">
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {signed.length === 0 ? null : (
        <>
          <h3>
            <Trans>With a name</Trans>
          </h3>
          <ul>
            {signed.map(({ name, rating, words }) => (
              <li key={name} dir="auto">
                {name}: {rating}
                {words === null ? null : ` · ${words}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
