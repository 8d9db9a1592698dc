import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { type ClientLine, type ClientSecret, clientSecret } from '#domain/client/client.ts';
import type { Problem } from '#domain/problem.ts';
import { useChange } from '../change.ts';
import { formatMoment } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './client.module.css';
import { CLIENTS, useOrganisationName } from './use-clients.ts';

const NOTHING = z.unknown();

interface ClientCardProps {
  readonly client: ClientLine;
  readonly renewed: (secret: ClientSecret) => void;
}

/** One system: when it asked last, a new secret, the end of its access. */
export function ClientCard({ client, renewed }: ClientCardProps) {
  const { i18n } = useLingui();
  const organisation = useOrganisationName(i18n.locale)(client.organisation_id);
  const change = useChange(CLIENTS);
  const [asked, setAsked] = useState<'secret' | 'end'>();
  const [problem, setProblem] = useState<Problem>();
  const moment = (at: string) => formatMoment(i18n.locale, at);
  const path = `/api/clients/${client.id}`;

  async function renew() {
    if (asked !== 'secret') return setAsked('secret');
    setAsked(undefined);
    const said = await change(`${path}/secret`, { method: 'POST' }, clientSecret);
    setProblem(said.ok ? undefined : said.problem);
    if (said.ok) renewed(said.value);
  }
  async function end() {
    if (asked !== 'end') return setAsked('end');
    setAsked(undefined);
    const said = await change(path, { method: 'DELETE' }, NOTHING);
    setProblem(said.ok ? undefined : said.problem);
  }
  const { made_at, last_used_at, withdrawn_at } = client;
  const [made, used] = [moment(made_at), last_used_at === null ? null : moment(last_used_at)];
  const ended = withdrawn_at === null ? null : moment(withdrawn_at);
  return (
    <article className={styles.card}>
      <h3>{client.name}</h3>
      <p>{organisation}</p>
      <p className={parts.soft}>
        <Trans>Since {made}</Trans> ·{' '}
        {used === null ? <Trans>Not used yet</Trans> : <Trans>Last used: {used}</Trans>}
      </p>
      <p className={parts.soft}>
        <Trans>
          Identifier: <bdi className={styles.address}>{client.id}</bdi>
        </Trans>
      </p>
      {ended === null ? (
        <div className={parts.buttons}>
          <Button variant={asked === 'secret' ? 'filled' : 'default'} onClick={renew}>
            {asked === 'secret' ? (
              <Trans>Yes, the old secret ends now</Trans>
            ) : (
              <Trans>New secret</Trans>
            )}
          </Button>
          <Button
            variant={asked === 'end' ? 'filled' : 'default'}
            color={asked === 'end' ? 'clay' : 'teal'}
            onClick={end}
          >
            {asked === 'end' ? (
              <Trans>Yes, withdraw for good</Trans>
            ) : (
              <Trans>Withdraw access</Trans>
            )}
          </Button>
        </div>
      ) : (
        <p>
          <span className={parts.tag} data-tone="urgent">
            <Trans>Withdrawn {ended}</Trans>
          </span>
        </p>
      )}
      <ProblemText problem={problem} />
    </article>
  );
}
