import { Trans, useLingui } from '@lingui/react/macro';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeView } from '#domain/exchange/schedule/programme-view.ts';
import { dayAt, localTimeAt } from '#domain/zone.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatWeekday } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { useParticipant } from '../use-participant.ts';
import { dayAndHours, hours, zoneName } from './clock.ts';
import { EditionChoice } from './edition-choice.tsx';
import { JoinLinks } from './join-links.tsx';
import { ProgrammeFilter, type Wanted, wantedSessions } from './programme-filter.tsx';
import styles from './schedule.module.css';
import { pageLanguage, said, useProgramme } from './use-schedule.ts';

/** The released programme for whoever takes part: on his own clock, with where one meets. */
export function ProgrammeScreen() {
  const { t } = useLingui();
  return (
    <Page title={t`Programme of the conference`} heading={<Trans>Programme</Trans>}>
      <EditionChoice>{(slug) => <OfEdition slug={slug} />}</EditionChoice>
    </Page>
  );
}

function OfEdition({ slug }: { readonly slug: string }) {
  const asked = useProgramme(slug);
  return (
    <Answered asked={asked}>
      {(view) =>
        view.programme === null ? (
          <EmptyState
            icon={<IconCalendarEvent size={44} aria-hidden />}
            title={<Trans>The programme has not been released yet</Trans>}
          />
        ) : (
          <Days view={view} programme={view.programme} />
        )
      }
    </Answered>
  );
}

type Released = NonNullable<ProgrammeView['programme']>;

function Days({ view, programme }: { readonly view: ProgrammeView; readonly programme: Released }) {
  const { i18n } = useLingui();
  const { time_zone: zone } = useParticipant();
  const at = programme.sessions[0]?.startsAt ?? `${programme.startsOn}T00:00:00.000Z`;
  const page = `/exchange/${pageLanguage(i18n.locale)}/${view.edition.slug}/programme`;
  const [wanted, setWanted] = useState<Wanted>({ language: '', track: '' });
  const shown = wantedSessions(programme, wanted);
  const days = Map.groupBy(shown, ({ startsAt }) => dayAt(startsAt, zone));
  return (
    <>
      <p>
        <Trans>
          Your time: {zoneName(zone, at)} (<Link to="/workspace/me">change it</Link>). Host:{' '}
          {zoneName(programme.zone, at)}.
        </Trans>{' '}
        <a href={page}>
          <Trans>Public programme</Trans>
        </a>{' '}
        ·{' '}
        <a href={`${page}/calendar.ics`}>
          <Trans>For a calendar (.ics)</Trans>
        </a>
      </p>
      {view.registered ? (
        <p>
          <Trans>
            If you open the room from half an hour before the start until the end, you are noted as
            present.
          </Trans>
        </p>
      ) : null}
      <ProgrammeFilter programme={programme} wanted={wanted} change={setWanted} />
      {shown.length === 0 ? (
        <p role="status">
          <Trans>No session is like this.</Trans>
        </p>
      ) : null}
      {[...days].map(([day, sessions]) => (
        <Section key={day} title={formatWeekday(i18n.locale, day)}>
          <ul className={styles.list}>
            {sessions.map((session) => (
              <li key={session.id} className={styles.item}>
                <SessionLine view={view} programme={programme} session={session} zone={zone} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

interface SessionLineProps {
  readonly view: ProgrammeView;
  readonly programme: Released;
  readonly session: Released['sessions'][number];
  readonly zone: string;
}

function SessionLine({ view, programme, session, zone }: SessionLineProps) {
  const { i18n } = useLingui();
  const { id, startsAt, minutes } = session;
  const room = programme.rooms.find((one) => one.id === session.roomId);
  const page = `/exchange/${pageLanguage(i18n.locale)}/${view.edition.slug}/programme/${id}`;
  return (
    <div>
      <div>
        <strong>{hours(startsAt, minutes, zone)}</strong>
        {localTimeAt(startsAt, zone) === localTimeAt(startsAt, programme.zone) ? null : (
          <span className={styles.soft}>
            {' '}
            ({dayAndHours(i18n.locale, startsAt, minutes, programme.zone)})
          </span>
        )}
        {view.mine.includes(id) ? (
          <strong>
            {' '}
            · <Trans>You take part</Trans>
          </strong>
        ) : null}
      </div>
      <a href={page}>{said(i18n.locale, session.title)}</a>
      <div className={styles.soft}>
        {[
          room === undefined ? '' : said(i18n.locale, room.name),
          session.people.map(({ name }) => name).join(', '),
        ]
          .filter((one) => one !== '')
          .join(' · ')}
      </div>
      <JoinLinks
        session={id}
        addresses={view.addresses[id] ?? {}}
        registered={view.registered}
        attended={view.attended.includes(id)}
      />
    </div>
  );
}
