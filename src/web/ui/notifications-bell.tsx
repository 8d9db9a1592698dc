import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { useMe } from '../account/use-session.ts';
import { call } from '../http.ts';
import { notificationMessage } from '../notification-messages.ts';
import { notificationPlace } from '../notification-places.ts';
import { formatMoment } from './format.ts';
import styles from './shell.module.css';

const notifications = z.object({
  notifications: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      details: z.record(z.string(), z.unknown()),
      created_at: z.string(),
      read_at: z.string().nullable(),
    }),
  ),
});
const KEY = ['notifications'];

/**
 * What happened that this person should know, each a tap away from where it is looked at; closing the
 * list marks it as read.
 */
export function NotificationsBell() {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({
    queryKey: KEY,
    refetchInterval: 120_000,
    queryFn: async () => {
      const headers = { 'x-homeward-background': '1' };
      const reply = await call('/api/notifications', notifications, { headers });
      return reply.ok ? reply.value.notifications : [];
    },
  });
  const all = data ?? [];
  const unread = all.filter((one) => one.read_at === null);

  async function toggle(next: boolean) {
    setOpened(next);
    if (next || unread.length === 0) return;
    const body = { ids: unread.map((one) => one.id) };
    await call('/api/notifications/read', z.unknown(), { method: 'POST', body });
    await client.invalidateQueries({ queryKey: KEY });
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
              <Told told={one} onLeave={() => void toggle(false)} />
              <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
                {formatMoment(i18n.locale, one.created_at)}
                {codesOf(one.details).map((code) => (
                  <span key={code}>
                    {' · '}
                    <bdi>{code}</bdi>
                  </span>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ToldProps {
  readonly told: { readonly kind: string; readonly details: Readonly<Record<string, unknown>> };
  readonly onLeave: () => void;
}

function Told({ told, onLeave }: ToldProps) {
  const { i18n } = useLingui();
  const me = useMe();
  const text = i18n._(notificationMessage(told.kind));
  const place = notificationPlace(told, me.role);
  if (place === null) return text;
  return (
    <Link to={place} className={styles.told} onClick={onLeave}>
      {text}
    </Link>
  );
}

/** Which file a notice is of, and which helper, by number and code: neither says who somebody is. */
function codesOf({ number, helper }: Readonly<Record<string, unknown>>): string[] {
  return [number, helper].filter((code) => typeof code === 'string');
}
