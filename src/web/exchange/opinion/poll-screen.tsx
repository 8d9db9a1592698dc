import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { pollFull } from '#domain/exchange/opinion/poll.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Notice } from '../../ui/problem-text.tsx';
import { useOpinionWords } from './opinion-words.ts';
import { ProposeStatement } from './propose-statement.tsx';
import { RoundMap } from './round-map.tsx';
import { Rounds } from './rounds.tsx';
import { Statements } from './statements.tsx';
import { VotePanel } from './vote-panel.tsx';

/** One poll: voting while a round is open, the map of each round that was counted, and what moderators do. */
export function PollScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ strict: false });
  const { phases } = useOpinionWords();
  const asked = useAsk(['exchange', 'opinions', id], `/api/exchange/opinions/${id}`, pollFull);
  const title = asked.value === undefined ? null : inLanguage(asked.value.title, i18n.locale);
  return (
    <Page
      title={t`Opinion map`}
      {...(title === null ? {} : { heading: <span lang={title.lang}>{title.text}</span> })}
      wide
    >
      <Answered asked={asked}>
        {(poll) => {
          const told = poll.rounds.filter(({ map }) => map !== null);
          return (
            <>
              {poll.abilities.includes('vote') && poll.open !== null ? (
                <VotePanel poll={poll} phase={poll.open} />
              ) : null}
              {poll.open === null && told.length === 0 ? (
                <Notice>
                  <Trans>Voting has not begun yet. Statements can be proposed already.</Trans>
                </Notice>
              ) : null}
              {told.toReversed().map(({ phase, map }) =>
                map === null ? null : (
                  <Section key={phase} title={<Trans>Map: {phases[phase]}</Trans>}>
                    <RoundMap map={map} statements={poll.statements} />
                  </Section>
                ),
              )}
              {poll.abilities.includes('moderate') ? <Rounds poll={poll} /> : null}
              {poll.abilities.includes('moderate') || poll.statements.some(({ own }) => own) ? (
                <Statements poll={poll} />
              ) : null}
              {poll.abilities.includes('propose') ? <ProposeStatement poll={poll} /> : null}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
