import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ClientSecret } from '#domain/client/client.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { Page, Section } from '../ui/page.tsx';
import { ClientCard } from './client-card.tsx';
import { NewClient } from './new-client.tsx';
import { SecretOnce } from './secret-once.tsx';
import { useClients } from './use-clients.ts';
import { Webhooks } from './webhooks.tsx';

/** Which systems of other organisations may ask here. No case data is on this screen. */
export function ClientsScreen() {
  const { t } = useLingui();
  const clients = useClients();
  const [secret, setSecret] = useState<ClientSecret>();
  const [signing, setSigning] = useState<string>();
  if (signing !== undefined) {
    const lines = [{ label: <Trans>Secret for checking signatures</Trans>, value: signing }];
    return (
      <Page title={t`Connected systems`}>
        <SecretOnce lines={lines} done={() => setSigning(undefined)} />
      </Page>
    );
  }
  if (secret !== undefined) {
    const lines = [
      { label: <Trans>Identifier (client_id)</Trans>, value: secret.client_id },
      { label: <Trans>Secret (client_secret)</Trans>, value: secret.client_secret },
    ];
    return (
      <Page title={t`Connected systems`}>
        <SecretOnce lines={lines} done={() => setSecret(undefined)} />
      </Page>
    );
  }
  return (
    <Page
      title={t`Connected systems`}
      intro={
        <Trans>
          A system of another organisation reads what was sent to that organisation and answers it;
          it sees nothing else. Each reading stands in the read log.
        </Trans>
      }
    >
      <Section title={<Trans>Give a system access</Trans>}>
        <NewClient made={setSecret} />
      </Section>
      <Section title={<Trans>Systems with access</Trans>}>
        <Answered asked={clients}>
          {(rows) => (
            <>
              {rows.length === 0 ? (
                <p>
                  <Trans>No system has access yet.</Trans>
                </p>
              ) : null}
              {rows.map((client) => (
                <ClientCard key={client.id} client={client} renewed={setSecret} />
              ))}
              <More
                shown={rows.length}
                more={clients.more}
                busy={clients.busy}
                onMore={clients.showMore}
              />
            </>
          )}
        </Answered>
      </Section>
      <Webhooks made={(made) => setSigning(made.secret)} />
    </Page>
  );
}
