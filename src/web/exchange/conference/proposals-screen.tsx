import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { callStanding } from '#domain/exchange/conference/call.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { formatLocalTime } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import styles from '../../ui/ui.module.css';
import { useEditions } from '../start-screen.tsx';
import { ProposalList } from './proposal-list.tsx';
import { useCall } from './use-call.ts';
import { useProposals } from './use-proposals.ts';

/** What one has offered to conferences, and what one may offer to. */
export function ProposalsScreen() {
  const { t, i18n } = useLingui();
  const editions = useEditions();
  const own = useProposals('my-proposals');
  const coming = (editions.value?.editions ?? []).filter(({ state }) => state === 'published');
  return (
    <Page
      title={t`My contributions`}
      intro={<Trans>A draft is read by nobody but you until you hand it in.</Trans>}
      wide
    >
      {coming.map(({ id, title }) => (
        <Offer key={id} edition={id} title={inLanguage(title, i18n.locale).text} />
      ))}
      <ProposalList
        title={t`What you have written`}
        asked={own}
        empty={<Trans>You have offered nothing yet</Trans>}
        sight="own"
      />
    </Page>
  );
}

function Offer({ edition, title }: { readonly edition: string; readonly title: string }) {
  const { i18n } = useLingui();
  const { value: call } = useCall(edition);
  if (call === undefined) return null;
  const until = formatLocalTime(i18n.locale, call.closes);
  const zone = call.time_zone;
  const over = callStanding(call, new Date().toISOString()) === 'closed';
  return (
    <Section title={title}>
      <p>
        {over ? (
          <Trans>
            The call ended on {until} ({zone}). Whoever was given more time may still hand in.
          </Trans>
        ) : (
          <Trans>
            The call ends on {until} ({zone}).
          </Trans>
        )}
      </p>
      <div className={styles.actions}>
        <Button
          variant={over ? 'default' : 'filled'}
          renderRoot={(props) => (
            <Link to="/workspace/proposals/new" search={{ edition }} {...props} />
          )}
        >
          <Trans>Offer a contribution</Trans>
        </Button>
      </div>
    </Section>
  );
}

/** What a reviewer was given to weigh. */
export function ReviewsScreen() {
  const { t } = useLingui();
  const asked = useProposals('my-reviews');
  return (
    <Page
      title={t`Reviews`}
      intro={
        <Trans>
          What you were given to weigh. Where you stand near a proposal, say so: then somebody else
          weighs it.
        </Trans>
      }
      wide
    >
      <ProposalList
        title={t`Proposals for you`}
        asked={asked}
        empty={<Trans>Nothing waits for you</Trans>}
        sight="reviewer"
      />
    </Page>
  );
}
