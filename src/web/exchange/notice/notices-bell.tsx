import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { type Notice, notices } from '#domain/exchange/notice.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Bell } from '../../ui/bell.tsx';
import styles from '../../ui/shell.module.css';
import { NOTICE_MESSAGES } from './notice-messages.ts';

const KEY = ['exchange', 'notices'];

/** What happened that this participant should know. */
export function NoticesBell() {
  const queries = useQueryClient();
  const { value, problem } = useAsk(KEY, '/api/exchange/notices', notices, {
    again: () => 120_000,
  });
  const ask = () => queries.invalidateQueries({ queryKey: KEY });
  async function read(ids: readonly string[]) {
    await call('/api/exchange/notices/read', z.unknown(), { method: 'POST', body: { ids } });
    await ask();
  }
  return (
    <Bell
      all={value?.rows}
      {...{ problem, ask }}
      words={(one, leave) => <Told notice={one} onLeave={leave} />}
      read={read}
    />
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
