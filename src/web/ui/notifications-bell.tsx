import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';
import { notificationMessage } from '../notification-messages.ts';
import { notificationPlace } from '../notification-places.ts';
import { Bell } from './bell.tsx';
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

/** What happened that this person should know, each a tap away from where it is looked at. */
export function NotificationsBell() {
  const client = useQueryClient();
  const { value, problem } = useAsk(KEY, '/api/notifications', notifications, {
    ...{ again: () => 120_000, background: true },
  });
  const ask = () => client.invalidateQueries({ queryKey: KEY });
  async function read(ids: readonly string[]) {
    await call('/api/notifications/read', z.unknown(), { method: 'POST', body: { ids } });
    await ask();
  }
  return (
    <Bell
      all={value?.notifications}
      {...{ problem, ask }}
      words={(one, leave) => <Told told={one} onLeave={leave} />}
      more={({ details }) =>
        codesOf(details).map((code) => (
          <span key={code}>
            {' · '}
            <bdi>{code}</bdi>
          </span>
        ))
      }
      read={read}
    />
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
