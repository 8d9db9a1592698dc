import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { type WebhookLine, type WebhookSecret, webhookSecret } from '#domain/webhook/webhook.ts';
import { useChange } from '../change.ts';
import { formatMoment } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './client.module.css';
import { DeliveryLog } from './delivery-log.tsx';
import { CLIENTS, useOrganisationName } from './use-clients.ts';

const NOTHING = z.unknown();

interface WebhookCardProps {
  readonly webhook: WebhookLine;
  readonly renewed: (secret: WebhookSecret) => void;
}

/** One endpoint: whether it works, a test, what was sent, a new secret, its end. */
export function WebhookCard({ webhook, renewed }: WebhookCardProps) {
  const { i18n } = useLingui();
  const organisation = useOrganisationName(i18n.locale)(webhook.organisation_id);
  const change = useChange(CLIENTS);
  const [asked, setAsked] = useState<'secret' | 'end'>();
  const [problem, setProblem] = useState<Problem>();
  const [shown, setShown] = useState(false);
  const path = `/api/webhooks/${webhook.id}`;
  const { failures, waiting, paused_at, withdrawn_at } = webhook;

  async function act(what: string, method: 'POST' | 'DELETE') {
    setAsked(undefined);
    const said = await change(`${path}${what}`, { method }, NOTHING);
    setProblem(said.ok ? undefined : said.problem);
  }
  async function test() {
    await act('/test', 'POST');
    setShown(true);
  }
  async function renew() {
    if (asked !== 'secret') return setAsked('secret');
    setAsked(undefined);
    const said = await change(`${path}/secret`, { method: 'POST' }, webhookSecret);
    setProblem(said.ok ? undefined : said.problem);
    if (said.ok) renewed(said.value);
  }
  const ended = withdrawn_at === null ? null : formatMoment(i18n.locale, withdrawn_at);
  const paused = paused_at === null ? null : formatMoment(i18n.locale, paused_at);
  return (
    <article className={styles.card}>
      <h3 className={styles.address}>
        <bdi dir="ltr">{webhook.url}</bdi>
      </h3>
      <p>{organisation}</p>
      {ended !== null ? (
        <p>
          <span className={parts.tag} data-tone="urgent">
            <Trans>Withdrawn {ended}</Trans>
          </span>
        </p>
      ) : (
        <>
          {paused !== null ? (
            <p>
              <span className={parts.tag} data-tone="urgent">
                <Trans>Paused since {paused}: it did not answer</Trans>
              </span>
            </p>
          ) : null}
          <p className={parts.soft}>
            <Trans>Waiting: {waiting}</Trans> · <Trans>Failed in a row: {failures}</Trans>
          </p>
          <div className={parts.buttons}>
            <Button variant="default" onClick={test}>
              <Trans>Send a test</Trans>
            </Button>
            {paused === null ? null : (
              <Button variant="default" onClick={() => act('/resume', 'POST')}>
                <Trans>Go on sending</Trans>
              </Button>
            )}
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
              onClick={() => (asked === 'end' ? act('', 'DELETE') : setAsked('end'))}
            >
              {asked === 'end' ? <Trans>Yes, tell it nothing more</Trans> : <Trans>Remove</Trans>}
            </Button>
          </div>
        </>
      )}
      <div>
        <Button variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
          <Trans>What was sent</Trans>
        </Button>
      </div>
      {shown ? <DeliveryLog id={webhook.id} /> : null}
      <ProblemText problem={problem} />
    </article>
  );
}
