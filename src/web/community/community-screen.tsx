import { Trans, useLingui } from '@lingui/react/macro';
import { IconUsersGroup } from '@tabler/icons-react';
import { community } from '#domain/directory/community.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { type PlaceRow, usePlaces } from '../directory/use-directory.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { KeepActivity, KeepReadiness } from './keep-community.tsx';

/** What places do together and how ready they are to receive people. Nobody is named here. */
export function CommunityScreen() {
  const { t, i18n } = useLingui();
  const asked = useAsk(['community'], '/api/community', community);
  const places = usePlaces().value ?? [];
  const keeps = useMe().role === 'coordinator';
  const placeOf = (id: string) => nameOf(places, id, i18n.locale);
  return (
    <Page
      title={t`Community`}
      intro={<Trans>Facts of places, never of people: who came is counted and not named.</Trans>}
    >
      <Answered asked={asked}>
        {({ activities, readiness }) => (
          <>
            <Section title={<Trans>What was done together</Trans>}>
              {activities.length === 0 ? (
                <EmptyState
                  icon={<IconUsersGroup size={44} aria-hidden />}
                  title={<Trans>Nothing is written down yet</Trans>}
                />
              ) : null}
              <ul className={parts.list}>
                {activities.map((one) => (
                  <li key={one.id}>
                    <strong>{one.activity}</strong>
                    <div className={parts.soft}>
                      {[
                        placeOf(one.place_id),
                        formatDay(i18n.locale, one.on),
                        t`came: ${one.attended}`,
                        one.open_to_all ? t`open to all` : t`by invitation`,
                      ].join(' · ')}
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={<Trans>How ready a place is</Trans>}>
              {readiness.length === 0 ? (
                <p className={parts.soft}>
                  <Trans>Nothing is written down yet.</Trans>
                </p>
              ) : null}
              <ul className={parts.list}>
                {readiness.map((one) => (
                  <li key={one.id}>
                    <div style={{ whiteSpace: 'pre-line' }}>{one.words}</div>
                    <div className={parts.soft}>
                      {placeOf(one.place_id)} · {formatDay(i18n.locale, one.on)}
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
            {keeps ? (
              <>
                <KeepActivity places={places} />
                <KeepReadiness places={places} />
              </>
            ) : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

function nameOf(places: readonly PlaceRow[], id: string, locale: string): string {
  const place = places.find((one) => one.id === id);
  return place === undefined ? '' : labelIn(locale, place.name);
}
