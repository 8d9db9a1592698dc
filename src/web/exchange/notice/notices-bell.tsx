import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { type Notice, notices } from '#domain/exchange/notice.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { formatMoment } from '../../ui/format.ts';
import styles from '../../ui/shell.module.css';
import { NOTICE_MESSAGES } from './notice-messages.ts';

const KEY = ['exchange', 'notices'];

/** What happened that this participant should know; opening the list marks it as read. */
export function NoticesBell() {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const asked = useAsk(KEY, '/api/exchange/notices', notices, { again: () => 120_000 });
  const all = asked.value?.rows ?? [];
  const unread = all.filter((one) => one.read_at === null);

  async function toggle(next: boolean) {
    setOpened(next);
    if (next || unread.length === 0) return;
    const body = { ids: unread.map((one) => one.id) };
    await call('/api/exchange/notices/read', z.unknown(), { method: 'POST', body });
    await queries.invalidateQueries({ queryKey: KEY });
  }

  return (
    <Popover
      opened={opened}
      onChange={(next) => void toggle(next)}
      position="bottom-end"
      width={320}
      radius="md"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          color="dark"
          pos="relative"
          aria-label={t`Notifications: ${unread.length} new`}
          onClick={() => void toggle(!opened)}
        >
          <IconBell size={24} aria-hidden />
          {unread.length === 0 ? null : <span className={styles.count}>{unread.length}</span>}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <strong>
          {unread.length === 0 ? (
            <Trans>Nothing new</Trans>
          ) : (
            <Plural value={unread.length} one="# new notification" other="# new notifications" />
          )}
        </strong>
        <ul style={{ paddingInlineStart: '1.1rem', maxBlockSize: '60dvh', overflow: 'auto' }}>
          {all.slice(0, 30).map((one) => (
            <li key={one.id} style={{ fontWeight: one.read_at === null ? 600 : 400 }}>
              <Told notice={one} onLeave={() => void toggle(false)} />
              <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
                {formatMoment(i18n.locale, one.created_at)}
              </div>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ToldProps {
  readonly notice: Notice;
  readonly onLeave: () => void;
}

/** Leads to the recommendation, the screen or the public page that it is about, where it names one. */
function Told({ notice, onLeave }: ToldProps) {
  const { i18n } = useLingui();
  const text = i18n._(NOTICE_MESSAGES[notice.kind]);
  const { path, recommendation, workspace } = notice.details;
  const line = { className: styles.told, onClick: onLeave };
  if (typeof recommendation === 'string')
    return (
      <Link to="/workspace/recommendations/$id" params={{ id: recommendation }} {...line}>
        {text}
      </Link>
    );
  if (typeof workspace === 'string') {
    return (
      <Link to={workspace} {...line}>
        {text}
      </Link>
    );
  }
  const lang = i18n.locale === 'ru' || i18n.locale === 'uz' ? i18n.locale : 'en';
  if (typeof path !== 'string') return text;
  return (
    <a href={`/exchange/${lang}/${path}`} className={styles.told}>
      {text}
    </a>
  );
}
