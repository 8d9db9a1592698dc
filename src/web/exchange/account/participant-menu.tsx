import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Modal, Popover } from '@mantine/core';
import { IconLogout, IconUserCircle, IconWorld } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { call } from '../../http.ts';
import { Languages } from '../../ui/languages.tsx';
import styles from '../../ui/shell.module.css';
import { forgetKept, keptOf } from '../recommendation/kept-lines.ts';
import { useParticipant } from '../use-participant.ts';
import { tellOtherTabs } from './other-tabs.ts';

/** Oneself, the public pages, the language, signing out; that asks only where something would be lost. */
export function ParticipantMenu() {
  const { t } = useLingui();
  const me = useParticipant();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [unsent, setUnsent] = useState<ReturnType<typeof keptOf>>([]);

  async function leave() {
    const reply = await call('/api/exchange/entry', z.unknown(), { method: 'DELETE' });
    // Without a line nobody is signed out yet, and nothing is deleted.
    if (reply.ok || reply.status === 401) {
      forgetKept(me.id);
      tellOtherTabs({ left: true });
    }
    await queries.resetQueries();
  }
  function asked() {
    const kept = keptOf(me.id);
    setOpened(false);
    if (kept.length === 0) return void leave();
    setUnsent(kept);
  }

  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={280}
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
          <div className={styles.menu}>
            <Link to="/workspace/me" onClick={() => setOpened(false)}>
              <IconUserCircle size={20} aria-hidden />
              <Trans>About me</Trans>
            </Link>
            <a href="/exchange">
              <IconWorld size={20} aria-hidden />
              <Trans>Public pages</Trans>
            </a>
            <button type="button" onClick={asked}>
              <IconLogout size={20} aria-hidden />
              <Trans>Sign out</Trans>
            </button>
          </div>
          <Languages
            onChosen={(locale) =>
              void call('/api/exchange/me/locale', z.unknown(), { method: 'PUT', body: { locale } })
            }
          />
        </Popover.Dropdown>
      </Popover>
      <UnsentLines unsent={unsent} onClose={() => setUnsent([])} onLeave={() => void leave()} />
    </>
  );
}

interface UnsentProps {
  readonly unsent: ReturnType<typeof keptOf>;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

function UnsentLines({ unsent, onClose, onLeave }: UnsentProps) {
  const { t } = useLingui();
  const lines = unsent.reduce((sum, one) => sum + one.lines, 0);
  const [first] = unsent;
  return (
    <Modal
      opened={first !== undefined}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t`Close` }}
      title={<strong>{t`Not everything has been sent`}</strong>}
    >
      <div className={styles.stack}>
        <p style={{ margin: 0 }}>
          <Plural
            value={lines}
            one="# line of minutes is only on this device. Signing out deletes it."
            other="# lines of minutes are only on this device. Signing out deletes them."
          />
        </p>
        <Link
          to="/workspace/minutes/$session"
          params={{ session: first?.session ?? '' }}
          onClick={onClose}
        >
          <Trans>Open these minutes</Trans>
        </Link>
        <Button color="clay" variant="light" onClick={onLeave}>
          <Trans>Delete and sign out</Trans>
        </Button>
      </div>
    </Modal>
  );
}
