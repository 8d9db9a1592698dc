import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ProposalLine, proposalCode } from '#domain/exchange/conference/proposal-view.ts';
import type { AskedPages } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { countryName } from '../../ui/format.ts';
import { EmptyState, Section } from '../../ui/page.tsx';
import { useConferenceWords } from './conference-words.ts';
import { ToldText } from './told-text.tsx';

interface ProposalListProps {
  readonly title: string;
  readonly asked: AskedPages<ProposalLine>;
  readonly empty: ReactNode;
  /** For whom: organisers read of authors and reviews, reviewers whether theirs is in. */
  readonly sight: 'own' | 'organiser' | 'reviewer';
}

/** A list of proposals; each opens by its title. */
export function ProposalList({ title, asked, empty, sight }: ProposalListProps) {
  const { t, i18n } = useLingui();
  const words = useConferenceWords();
  const columns: Column<ProposalLine>[] = [
    {
      key: 'title',
      title: t`Title`,
      cell: (row) => (
        <Link to="/workspace/proposals/$id" params={{ id: row.id }}>
          <ToldText told={row.title} />
        </Link>
      ),
    },
    { key: 'code', title: t`Number`, cell: ({ id }) => proposalCode(id) },
    { key: 'kind', title: t`Kind`, cell: ({ kind }) => words.kinds[kind] },
    {
      key: 'state',
      title: t`Where it stands`,
      cell: ({ state, late }) => (
        <>
          <Badge variant="light">{words.states[state]}</Badge>{' '}
          {late && state === 'draft' ? <Trans>came after the end</Trans> : null}
        </>
      ),
    },
    ...(sight === 'organiser'
      ? [
          {
            key: 'authors',
            title: t({ message: 'From', context: 'who, and from which country' }),
            cell: ({ authors, countries }: ProposalLine) =>
              [authors, ...(countries ?? []).map((code) => countryName(i18n.locale, code))]
                .filter(Boolean)
                .join(' · '),
          },
          {
            key: 'reviews',
            title: t`Reviews`,
            cell: ({ reviews }: ProposalLine) =>
              reviews === null ? '–' : `${reviews.done} / ${reviews.asked}`,
          },
          {
            key: 'mean',
            title: t`Mean mark`,
            number: true,
            cell: ({ reviews }: ProposalLine) =>
              reviews?.mean?.toLocaleString(i18n.locale, { minimumFractionDigits: 1 }) ?? '–',
          },
        ]
      : []),
    ...(sight === 'reviewer'
      ? [
          {
            key: 'reviewed',
            title: t`Your review`,
            cell: ({ reviewed }: ProposalLine) =>
              reviewed ? <Trans>is in</Trans> : <Trans>is awaited</Trans>,
          },
        ]
      : []),
  ];
  return (
    <Answered asked={asked}>
      {(rows) => (
        <Section title={title}>
          {rows.length === 0 ? (
            <EmptyState icon={<IconFileText size={44} aria-hidden />} title={empty} />
          ) : (
            <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )}
          {asked.more ? (
            <Button variant="default" loading={asked.busy} onClick={asked.showMore}>
              <Trans>Show more</Trans>
            </Button>
          ) : null}
        </Section>
      )}
    </Answered>
  );
}
