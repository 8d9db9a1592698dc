import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useMe } from '../account/use-session.ts';
import { OutingReminder } from '../duty/outing-reminder.tsx';
import { Page, Section } from '../ui/page.tsx';
import { groupsOf, PLACE_GROUPS } from '../ui/place-groups.ts';
import { placesOf } from '../ui/places.ts';
import { Notice } from '../ui/problem-text.tsx';
import styles from './home.module.css';

/** The first screen: the places of this role as large targets. */
export function HomeScreen() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const places = placesOf(me.role).filter((place) => place.to !== '/');
  return (
    <Page title={t`Start`} heading={t`Welcome, ${me.name}`}>
      {me.role === null ? (
        <Notice>
          <Trans>Your account has no role yet. An administrator gives you one.</Trans>
        </Notice>
      ) : null}
      <OutingReminder />
      {places.length > 0 ? (
        <Section title={<Trans>Where to?</Trans>}>
          {groupsOf(PLACE_GROUPS, places, places.length + 1).map(({ heading, places: inGroup }) => (
            <Fragment key={heading?.id ?? 'all'}>
              {heading === null ? null : <h3 className={styles.group}>{i18n._(heading)}</h3>}
              <ul className={styles.places}>
                {inGroup.map((place) => (
                  <li key={place.to}>
                    <Link to={place.to}>
                      <place.icon size={28} aria-hidden />
                      {i18n._(place.label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </Fragment>
          ))}
        </Section>
      ) : null}
      {me.second_factor ? null : (
        <Notice>
          <Trans>
            Protect your account with a second step at sign-in:{' '}
            <Link to="/account">account and security</Link>.
          </Trans>
        </Notice>
      )}
    </Page>
  );
}
