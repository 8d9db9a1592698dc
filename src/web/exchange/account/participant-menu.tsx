import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover } from '@mantine/core';
import { IconLogout, IconUserCircle, IconWorld } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { call } from '../../http.ts';
import { Languages } from '../../ui/languages.tsx';
import styles from '../../ui/shell.module.css';

/** Oneself, the public pages, the language, signing out. */
export function ParticipantMenu() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);

  async function leave() {
    await call('/api/exchange/entry', z.unknown(), { method: 'DELETE' });
    await queries.resetQueries();
  }

  return (
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
          <button type="button" onClick={() => void leave()}>
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
  );
}
