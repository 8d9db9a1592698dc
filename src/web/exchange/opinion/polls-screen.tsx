import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '@mantine/core';
import { IconChartBubble } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { pollLine } from '#domain/exchange/opinion/poll.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { useParticipant } from '../use-participant.ts';
import { InWords } from './in-words.tsx';
import { NewPoll } from './new-poll.tsx';
import own from './opinion.module.css';
import { useOpinionWords } from './opinion-words.ts';

const polls = z.object({ polls: z.array(pollLine) });

/** The polls of one's conferences: what can be voted on now, and what has been counted. */
export function PollsScreen() {
  const { t } = useLingui();
  const me = useParticipant();
  const { phases } = useOpinionWords();
  const asked = useAsk(['exchange', 'opinions'], '/api/exchange/opinions', polls);
  return (
    <Page
      title={t`Opinion maps`}
      intro={
        <Trans>
          Vote on short statements and see what unites and what divides. Nobody can read who voted
          what, not even the organisers.
        </Trans>
      }
    >
      <Section title={<Trans>Polls</Trans>}>
        <Answered asked={asked}>
          {({ polls: rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<IconChartBubble size={44} aria-hidden />}
                title={<Trans>No poll yet</Trans>}
              />
            ) : (
              <ul className={own.lines}>
                {rows.map(({ id, title, session, open, told }) => (
                  <li key={id}>
                    <div className={own.text}>
                      <Link to="/workspace/opinions/$id" params={{ id }}>
                        <InWords wording={title} />
                      </Link>
                      {session === null ? null : (
                        <div className={own.quiet}>
                          <InWords wording={session} />
                        </div>
                      )}
                    </div>
                    {open === null ? null : (
                      <Badge size="lg">
                        <Trans>Vote now</Trans>
                      </Badge>
                    )}
                    {told.map((phase) => (
                      <Badge key={phase} size="lg" variant="light">
                        <Trans>Map: {phases[phase]}</Trans>
                      </Badge>
                    ))}
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Section>
      {me.holdsAny('organiser', 'moderator') ? <NewPoll /> : null}
    </Page>
  );
}
