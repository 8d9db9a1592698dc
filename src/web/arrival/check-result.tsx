import type { MessageDescriptor } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ListReport } from '#domain/arrival/list.ts';
import { LIKENESS_WORDS } from '../people/words.ts';
import { type Column, DataTable, More, usePages } from '../ui/data-table.tsx';
import { formatNumber } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from './arrival.module.css';
import { FIELD_WORDS, ISSUE_WORDS, LEVEL_WORDS, NOTICE_WORDS, TOPIC_WORDS } from './words.ts';

/** What a check found: numbers, problems by row, families, likely doubles. Rows, not people. */
export function CheckResult({ report }: { readonly report: ListReport }) {
  return (
    <>
      <Section title={<Trans>The list in numbers</Trans>}>
        <Numbers counts={report.counts} />
        <LeftOut columns={report.columns} />
      </Section>
      <Section title={<Trans>To look at, by row</Trans>}>
        <Problems problems={report.problems} />
      </Section>
      <Families families={report.families} />
      <Doubles report={report} />
    </>
  );
}

function Numbers({ counts }: { readonly counts: ListReport['counts'] }) {
  const { t, i18n } = useLingui();
  const shown: readonly (readonly [string, number])[] = [
    [t`Rows`, counts.rows],
    [t`Can be imported`, counts.ready + counts.check],
    [t`Cannot be imported`, counts.refused],
    [t`Wait for an answer`, counts.waits],
    [t`Adults`, counts.adults],
    [t`Children`, counts.children],
    [t`Age not clear`, counts.age_unclear],
    [t`Families`, counts.families],
    [t`Children without parental care`, counts.children_without_parental_care],
    [t`Alike on the list`, counts.likely_duplicates],
    [t`Like somebody known already`, counts.known_before],
  ];
  return (
    <dl className={styles.numbers}>
      {shown.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatNumber(i18n.locale, count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Columns of which nothing is kept; what may never be kept says why. */
function LeftOut({ columns: { forbidden, dropped } }: Pick<ListReport, 'columns'>) {
  const { i18n } = useLingui();
  if (forbidden.length + dropped.length === 0) return null;
  return (
    <ul className={styles.left}>
      {forbidden.map(({ column, topic }) => (
        <li key={column}>
          <Trans>
            Column {column + 1}, never imported: {i18n._(TOPIC_WORDS[topic])}
          </Trans>
        </li>
      ))}
      {dropped.length === 0 ? null : (
        <li>
          <Plural
            value={dropped.length}
            one="# other column was left out. Nothing of it is kept."
            other="# other columns were left out. Nothing of them is kept."
          />
        </li>
      )}
    </ul>
  );
}

type Group = ListReport['problems'][number];

function Problems({ problems }: { readonly problems: readonly Group[] }) {
  const { t, i18n } = useLingui();
  if (problems.length === 0) return <EmptyState title={<Trans>Nothing to look at</Trans>} />;
  const columns: readonly Column<Group>[] = [
    { key: 'what', title: t`What`, cell: (one) => i18n._(ISSUE_WORDS[one.code]) },
    {
      key: 'field',
      title: t`Where`,
      cell: (one) => (one.field === undefined ? '–' : i18n._(FIELD_WORDS[one.field])),
    },
    { key: 'level', title: t`What follows`, cell: (one) => i18n._(LEVEL_WORDS[one.level]) },
    {
      key: 'count',
      title: t`Rows`,
      number: true,
      cell: (one) => formatNumber(i18n.locale, one.count),
    },
    { key: 'rows', title: t`Which rows`, cell: (one) => <RowNumbers rows={one.rows} /> },
  ];
  return (
    <DataTable
      caption={t`Rows are counted as in the file.`}
      columns={columns}
      rows={problems}
      rowKey={(one) => `${one.code} ${one.column ?? ''}`}
    />
  );
}

function RowNumbers({ rows }: { readonly rows: readonly number[] }) {
  const shown = rows.slice(0, 12).join(', ');
  return <>{rows.length > 12 ? `${shown} …` : shown}</>;
}

function Families({ families }: { readonly families: ListReport['families'] }) {
  const { t, i18n } = useLingui();
  const noticed = families.filter((family) => family.notices.length > 0);
  const { shown, more, showMore } = usePages(noticed, 10);
  if (noticed.length === 0) return null;
  type Family = (typeof noticed)[number];
  const columns: readonly Column<Family>[] = [
    { key: 'rows', title: t`Rows`, cell: (family) => <RowNumbers rows={family.rows} /> },
    {
      key: 'notice',
      title: t`What to look at`,
      cell: (family) =>
        [...new Set(family.notices.map((one) => one.code))]
          .map((code) => i18n._(NOTICE_WORDS[code]))
          .join('; '),
    },
    { key: 'adults', title: t`Adults`, number: true, cell: (family) => family.adults },
    { key: 'children', title: t`Children`, number: true, cell: (family) => family.children },
  ];
  return (
    <Section title={<Trans>Families to look at</Trans>}>
      <DataTable
        caption={t`Families with a child without a parent, or with something unclear`}
        columns={columns}
        rows={shown}
        rowKey={(family) => String(family.rows[0])}
      />
      <More shown={shown.length} total={noticed.length} more={more} onMore={showMore} />
    </Section>
  );
}

interface Alike {
  readonly key: string;
  readonly where: string;
  readonly level: 'likely' | 'possible';
  readonly reasons: readonly string[];
}

function Doubles({ report }: { readonly report: ListReport }) {
  const { t, i18n } = useLingui();
  const all: readonly Alike[] = [
    ...report.known_before.map(({ row, level, reasons }, at) => ({
      key: `known ${row} ${at}`,
      where: t`Row ${row} and somebody known already`,
      ...{ level, reasons },
    })),
    ...report.duplicates.map(({ rows: [one, other], level, reasons }) => ({
      key: `${one} ${other}`,
      where: t`Rows ${one} and ${other}`,
      ...{ level, reasons },
    })),
  ];
  const { shown, more, showMore } = usePages(all, 10);
  if (all.length === 0) return null;
  const columns: readonly Column<Alike>[] = [
    { key: 'where', title: t`Where`, cell: (one) => one.where },
    {
      key: 'level',
      title: t`How sure`,
      cell: (one) => (one.level === 'likely' ? t`likely` : t`possible`),
    },
    {
      key: 'why',
      title: t`Why`,
      cell: (one) =>
        one.reasons
          .flatMap((code) => {
            const words = (LIKENESS_WORDS as Partial<Record<string, MessageDescriptor>>)[code];
            return words === undefined ? [] : [i18n._(words)];
          })
          .join('; '),
    },
  ];
  return (
    <Section title={<Trans>Who may be one person</Trans>}>
      <p className={styles.soft}>
        <Trans>They are imported all the same; after that you decide about each pair.</Trans>
      </p>
      <DataTable
        caption={t`Likely doubles, the surest first`}
        columns={columns}
        rows={shown}
        rowKey={(one) => one.key}
      />
      <More shown={shown.length} total={all.length} more={more} onMore={showMore} />
    </Section>
  );
}
