import { Plural, Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useSession } from '../account/use-session.ts';
import { wasNotApplied } from '../device/outbox.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import styles from './sync-pill.module.css';

/** All saved, so many waiting, no line, or something that needs a look; opens what is not yet sent. */
export function SyncPill() {
  const { sync } = useSession();
  const entries = useOutboxEntries();
  const line = useLine();
  const waiting = entries.filter((entry) => entry.state !== 'answered').length;
  const toSee = entries.filter(
    (entry) => wasNotApplied(entry) || entry.answer?.answer === 'conflict',
  ).length;
  const offline = !line || sync.line === 'line';
  const state = toSee > 0 ? 'attention' : offline ? 'offline' : 'ok';
  return (
    <Link to="/unsent" className={styles.pill} data-state={state}>
      {toSee > 0 ? (
        <IconAlertTriangle size={18} aria-hidden />
      ) : offline ? (
        <IconCloudOff size={18} aria-hidden />
      ) : waiting > 0 ? (
        <IconRefresh size={18} aria-hidden />
      ) : (
        <IconCheck size={18} aria-hidden />
      )}
      <span aria-live="polite">
        {offline && toSee === 0 && waiting > 0 ? (
          <span className={styles.word}>
            <Trans>Offline</Trans>
            {' · '}
          </span>
        ) : null}
        {toSee > 0 ? (
          <Plural value={toSee} one="# needs a look" other="# need a look" />
        ) : offline && waiting === 0 ? (
          <Trans>Offline</Trans>
        ) : waiting > 0 ? (
          <Plural value={waiting} one="# waiting" other="# waiting" />
        ) : (
          <Trans>All saved</Trans>
        )}
      </span>
    </Link>
  );
}

/** Whether the device says that it has a line at all. */
export function useLine(): boolean {
  return useSyncExternalStore(onLine, () => navigator.onLine);
}

function onLine(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
