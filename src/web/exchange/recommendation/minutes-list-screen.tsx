import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconNotes } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { sessionsWithMinutes } from '#domain/exchange/recommendation/recommendation.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { Worded } from './worded.tsx';

/** Sessions whose minutes one may read or keep, those of the newest conference first. */
export function MinutesListScreen() {
  const { t, i18n } = useLingui();
  const asked = useAsk(['exchange', 'minutes'], '/api/exchange/minutes', sessionsWithMinutes);
  return (
    <Page
      title={t`Minutes`}
      intro={<Trans>What was said, line by line. A line can become a recommendation.</Trans>}
    >
      <Answered asked={asked}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState
              icon={<IconNotes size={44} aria-hidden />}
              title={<Trans>There is no session yet</Trans>}
            />
          ) : (
            <Section title={<Trans>Sessions</Trans>}>
              <ul className={parts.list}>
                {sessions.map(({ id, title, starts_at, edition_title, lines }) => (
                  <li key={id}>
                    <Link
                      to="/workspace/minutes/$session"
                      params={{ session: id }}
                      className={parts.link}
                    >
                      <Worded wording={title} />
                    </Link>
                    <div className={parts.soft}>
                      <Worded wording={edition_title} />
                      {starts_at === null ? null : ` · ${formatMoment(i18n.locale, starts_at)}`}
                      {' · '}
                      <Plural value={lines} one="# line" other="# lines" />
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}
