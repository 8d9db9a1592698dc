import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { PROPOSAL_STATES } from '#domain/exchange/conference/proposal.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useConferenceWords } from './conference-words.ts';
import { MoreTimePart } from './more-time-part.tsx';
import { ProposalList } from './proposal-list.tsx';
import { useProposals } from './use-proposals.ts';

/** All proposals of a conference, for its organisers. */
export function EditionProposalsScreen() {
  const { t } = useLingui();
  const { edition = '' } = useParams({ strict: false });
  const words = useConferenceWords();
  const [state, setState] = useState('');
  const asked = useProposals(`editions/${edition}/proposals`, state);
  return (
    <Page
      title={t`Proposals`}
      intro={<Trans>What was handed in. A draft is its author’s alone.</Trans>}
      wide
    >
      <ChoiceField
        path="state"
        label={t`Where it stands`}
        value={state}
        data={[
          { value: '', label: t`All` },
          ...PROPOSAL_STATES.map((value) => ({ value, label: words.states[value] })),
        ]}
        onChange={(event) => setState(event.currentTarget.value)}
      />
      <ProposalList
        title={t`Proposals of this conference`}
        asked={asked}
        empty={<Trans>Nothing was handed in yet</Trans>}
        sight="organiser"
      />
      <MoreTimePart edition={edition} />
    </Page>
  );
}
