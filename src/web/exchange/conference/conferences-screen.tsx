import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { inLanguage } from '#domain/exchange/wording.ts';
import { Answered } from '../../ui/answered.tsx';

import { EmptyState, Page, Section } from '../../ui/page.tsx';
import styles from '../../ui/ui.module.css';
import { useEditions } from '../start-screen.tsx';
import { useParticipant } from '../use-participant.ts';
import { EditionSpan } from './edition-span.tsx';

/** The conferences that somebody organises, each with its parts. */
export function ConferencesScreen() {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const asked = useEditions();
  return (
    <Page
      title={t`Organising`}
      intro={<Trans>The conferences that you organise.</Trans>}
      actions={
        me.holdsEverywhere('organiser') ? (
          <Group>
            <Button
              leftSection={<IconPlus size={20} aria-hidden />}
              renderRoot={(props) => (
                <Link {...props} to="/workspace/conferences/new" search={{ series: '' }} />
              )}
            >
              <Trans>New conference</Trans>
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/workspace/conferences/new-series" />}
            >
              <Trans>New series</Trans>
            </Button>
          </Group>
        ) : undefined
      }
    >
      <Answered asked={asked}>
        {({ editions }) => {
          const own = editions.filter(({ id }) => me.holds(id, 'organiser'));
          if (own.length === 0)
            return (
              <EmptyState
                icon={<IconCalendarEvent size={44} aria-hidden />}
                title={<Trans>No conference has been announced yet</Trans>}
              />
            );
          return own.map(({ id, slug, title, starts_on, ends_on }) => {
            const edition = id;
            return (
              <Section key={id} title={inLanguage(title, i18n.locale).text}>
                <p>
                  <EditionSpan {...{ starts_on, ends_on }} />
                </p>
                <ul className={styles.plainList}>
                  <li>
                    <Link to="/workspace/conferences/$edition/proposals" params={{ edition }}>
                      <Trans>Proposals</Trans>
                    </Link>
                  </li>
                  <li>
                    <Link to="/workspace/conferences/$edition/registrations" params={{ edition }}>
                      <Trans>Registrations</Trans>
                    </Link>
                  </li>
                  <li>
                    <Link to="/workspace/conferences/$edition/attendance" params={{ edition }}>
                      <Trans>Attendance and certificates</Trans>
                    </Link>
                  </li>
                  <li>
                    <Link to="/workspace/conferences/$edition/report" params={{ edition }}>
                      <Trans>Report to the co-host</Trans>
                    </Link>
                  </li>
                  <li>
                    <Link to="/workspace/conferences/$edition/settings" params={{ edition }}>
                      <Trans>Settings: days, hosts, call, registration</Trans>
                    </Link>
                  </li>
                  <li>
                    <a href={`/exchange/${i18n.locale === 'ar-XB' ? 'en' : i18n.locale}/${slug}`}>
                      <Trans>The public page</Trans>
                    </a>
                  </li>
                </ul>
              </Section>
            );
          });
        }}
      </Answered>
    </Page>
  );
}
