import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { hasCaseload } from '../device/caseload.ts';
import { Notice } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { SecondFactorForm } from './second-factor.tsx';
import { startSession } from './session.ts';
import { SignInForm } from './sign-in.tsx';
import { useSession } from './use-session.ts';

/** Nothing is seen through it. */
const COVER = { color: 'var(--ground)', backgroundOpacity: 1 };

/**
 * Over the screen in which somebody was working when the session ended: the form below stays as it is.
 * It can be put aside where the work goes on without the server, as a device with files locks by itself;
 * elsewhere nobody who comes by reads the screen of whoever left.
 */
export function SessionExpiredDialog() {
  const { t } = useLingui();
  const { expired, me } = useSession();
  const goesOn = hasCaseload(me?.role ?? null);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [aside, setAside] = useState(false);
  if (!expired && aside) setAside(false);
  if (!expired && codeNeeded) setCodeNeeded(false);
  return (
    <Modal
      opened={expired && !aside}
      onClose={() => setAside(true)}
      withCloseButton={goesOn}
      closeOnEscape={goesOn}
      {...(goesOn ? {} : { overlayProps: COVER })}
      closeButtonProps={{ 'aria-label': t`Later` }}
      closeOnClickOutside={false}
      title={<strong>{t`Please sign in again`}</strong>}
    >
      <div className={styles.stack}>
        <Notice>
          <Trans>What you have typed is still there.</Trans>
        </Notice>
        {codeNeeded ? (
          <SecondFactorForm onDone={startSession} onBack={() => setCodeNeeded(false)} />
        ) : (
          <SignInForm
            {...(me?.username ? { user: me.username } : {})}
            onDone={startSession}
            onCodeNeeded={() => setCodeNeeded(true)}
          />
        )}
      </div>
    </Modal>
  );
}
