import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { Problem } from '#domain/problem.ts';
import { type WebhookSecret, webhookSecret } from '#domain/webhook/webhook.ts';
import { useChange } from '../change.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { FieldProblems, otherProblems, TextField } from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { OrganisationField } from './organisation-field.tsx';
import { CLIENTS } from './use-clients.ts';
import { useWebhooks } from './use-webhooks.ts';
import { WebhookCard } from './webhook-card.tsx';

/** Which endpoints of other organisations are told that something has changed. */
export function Webhooks({ made }: { readonly made: (secret: WebhookSecret) => void }) {
  const webhooks = useWebhooks();
  return (
    <Section title={<Trans>Addresses that are told of changes</Trans>}>
      <p className={parts.soft}>
        <Trans>
          A message says only that something is new or has changed, with a number that opens nothing
          by itself. It never holds anything about a person.
        </Trans>
      </p>
      <NewWebhook made={made} />
      <Answered asked={webhooks}>
        {(rows) => (
          <>
            {rows.map((webhook) => (
              <WebhookCard key={webhook.id} webhook={webhook} renewed={made} />
            ))}
            <More
              shown={rows.length}
              more={webhooks.more}
              busy={webhooks.busy}
              onMore={webhooks.showMore}
            />
          </>
        )}
      </Answered>
    </Section>
  );
}

function NewWebhook({ made }: { readonly made: (secret: WebhookSecret) => void }) {
  const { t } = useLingui();
  const change = useChange(CLIENTS);
  const [url, setUrl] = useState('');
  const [organisation_id, setOrganisation] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    const empty = Object.entries({ url: url.trim(), organisation_id });
    const fields = empty.flatMap(([path, value]) =>
      value === '' ? [{ path, code: 'required' }] : [],
    );
    if (fields.length > 0) return setProblem({ code: 'invalid_input', fields });
    setBusy(true);
    const body = { id: uuid(), url: url.trim(), organisation_id };
    const said = await change('/api/webhooks', { method: 'POST', body }, webhookSecret);
    setBusy(false);
    setProblem(said.ok ? undefined : said.problem);
    if (said.ok) made(said.value);
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={make} noValidate className={parts.stack} style={{ marginBlockEnd: '1rem' }}>
        <TextField
          path="url"
          label={t`Address`}
          description={t`Begins with https://`}
          type="url"
          dir="ltr"
          autoComplete="off"
          maxLength={500}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <OrganisationField value={organisation_id} onChange={setOrganisation} />
        <ProblemText problem={otherProblems(problem, ['url', 'organisation_id'])} />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            <Trans>Add the address</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
