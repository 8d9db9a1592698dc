import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '../../http.ts';
import { languageName } from '../../ui/format.ts';
import styles from './schedule.module.css';

interface JoinLinksProps {
  readonly session: string;
  /** Where one meets, by language. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Whether opening the room is noted: whoever has a seat. */
  readonly registered: boolean;
  readonly attended: boolean;
}

/** The ways into the room of a session. Opening one notes that the participant is there: it is told above the days, and here once it is so. */
export function JoinLinks({ session, addresses, registered, attended }: JoinLinksProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const ways = Object.entries(addresses);
  if (ways.length === 0) return null;
  /** Beside the opening, which it never holds up. */
  async function arrive() {
    if (!registered || attended) return;
    await call(`/api/exchange/sessions/${session}/arrival`, z.unknown(), {
      ...{ method: 'POST', keepalive: true },
    });
    await queries.invalidateQueries({ queryKey: ['exchange', 'schedule'] });
  }
  return (
    <>
      <div className={styles.join}>
        <Trans>Join in:</Trans>
        {ways.map(([lang, url]) => (
          <a key={lang} href={url} rel="noreferrer" target="_blank" onClick={() => void arrive()}>
            {languageName(i18n.locale, lang)}
          </a>
        ))}
      </div>
      {registered && attended ? (
        <div className={styles.soft} role="status">
          <Trans>
            You are noted as present; your certificate counts it. If that is wrong, tell the
            organisers.
          </Trans>
        </div>
      ) : null}
    </>
  );
}
