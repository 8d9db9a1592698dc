import { Trans } from '@lingui/react/macro';
import { useMode } from '../mode.ts';
import styles from './shell.module.css';

/** Says on every screen that nothing here is real. */
export function TrialBand() {
  if (useMode() !== 'trial') return null;
  return (
    <div className={`${styles.trial} no-print`} role="note">
      <Trans>Trial: do not enter real people</Trans>
    </div>
  );
}
