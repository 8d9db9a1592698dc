import { Trans, useLingui } from '@lingui/react/macro';
import { Drawer } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Place } from './place.ts';
import styles from './shell.module.css';

/** What a link of a menu needs to know. */
export type Goal = Pick<Place, 'to' | 'label' | 'icon'>;

/** Where somebody can go, as links with their pictures. */
export function PlaceLinks({ places }: { readonly places: readonly Goal[] }) {
  return places.map((place) => (
    <PlaceLink key={place.to} place={place}>
      <place.icon size={22} aria-hidden />
    </PlaceLink>
  ));
}

function PlaceLink({ place, children }: { readonly place: Goal; readonly children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <Link to={place.to} activeOptions={{ exact: place.to === '/' || place.to === '/workspace' }}>
      {children}
      {i18n._(place.label)}
    </Link>
  );
}

interface BottomBarProps {
  readonly places: readonly Goal[];
  /** The places from `first` on, as they stand behind "More". */
  readonly rest: (first: number) => ReactNode;
}

/** On a phone: four places at hand (five where there are just five), the rest behind "More". */
export function BottomBar({ places, rest }: BottomBarProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the drawer
  useEffect(() => setOpened(false), [pathname]);
  const atHand = places.length <= 5 ? places : places.slice(0, 4);
  if (places.length < 2) return null;
  return (
    <nav className={`${styles.bottom} no-print`} aria-label={t`Main places`}>
      <PlaceLinks places={atHand} />
      {atHand.length < places.length ? (
        <button type="button" aria-expanded={opened} onClick={() => setOpened(true)}>
          <IconDots size={22} aria-hidden />
          <Trans>More</Trans>
        </button>
      ) : null}
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="auto"
        title={<Trans>More</Trans>}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <div className={styles.places}>{rest(atHand.length)}</div>
      </Drawer>
    </nav>
  );
}
