import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  type ListedRequest,
  REQUEST_OUTCOMES,
  requestList,
} from '#domain/case/authority-request.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { AUTHORITY_WORDS, REQUEST_OUTCOME_WORDS, TOLD_WORDS } from '../case/safeguard-words.ts';
import filterStyles from '../read-log/read-log.module.css';
import { Answered } from '../ui/answered.tsx';
import { type Column, DataTable, More } from '../ui/data-table.tsx';
import { ChoiceField, DayField, FieldProblems } from '../ui/field.tsx';
import { formatDay, formatNumber } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';

const page = requestList.transform(({ requests: rows, next }) => ({ rows, next }));
const NOTHING = { outcome: '', from: '', until: '' };
type Filters = typeof NOTHING;

/**
 * That authorities asked: when, which kind, how it ended, and whether the person knows. Nothing of a file;
 * a supervisor goes on to her own files, the data protection officer to none.
 */
export function RequestsScreen() {
  const { t, i18n } = useLingui();
  const officer = useMe().role === 'data_protection_officer';
  const [typed, setTyped] = useState(NOTHING);
  const [filters, setFilters] = useState(NOTHING);
  const asked = useAskPages(
    ['authority-requests', filters],
    (after) => `/api/authority-requests?${queryOf(filters, after)}`,
    page,
  );
  const change = (patch: Partial<Filters>) => setTyped({ ...typed, ...patch });
  function search(event: FormEvent) {
    event.preventDefault();
    setFilters(typed);
  }
  return (
    <Page
      wide
      title={t`Requests by authorities`}
      intro={
        officer ? (
          <Trans>That somebody asked, and how it ended. What was asked stands in no list.</Trans>
        ) : (
          <Trans>
            That somebody asked about people of your team, and how it ended. What was asked stands
            in the support file.
          </Trans>
        )
      }
    >
      <FieldProblems problem={asked.problem}>
        <form className={filterStyles.filters} onSubmit={search}>
          <DayField
            path="from"
            label={t`Asked from`}
            value={typed.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <DayField
            path="until"
            label={t`Until`}
            value={typed.until}
            onChange={(event) => change({ until: event.currentTarget.value })}
          />
          <ChoiceField
            path="outcome"
            label={t`Answer`}
            value={typed.outcome}
            data={[
              { value: '', label: t`All answers` },
              ...REQUEST_OUTCOMES.map((code) => ({
                value: code,
                label: i18n._(REQUEST_OUTCOME_WORDS[code]),
              })),
            ]}
            onChange={(event) => change({ outcome: event.currentTarget.value })}
          />
          <Button type="submit">
            <Trans>Show</Trans>
          </Button>
        </form>
      </FieldProblems>
      <Section title={<Trans>Requests</Trans>}>
        <Counts filters={filters} />
        <Answered asked={asked}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<IconBuildingBank size={44} aria-hidden />}
                title={<Trans>No request is written down</Trans>}
              />
            ) : (
              <>
                <Rows rows={rows} />
                <More
                  shown={rows.length}
                  more={asked.more}
                  busy={asked.busy}
                  onMore={asked.showMore}
                />
              </>
            )
          }
        </Answered>
      </Section>
    </Page>
  );
}

/** How many there were in the time asked for, by how they ended. */
function Counts({ filters }: { readonly filters: Filters }) {
  const { i18n } = useLingui();
  const { from, until } = filters;
  const path = `/api/authority-requests?${queryOf({ outcome: '', from, until }, null)}`;
  const counts = useAsk(['authority-requests', 'counts', from, until], path, requestList).value
    ?.counts;
  if (counts === undefined) return null;
  const texts = REQUEST_OUTCOMES.map(
    (code) => `${i18n._(REQUEST_OUTCOME_WORDS[code])}: ${formatNumber(i18n.locale, counts[code])}`,
  );
  return <p style={{ marginBlockStart: 0 }}>{texts.join(' · ')}</p>;
}

function Rows({ rows }: { readonly rows: readonly ListedRequest[] }) {
  const { t, i18n } = useLingui();
  const columns: readonly Column<ListedRequest>[] = [
    { key: 'asked', title: t`Asked on`, cell: (row) => formatDay(i18n.locale, row.asked_on) },
    {
      key: 'authority',
      title: t`Kind of authority`,
      cell: (row) =>
        row.authority === null ? t`not written down` : i18n._(AUTHORITY_WORDS[row.authority]),
    },
    { key: 'outcome', title: t`Answer`, cell: (row) => i18n._(REQUEST_OUTCOME_WORDS[row.outcome]) },
    { key: 'told', title: t`The person`, cell: (row) => i18n._(TOLD_WORDS[row.told_person]) },
    {
      key: 'file',
      title: t`Support file`,
      cell: (row) =>
        row.case_id === null ? (
          row.number
        ) : (
          <Link to="/cases/$id" params={{ id: row.case_id }}>
            {row.number}
          </Link>
        ),
    },
    {
      key: 'by',
      title: t`Written down by`,
      cell: (row) => row.recorded_by ?? t`Somebody who has left`,
    },
  ];
  return <DataTable caption={t`Requests`} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function queryOf(filters: Filters, after: string | null): string {
  const query = new URLSearchParams();
  for (const key of ['outcome', 'from', 'until'] as const) {
    if (filters[key] !== '') query.set(key, filters[key]);
  }
  if (after !== null) query.set('after', after);
  return query.toString();
}
