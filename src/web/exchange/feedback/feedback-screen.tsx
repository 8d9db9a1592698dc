import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group } from '@mantine/core';
import { IconMessageStar } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { type FeedbackLine, feedbackLine } from '#domain/exchange/feedback/feedback.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { FeedbackResults } from './feedback-results.tsx';
import { GiveFeedback } from './give-feedback.tsx';

const sessions = z.object({ sessions: z.array(feedbackLine) });

/** Sessions that have begun: what one says of them, and for organisers what was said. */
export function FeedbackScreen() {
  const { t } = useLingui();
  const asked = useAsk(['exchange', 'feedback'], '/api/exchange/feedback', sessions);
  return (
    <Page
      title={t`Feedback`}
      intro={
        <Trans>
          Say how a session was, with your name or without. Without it, nobody learns whose it is.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {({ sessions: rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconMessageStar size={44} aria-hidden />}
              title={<Trans>No session of yours has begun yet</Trans>}
            />
          ) : (
            rows.map((row) => <OneSession key={row.session_id} row={row} />)
          )
        }
      </Answered>
    </Page>
  );
}

function OneSession({ row }: { readonly row: FeedbackLine }) {
  const { i18n } = useLingui();
  const [shows, setShows] = useState<'nothing' | 'form' | 'result'>('nothing');
  const title = inLanguage(row.title, i18n.locale);
  const edition = inLanguage(row.edition, i18n.locale);
  const given = row.own !== null;
  return (
    <Section title={<span lang={title.lang}>{title.text}</span>}>
      <p>
        <span lang={edition.lang}>{edition.text}</span> · {formatMoment(i18n.locale, row.starts_at)}
      </p>
      <Group>
        {given ? (
          <Badge size="lg" variant="light">
            <Trans>You have given feedback</Trans>
          </Badge>
        ) : null}
        {row.abilities.includes('give') && shows !== 'form' ? (
          <Button variant={given ? 'default' : 'filled'} onClick={() => setShows('form')}>
            {given ? <Trans>Change it</Trans> : <Trans>Give feedback</Trans>}
          </Button>
        ) : null}
        {row.abilities.includes('read') && shows !== 'result' ? (
          <Button variant="default" onClick={() => setShows('result')}>
            <Trans>What was said</Trans>
          </Button>
        ) : null}
      </Group>
      {shows === 'form' ? <GiveFeedback row={row} done={() => setShows('nothing')} /> : null}
      {shows === 'result' ? <FeedbackResults row={row} /> : null}
    </Section>
  );
}
