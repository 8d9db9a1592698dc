import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { SecondFactorForm } from './second-factor.tsx';
import { startSession } from './session.ts';
import { SignInForm } from './sign-in.tsx';
import { useSession } from './use-session.ts';

/**
 * Over the screen in which somebody was working when the session ended: the form below stays as it is.
 * It can be put aside where the work goes on without the server.
 */
export function SessionExpiredDialog() {
  const { t } = useLingui();
  const { expired, me } = useSession();
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [aside, setAside] = useState(false);
  if (!expired && aside) setAside(false);
  if (!expired && codeNeeded) setCodeNeeded(false);
  return (
    <Modal
      opened={expired && !aside}
      onClose={() => setAside(true)}
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
