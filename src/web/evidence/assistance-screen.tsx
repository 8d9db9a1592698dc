import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconHeartHandshake, IconTableExport } from '@tabler/icons-react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import {
  type AssistanceMonth,
  type AssistanceRow,
  frozenAssistance,
} from '#domain/evidence/assistance-numbers.ts';
import { useAsk } from '../ask.ts';
import { useLabel } from '../case/labels.ts';
import { type OrganisationRow, useOrganisations } from '../directory/use-directory.ts';
import { Answered } from '../ui/answered.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { formatMoment, formatMoney, formatNumber, labelIn } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import { Notice } from '../ui/problem-text.tsx';
import { saveCsv } from './csv.ts';
import { FrozenMonths } from './frozen-months.tsx';
import { useModel } from './use-numbers.ts';

/** What was given in a month, by who paid and what for; no name, no district, no small cell. */
export function AssistanceScreen() {
  const { t } = useLingui();
  const asked = useAsk(['numbers', 'assistance'], '/api/numbers/assistance', frozenAssistance);
  const model = useModel();
  const organisations = useOrganisations();
  return (
    <Page
      title={t`Assistance given`}
      intro={<Trans>What was written down in each month. No names, no districts.</Trans>}
      wide
    >
      <Answered asked={asked}>
        {({ months }) => (
          <Answered asked={model}>
            {(found) => (
              <Answered asked={organisations}>
                {(known) => <Months months={months} model={found} organisations={known} />}
              </Answered>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

interface MonthsProps {
  readonly months: readonly AssistanceMonth[];
  readonly model: ProgrammeModel;
  readonly organisations: readonly OrganisationRow[];
}

/** A line of the table as it stands on the screen and in the file: a payer, what for, how much. */
interface Line {
  readonly key: string;
  readonly payer: string;
  readonly as: string;
  readonly kind: string;
  readonly people: string;
  readonly amount: string;
  readonly currency: string;
  readonly shown: string;
}

function Months({ months, model, organisations }: MonthsProps) {
  const { t } = useLingui();
  const linesOf = useLines(model, organisations);
  return (
    <FrozenMonths
      months={months}
      icon={<IconHeartHandshake size={44} aria-hidden />}
      label={t`Month`}
      beside={(month) =>
        month.rows.length === 0 ? null : (
          <SaveAsCsv month={month} lines={month.rows.flatMap(linesOf)} />
        )
      }
    >
      {(month, name) => (
        <>
          <Tables rows={month.rows.map(linesOf)} name={name} />
          <Method month={month} />
        </>
      )}
    </FrozenMonths>
  );
}

/** The lines of one payer and currency, with all of it together at the end. */
function useLines(model: ProgrammeModel, organisations: readonly OrganisationRow[]) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const payerOf = (id: string | null) => {
    if (id === null) return t`Payers who are in no directory`;
    const known = organisations.find((one) => one.id === id);
    return known === undefined ? t`An organisation unknown here` : labelIn(i18n.locale, known.name);
  };
  return (row: AssistanceRow): Line[] => {
    const { payer_id, given_as, currency, cells, total } = row;
    const line = (kind: string, people: number | null, amount: string | null): Line => ({
      key: `${payer_id} ${given_as} ${currency} ${kind}`,
      ...{ payer: payerOf(payer_id), as: given_as === 'money' ? t`Money` : t`Goods, by worth` },
      ...{ kind, currency, amount: amount ?? t`not shown` },
      people: people === null ? t`not shown` : formatNumber(i18n.locale, people),
      shown: amount === null ? t`not shown` : formatMoney(i18n.locale, { amount, currency }),
    });
    return [
      ...cells.map(({ kind, people, amount }) =>
        line(label(model.assistance?.kinds ?? [], kind), people, amount),
      ),
      line(t`All together`, total?.people ?? null, total?.amount ?? null),
    ];
  };
}

interface SaveProps {
  readonly month: AssistanceMonth;
  readonly lines: readonly Line[];
}

function SaveAsCsv({ month, lines }: SaveProps) {
  const { t } = useLingui();
  const save = () => {
    const head = [t`Who paid`, t`Money or goods`, t`What for`, t`People`, t`Amount`, t`Currency`];
    saveCsv(`${month.month.slice(0, 7)}.csv`, [
      head,
      ...lines.map(({ payer, as, kind, people, amount, currency }) => [
        ...[payer, as, kind, people, amount, currency],
      ]),
    ]);
  };
  return (
    <Button
      mb="md"
      variant="default"
      leftSection={<IconTableExport size={20} aria-hidden />}
      onClick={save}
    >
      <Trans>Save as CSV</Trans>
    </Button>
  );
}

interface TablesProps {
  readonly rows: readonly (readonly Line[])[];
  readonly name: string;
}

function Tables({ rows, name }: TablesProps) {
  const { t } = useLingui();
  const columns: readonly Column<Line>[] = [
    { key: 'kind', title: t`What for`, cell: ({ kind }) => kind },
    { key: 'people', title: t`People`, cell: ({ people }) => people, number: true },
    { key: 'amount', title: t`Amount`, cell: ({ shown }) => shown, number: true },
  ];
  if (rows.length === 0) {
    return (
      <p>
        <Trans>Nothing was written down in this month.</Trans>
      </p>
    );
  }
  return rows.map((lines) => {
    const [first] = lines;
    const title = `${first?.payer} · ${first?.as} · ${first?.currency}`;
    return (
      <Section key={first?.key} title={title}>
        <DataTable caption={name} columns={columns} rows={lines} rowKey={({ key }) => key} />
      </Section>
    );
  });
}

function Method({ month }: { readonly month: AssistanceMonth }) {
  const { i18n } = useLingui();
  const { smallest_cell, rounded_to } = month.method;
  const at = formatMoment(i18n.locale, month.made_at);
  return (
    <Notice>
      <Trans>
        Counted once, on {at}, by the day on which it was written down, and never changed since.
        People are rounded to {rounded_to}. “Not shown” stands where fewer than {smallest_cell}{' '}
        people, very few families or mostly one person were given something, and where a shown sum
        would let somebody work out another one. Goods without a worth are not counted.
      </Trans>
    </Notice>
  );
}
