import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useDevice } from '../account/use-session.ts';
import { isHeld, type OutboxEntry } from '../device/outbox.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import styles from './undo-toast.module.css';

/**
 * For ten seconds after something was said: "Saved", and a way back. One bar, of what was said last: two of them hid
 * the heading on a small screen, and the one before comes back when the last is undone.
 */
export function UndoToasts() {
  const entries = useOutboxEntries();
  const now = useSeconds(entries.some((entry) => entry.state === 'held'));
  const held = entries.filter((entry) => isHeld(entry, now));
  return (
    <div className={`${styles.toasts} no-print`} role="status">
      {held.slice(-1).map((entry) => (
        <UndoToast key={entry.id} entry={entry} now={now} />
      ))}
    </div>
  );
}

function UndoToast({ entry, now }: { readonly entry: OutboxEntry; readonly now: number }) {
  const { outbox } = useDevice();
  const left = Math.max(1, Math.ceil((entry.held_until - now) / 1000));
  return (
    <div className={styles.toast}>
      <span>
        <Trans>Saved</Trans>
      </span>
      <button type="button" onClick={() => void outbox.undo(entry.id)}>
        <Trans>Undo</Trans>
        <span aria-hidden> ({left})</span>
      </button>
    </div>
  );
}

function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
