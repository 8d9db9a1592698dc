import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Modal, Popover } from '@mantine/core';
import { IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '../account/session.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import { Languages } from './languages.tsx';
import { ROLE_NAMES } from './role-names.ts';
import styles from './shell.module.css';

/** Account, language and sign-out. Signing out asks only where something would be lost. */
export function AccountMenu() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const navigate = useNavigate();
  const entries = useOutboxEntries();
  const unsent = entries.filter((entry) => entry.state !== 'answered').length;
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);

  function go(where: () => void) {
    setOpened(false);
    where();
  }

  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={300}
        radius="md"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <ActionIcon
            aria-label={t`My account`}
            variant="transparent"
            color="dark"
            onClick={() => setOpened(!opened)}
          >
            <IconUserCircle size={26} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <div className={styles.who}>
            <strong>{me.name}</strong>
            {me.role === null ? null : <div>{i18n._(ROLE_NAMES[me.role])}</div>}
          </div>
          <div className={styles.menu}>
            <button type="button" onClick={() => go(() => void navigate({ to: '/account' }))}>
              <IconSettings size={20} aria-hidden />
              <Trans>Account and security</Trans>
            </button>
            <button
              type="button"
              onClick={() => go(() => (unsent > 0 ? setAsked(true) : void signOut()))}
            >
              <IconLogout size={20} aria-hidden />
              <Trans>Sign out</Trans>
            </button>
          </div>
          <Languages />
        </Popover.Dropdown>
      </Popover>
      <UnsentDialog unsent={unsent} opened={asked} onClose={() => setAsked(false)} />
    </>
  );
}

interface UnsentDialogProps {
  readonly unsent: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function UnsentDialog({ unsent, opened, onClose }: UnsentDialogProps) {
  const { t } = useLingui();
  const { outbox, nudge } = useDevice();
  async function sendNow() {
    await outbox.release();
    nudge();
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t`Close` }}
      title={<strong>{t`Not everything has been sent`}</strong>}
    >
      <div className={styles.stack}>
        <p style={{ margin: 0 }}>
          {unsent === 0 ? (
            <Trans>Everything has been sent now.</Trans>
          ) : (
            <Plural
              value={unsent}
              one="# entry is only on this device. Signing out deletes it."
              other="# entries are only on this device. Signing out deletes them."
            />
          )}
        </p>
        <Button onClick={() => void sendNow()} disabled={unsent === 0}>
          <Trans>Send now</Trans>
        </Button>
        <Button
          color={unsent === 0 ? 'teal' : 'clay'}
          variant="light"
          onClick={() => void signOut()}
        >
          {unsent === 0 ? <Trans>Sign out</Trans> : <Trans>Delete and sign out</Trans>}
        </Button>
      </div>
    </Modal>
  );
}
