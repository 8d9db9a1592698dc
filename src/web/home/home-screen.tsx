import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, lazy, Suspense } from 'react';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { OutingReminder } from '../duty/outing-reminder.tsx';
import { Page, Section } from '../ui/page.tsx';
import type { Place } from '../ui/place.ts';
import { groupsOf, PLACE_GROUPS } from '../ui/place-groups.ts';
import { placesOf } from '../ui/places.ts';
import { Notice } from '../ui/problem-text.tsx';
import { Welcome } from '../ui/welcome.tsx';
import styles from './home.module.css';
import { useLineWaits, type Waits } from './waits.ts';

// Who carries no files needs nothing of what reads them.
const DeviceWaits = lazy(() =>
  import('./device-waits.tsx').then((module) => ({ default: module.DeviceWaits })),
);

/** The first screen: the places of this role as large targets, with what waits there. */
export function HomeScreen() {
  const { t } = useLingui();
  const me = useMe();
  const places = placesOf(me.role).filter((place) => place.to !== '/');
  const line = useLineWaits();
  return (
    <Page title={t`Start`} heading={<Welcome name={me.name} />}>
      {me.role === null ? (
        <Notice>
          <Trans>Your account has no role yet. An administrator gives you one.</Trans>
        </Notice>
      ) : null}
      <OutingReminder />
      {places.length > 0 ? (
        <Section title={<Trans>Where to?</Trans>}>
          {hasCaseload(me.role) ? (
            <Suspense fallback={<Tiles places={places} waits={line} />}>
              <DeviceWaits>
                {(device) => <Tiles places={places} waits={{ ...line, ...device }} />}
              </DeviceWaits>
            </Suspense>
          ) : (
            <Tiles places={places} waits={line} />
          )}
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

interface TilesProps {
  readonly places: readonly Place[];
  readonly waits: Waits;
}

function Tiles({ places, waits }: TilesProps) {
  const { i18n } = useLingui();
  return groupsOf(PLACE_GROUPS, places, places.length + 1).map(({ heading, places: inGroup }) => (
    <Fragment key={heading?.id ?? 'all'}>
      {heading === null ? null : <h3 className={styles.group}>{i18n._(heading)}</h3>}
      <ul className={styles.places}>
        {inGroup.map((place) => (
          <Tile key={place.to} place={place} waits={waits[place.to] ?? []} />
        ))}
      </ul>
    </Fragment>
  ));
}

function Tile({ place, waits }: { readonly place: Place; readonly waits: Waits[string] }) {
  const { i18n } = useLingui();
  return (
    <li>
      <Link to={place.to}>
        <place.icon size={28} aria-hidden />
        <span>
          {i18n._(place.label)}{' '}
          {waits.length === 0 ? null : (
            <span className={styles.waits}>{waits.map((line) => i18n._(line)).join(' · ')}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
