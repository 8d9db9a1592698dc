import { useLingui } from '@lingui/react/macro';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { Answered } from '../../ui/answered.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { useCall } from './use-call.ts';
import { useSend } from './use-send.ts';

/** Writes a new proposal down; it is a draft until it is handed in. */
export function NewProposalScreen() {
  const { t } = useLingui();
  const { edition = '' } = useSearch({ strict: false }) as { edition?: string };
  const navigate = useNavigate();
  const call = useCall(edition);
  const { send, ...sending } = useSend();
  // One id for all tries: sent twice it is one proposal.
  const [id] = useState(() => uuid());
  // Without a conference there is nothing to offer to: the list names those that take proposals.
  if (edition === '') return <Navigate to="/workspace/proposals" replace />;
  return (
    <Page title={t`Offer a contribution`}>
      <Answered asked={call}>
        {({ languages, kinds }) => (
          <Section title={t`What you offer`}>
            <ProposalForm
              {...{ languages, kinds }}
              {...sending}
              save={async (fields) => {
                const path = `/api/exchange/editions/${edition}/proposals`;
                const made = await send('POST', path, { ...fields, id });
                if (made !== undefined)
                  await navigate({ to: '/workspace/proposals/$id', params: { id } });
              }}
            />
          </Section>
        )}
      </Answered>
    </Page>
  );
}
