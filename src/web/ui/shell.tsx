import { Trans, useLingui } from '@lingui/react/macro';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useId } from 'react';
import { SessionExpiredDialog } from '../account/session-expired.tsx';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { AccountMenu } from './account-menu.tsx';
import { BottomBar, PlaceLinks } from './navigation.tsx';
import { NotificationsBell } from './notifications-bell.tsx';
import type { Place } from './place.ts';
import { groupsOf, PLACE_GROUPS } from './place-groups.ts';
import { placesOf } from './places.ts';
import styles from './shell.module.css';
import { SyncPill } from './sync-pill.tsx';
import { TrialBand } from './trial-band.tsx';
import { UndoToasts } from './undo-toast.tsx';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 15_000, refetchOnWindowFocus: true } },
});

/** What stands round every screen after sign-in. */
export function Shell() {
  const { t } = useLingui();
  const me = useMe();
  const places = placesOf(me.role);
  // Another person on this device must not see what the last one's screens had asked for.
  useEffect(() => () => queries.clear(), []);
  return (
    <QueryClientProvider client={queries}>
      <div className={styles.shell}>
        <a href="#content" className={`${styles.skip} visually-hidden`}>
          <Trans>Skip to the content</Trans>
        </a>
        <div className={styles.head}>
          <TrialBand />
          <header className={styles.top}>
            <Link to="/" className={styles.mark}>
              <img src="/icon.svg" alt={t`Start`} width="34" height="34" />
            </Link>
            <span className={styles.markName}>{me.name}</span>
            {hasCaseload(me.role) ? <SyncPill /> : null}
            <NotificationsBell />
            <AccountMenu />
          </header>
        </div>
        <div className={styles.body}>
          <nav className={`${styles.side} ${styles.places}`} aria-label={t`Main menu`}>
            <PlaceGroups places={places} whole={places.length} />
          </nav>
          <main id="content" className={styles.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar
          places={places}
          rest={(first) => <PlaceGroups places={places.slice(first)} whole={places.length} />}
        />
        <UndoToasts />
        <SessionExpiredDialog />
      </div>
    </QueryClientProvider>
  );
}

interface PlaceGroupsProps {
  readonly places: readonly Place[];
  /** How many places the role has in all: a long menu stays divided where only a part is shown. */
  readonly whole: number;
}

/** A long menu in groups, each named for eye and ear; a short one as it is. */
function PlaceGroups({ places, whole }: PlaceGroupsProps) {
  const { i18n } = useLingui();
  const id = useId();
  return groupsOf(places, whole).map(({ group, places: inGroup }) =>
    group === null ? (
      <PlaceLinks key="all" places={inGroup} />
    ) : (
      // biome-ignore lint/a11y/useSemanticElements: links are no form, as a fieldset would say
      <div key={group} role="group" aria-labelledby={`${id}${group}`} className={styles.group}>
        <div id={`${id}${group}`} className={styles.groupName}>
          {i18n._(PLACE_GROUPS[group])}
        </div>
        <PlaceLinks places={inGroup} />
      </div>
    ),
  );
}
