import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChartBar, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { FrozenTable, Month } from '#domain/evidence/frozen-number.ts';
import type { Problem } from '#domain/problem.ts';
import { useLabel } from '../case/labels.ts';
import { ComplaintCountNotice } from '../complaint/count-notice.tsx';
import { Answered } from '../ui/answered.tsx';
import { formatMoment, formatPartialDay } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from './evidence.module.css';
import { ExchangeFiles } from './exchange-files.tsx';
import { FrozenMonths } from './frozen-months.tsx';
import { Chart, type ChartProps } from './number-chart.tsx';
import { NumberTable } from './number-table.tsx';
import { OverTime } from './over-time.tsx';
import { SchoolNumbers } from './school-numbers.tsx';
import { lastMonth, type MonthOfNumbers, useFreeze, useModel, useNumbers } from './use-numbers.ts';

/** Numbers of the whole country at the end of each month; no name, no district, no small cell. */
export function NumbersScreen() {
  const { t } = useLingui();
  const numbers = useNumbers();
  const model = useModel();
  return (
    <Page
      title={t`Numbers`}
      intro={<Trans>The whole country at the end of each month. No names, no districts.</Trans>}
      wide
    >
      <ComplaintCountNotice />
      <Answered asked={numbers}>
        {(months) => (
          <Answered asked={model}>{(found) => <Months months={months} model={found} />}</Answered>
        )}
      </Answered>
    </Page>
  );
}

interface MonthsProps {
  readonly months: ReadonlyMap<Month, MonthOfNumbers>;
  readonly model: ProgrammeModel;
}

function Months({ months, model }: MonthsProps) {
  const { t } = useLingui();
  return (
    <FrozenMonths
      months={[...months].map(([month, tables]) => ({ month, tables }))}
      icon={<IconChartBar size={44} aria-hidden />}
      label={t`Month`}
      beside={({ month }) => (
        <>
          {model.prints?.some(({ code }) => code === 'monthly') ? (
            <Button
              component={Link}
              to={`/numbers/print/${month}`}
              mb="md"
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
            >
              <Trans>Print the month on one page</Trans>
            </Button>
          ) : null}
          {months.has(lastMonth()) ? null : <Freeze month={lastMonth()} />}
        </>
      )}
    >
      {({ tables }, name) => {
        const { stage, need_domain, group_kind, school } = tables;
        return (
          <>
            {stage === undefined ? null : <Stages table={stage} model={model} month={name} />}
            {need_domain === undefined ? null : (
              <Needs table={need_domain} model={model} month={name} />
            )}
            {group_kind === undefined || group_kind.rows.length === 0 ? null : (
              <Groups table={group_kind} model={model} month={name} />
            )}
            {school === undefined ? null : <SchoolNumbers table={school} month={name} />}
            <OverTime months={months} />
            <ExchangeFiles tables={tables} model={model} month={name} />
            {stage === undefined ? null : <Method table={stage} />}
          </>
        );
      }}
    </FrozenMonths>
  );
}

function Freeze({ month }: { readonly month: Month }) {
  const { i18n } = useLingui();
  const freeze = useFreeze();
  const [problem, setProblem] = useState<Problem>();
  const name = formatPartialDay(i18n.locale, { date: month, precision: 'month' });
  return (
    <div>
      <Button mb="md" variant="default" onClick={async () => setProblem(await freeze(month))}>
        <Trans>Count {name} now</Trans>
      </Button>
      <ProblemText problem={problem} />
    </div>
  );
}

interface TableProps {
  readonly table: FrozenTable;
  readonly model: ProgrammeModel;
  readonly month: string;
}

function Stages({ table, model, month }: TableProps) {
  const { t } = useLingui();
  const label = useLabel();
  const rows = table.rows.map(({ code, people }) => ({ label: label(model.stages, code), people }));
  const top = largest(rows);
  const total = table.total;
  return (
    <Section title={<Trans>Where people stand</Trans>}>
      <p className={styles.summary}>
        {total === null ? (
          <Trans>At the end of {month} there were too few people to show numbers.</Trans>
        ) : (
          <Trans>
            At the end of {month}, about {total} people had a support file.
          </Trans>
        )}{' '}
        {top === undefined ? null : (
          <Trans>
            Most of those shown stood at “{top.label}”: about {top.people}.
          </Trans>
        )}
      </p>
      <Chart rows={rows}>
        <NumberTable
          caption={t`People by stage, end of ${month}`}
          head={t`Stage`}
          rows={rows}
          total={total}
        />
      </Chart>
    </Section>
  );
}

function Needs({ table, model, month }: TableProps) {
  const { t } = useLingui();
  const label = useLabel();
  const rows = table.rows.map(({ code, people }) => ({
    ...{ label: label(model.need_domains, code), people },
  }));
  const top = largest(rows);
  return (
    <Section title={<Trans>What people need</Trans>}>
      <p className={styles.summary}>
        <Trans>
          People in support at the end of {month} who had a need in an area. One person may have
          several, so that these do not add up.
        </Trans>{' '}
        {top === undefined ? (
          <Trans>In no area were there enough people to show a number.</Trans>
        ) : (
          <Trans>
            The most frequent one shown: {top.label}, about {top.people} people.
          </Trans>
        )}
      </p>
      <Chart rows={rows}>
        <NumberTable
          caption={t`People with a need, end of ${month}`}
          head={t`Area`}
          rows={rows}
          total={null}
        />
      </Chart>
    </Section>
  );
}

function Groups({ table, model, month }: TableProps) {
  const { t } = useLingui();
  const label = useLabel();
  const rows = table.rows.map(({ code, people }) => ({
    ...{ label: label(model.group_kinds ?? [], code), people },
  }));
  return (
    <Section title={<Trans>In groups</Trans>}>
      <p className={styles.summary}>
        <Trans>
          People in support at the end of {month} who took part in a group, by its kind. Neighbours
          are not among them.
        </Trans>
      </p>
      <Chart rows={rows}>
        <NumberTable
          caption={t`People in groups, end of ${month}`}
          head={t`Kind`}
          rows={rows}
          total={null}
        />
      </Chart>
    </Section>
  );
}

function Method({ table }: { readonly table: FrozenTable }) {
  const { i18n } = useLingui();
  const { smallest_cell, rounded_to } = table.method;
  const at = formatMoment(i18n.locale, table.made_at);
  return (
    <Notice>
      <Trans>
        Counted once, on {at}, and never changed since. Numbers are rounded to {rounded_to}. “Not
        shown” stands where fewer than {smallest_cell} people, very few families, or all but a few
        would be counted, and where a shown number would let somebody work out another one.
      </Trans>
    </Notice>
  );
}

function largest(rows: ChartProps['rows']): { label: string; people: number } | undefined {
  let top: { label: string; people: number } | undefined;
  for (const { label, people } of rows) {
    if (people !== null && people > (top?.people ?? 0)) top = { label, people };
  }
  return top;
}
