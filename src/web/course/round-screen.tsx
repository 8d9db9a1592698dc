import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { RoundDetail } from '#domain/course/course-round.ts';
import { type KnownLine, KnownLines, useWho } from '../match/round-parts.tsx';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { RoundCourse } from './round-course.tsx';
import { RoundSteps } from './round-steps.tsx';
import { PRIORITY_NAMES, ROUND_STATE_NAMES } from './round-words.ts';
import { useRound } from './use-rounds.ts';

/** One round: what was published, what came out, who has confirmed it; by numbers and never by names. */
export function RoundScreen() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/rounds/$id' });
  const round = useRound(id);
  return (
    <Page title={t`Round`} heading={round.value?.title}>
      <Answered asked={round}>
        {(one) => (
          <>
            <Published one={one} />
            <RoundSteps round={one} />
            {one.statistics === null ? null : <Statistics statistics={one.statistics} />}
            {one.result.map((course) => (
              <RoundCourse key={course.id} round={one} course={course} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Published({ one }: { readonly one: RoundDetail }) {
  const { t, i18n } = useLingui();
  const who = useWho();
  const lines: readonly KnownLine[] = [
    [t`Now`, [i18n._(ROUND_STATE_NAMES[one.state])]],
    [t`Last day for wishes`, [formatDay(i18n.locale, one.wishes_until)]],
    [t`What comes first`, one.priorities.map((code) => i18n._(PRIORITY_NAMES[code]))],
    [t`Seed of the lot`, [one.seed]],
    [t`Published by`, who(one.made_by, one.made_at)],
    [t`Who ran it`, who(one.ran_by, one.ran_at)],
    [
      one.state === 'set_aside' ? t`Set aside by` : t`Confirmed by`,
      who(one.ended_by, one.ended_at),
    ],
    [t`Why`, one.words === null ? [] : [one.words]],
    [t`Hash of what went in`, one.hashes === null ? [] : [one.hashes.input]],
    [t`Hash of the result`, one.hashes === null ? [] : [one.hashes.result]],
  ];
  return <KnownLines title={<Trans>What was published</Trans>} lines={lines} />;
}

function Statistics({
  statistics: { people, seated, first_wish, without },
}: {
  readonly statistics: NonNullable<RoundDetail['statistics']>;
}) {
  return (
    <Section title={<Trans>What came out</Trans>}>
      <ul className={parts.list}>
        <li>
          <Trans>People who wished: {people}</Trans>
        </li>
        <li>
          <Trans>With a seat: {seated}</Trans>
        </li>
        <li>
          <Trans>With their dearest wish: {first_wish}</Trans>
        </li>
        <li>
          <Trans>Without a seat: {without}</Trans>
        </li>
      </ul>
    </Section>
  );
}
