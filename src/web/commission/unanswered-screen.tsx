import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconGavel } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { sessions, type Unanswered, unansweredList } from '#domain/case/commission-list.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { useLabel } from '../case/labels.ts';
import { NumberTable } from '../evidence/number-table.tsx';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { type Column, DataTable, More } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';

type Agencies = NonNullable<ProgrammeModel['commissions']>['agencies'];

const page = unansweredList.transform((list) => ({ rows: [list], next: list.next }));

/** Which agency has not answered a commission's decision; and the agendas of sessions to come. */
export function UnansweredScreen() {
  const { t } = useLingui();
  const asked = useAskPages(
    ['commission', 'unanswered'],
    (after) => `/api/commission/unanswered${after === null ? '' : `?after=${after}`}`,
    page,
  );
  const model = useModel();
  const leads = useMe().role === 'supervisor';
  return (
    <Page wide title={t`Answers waited for`}>
      <Answered asked={asked}>
        {([list, ...later]) => (
          <Answered asked={model}>
            {({ commissions }) => (
              <>
                {list === undefined ? null : <Rule list={list} />}
                {leads ? (
                  <>
                    <Waiting
                      waiting={[list, ...later].flatMap((one) => one?.waiting ?? [])}
                      agencies={commissions?.agencies ?? []}
                    />
                    <More
                      shown={[list, ...later].flatMap((one) => one?.waiting ?? []).length}
                      more={asked.more}
                      busy={asked.busy}
                      onMore={asked.showMore}
                    />
                  </>
                ) : (
                  <Counts counts={list?.counts ?? null} agencies={commissions?.agencies ?? []} />
                )}
                {leads ? <Sessions commissions={commissions?.commissions ?? []} /> : null}
              </>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

type List = z.infer<typeof unansweredList>;

function Rule({ list }: { readonly list: List }) {
  const { silence_days, source_citation, verified } = list;
  return (
    <p>
      <Plural
        value={silence_days}
        one="Decisions of commissions that no one has answered for more than # day."
        other="Decisions of commissions that no one has answered for more than # days."
      />{' '}
      <Trans>Where the days come from: {source_citation}</Trans>
      {verified ? null : (
        <>
          {' '}
          (<Trans>not checked with the source</Trans>)
        </>
      )}
    </p>
  );
}

interface WaitingProps {
  readonly waiting: readonly Unanswered[];
  readonly agencies: Agencies;
}

function Waiting({ waiting, agencies }: WaitingProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  if (waiting.length === 0) {
    return (
      <EmptyState
        icon={<IconGavel size={44} aria-hidden />}
        title={<Trans>No answer is late</Trans>}
      />
    );
  }
  const columns: readonly Column<Unanswered>[] = [
    {
      key: 'file',
      title: t`Support file`,
      cell: (row) => (
        <Link to="/cases/$id/$part" params={{ id: row.case_id, part: 'decisions' }}>
          {row.number}
        </Link>
      ),
    },
    { key: 'days', title: t`Days`, cell: (row) => row.days },
    { key: 'decided', title: t`Decided on`, cell: (row) => formatDay(i18n.locale, row.decided_on) },
    { key: 'due', title: t`Answer by`, cell: (row) => formatDay(i18n.locale, row.due_on) },
  ];
  const groups = Map.groupBy(waiting, ({ agency }) => agency);
  return [...groups].map(([agency, rows]) => (
    <Section key={agency} title={label(agencies, agency)}>
      <DataTable
        caption={t`Decisions that wait for an answer`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Section>
  ));
}

interface CountsProps {
  readonly counts: List['counts'];
  readonly agencies: Agencies;
}

function Counts({ counts, agencies }: CountsProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  if (counts === null) {
    return (
      <EmptyState
        icon={<IconGavel size={44} aria-hidden />}
        title={<Trans>No month has been frozen yet</Trans>}
      />
    );
  }
  const day = formatDay(i18n.locale, counts.on);
  const { smallest_cell } = counts;
  const rows = counts.agencies.map(({ code, people }) => ({
    label: label(agencies, code),
    people,
  }));
  return (
    <Section title={<Trans>How many people wait</Trans>}>
      <p>
        <Trans>
          At the end of {day}, in the whole country. Nothing under {smallest_cell} is shown, and
          what is shown is rounded to five.
        </Trans>
      </p>
      <NumberTable
        caption={t`People who wait, by agency`}
        head={t`Agency`}
        rows={rows}
        total={null}
      />
    </Section>
  );
}

/** The agendas that can be printed: numbers of files, and nothing else. */
function Sessions({ commissions }: { readonly commissions: Agencies }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const asked = useAsk(['commission', 'sessions'], '/api/commission/sessions', sessions);
  return (
    <Section title={<Trans>Agendas</Trans>}>
      <Answered asked={asked}>
        {({ sessions: all }) =>
          all.length === 0 ? (
            <p>
              <Trans>Nothing is on an agenda.</Trans>
            </p>
          ) : (
            <ul>
              {all.map(({ commission, session_on, matters }) => (
                <li key={`${commission}/${session_on}`}>
                  <Link
                    to="/commission/agenda/$commission/$day"
                    params={{ commission, day: session_on }}
                  >
                    {label(commissions, commission)}, {formatDay(i18n.locale, session_on)}
                  </Link>{' '}
                  (<Plural value={matters} one="# matter" other="# matters" />)
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
