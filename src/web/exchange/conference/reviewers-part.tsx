import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ProposalState } from '#domain/exchange/conference/proposal.ts';
import type { ReviewerChoice } from '#domain/exchange/conference/proposal-view.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useConferenceWords } from './conference-words.ts';
import { useReviewers } from './use-proposals.ts';
import { useSend } from './use-send.ts';

/** Who reviews a proposal; whoever stands near it cannot be chosen, and one sees why. */
export function ReviewersPart(props: { readonly id: string; readonly state: ProposalState }) {
  const { t, i18n } = useLingui();
  const asked = useReviewers(props.id);
  const { send, problem, busy } = useSend();
  const chooses = props.state === 'submitted' || props.state === 'in_review';
  const path = (reviewer: string) => `/api/exchange/proposals/${props.id}/reviewers/${reviewer}`;
  const country = ({ country: code }: ReviewerChoice) =>
    code === null ? '–' : countryName(i18n.locale, code);
  return (
    <Section title={<Trans>Reviewers</Trans>}>
      <Answered asked={asked}>
        {({ reviewers }) => (
          <DataTable
            caption={t`Reviewers`}
            rows={reviewers}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: t`Name`, cell: ({ name }) => name },
              { key: 'country', title: t`Country`, cell: country },
              { key: 'load', title: t`Given so far`, number: true, cell: ({ load }) => load },
              {
                key: 'state',
                title: t`This proposal`,
                cell: (one) => (
                  <Choice
                    one={one}
                    chooses={chooses}
                    busy={busy}
                    give={() => void send('PUT', path(one.id))}
                    take={() => void send('DELETE', path(one.id))}
                  />
                ),
              },
            ]}
          />
        )}
      </Answered>
      <ProblemText problem={problem} />
    </Section>
  );
}

function Choice(props: {
  readonly one: ReviewerChoice;
  readonly chooses: boolean;
  readonly busy: boolean;
  readonly give: () => void;
  readonly take: () => void;
}) {
  const words = useConferenceWords();
  const { one, chooses, busy, give, take } = props;
  if (one.done) return <Trans>the review is in</Trans>;
  if (one.conflicts.length > 0) {
    const why = one.conflicts.map((conflict) => words.conflicts[conflict]).join(', ');
    return <Trans>stands too near: {why}</Trans>;
  }
  if (!chooses) return one.assigned ? <Trans>no review came</Trans> : <>–</>;
  const { name } = one;
  return one.assigned ? (
    <Button size="compact-md" variant="default" loading={busy} onClick={take}>
      <Trans>Take back from {name}</Trans>
    </Button>
  ) : (
    <Button size="compact-md" loading={busy} onClick={give}>
      <Trans>Give to {name}</Trans>
    </Button>
  );
}
