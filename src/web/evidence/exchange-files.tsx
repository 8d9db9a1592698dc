import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { exchangeFile } from '#domain/evidence/exchange-file.ts';
import { type FrozenTable, SUBJECTS, type Subject } from '#domain/evidence/frozen-number.ts';
import { useLabel } from '../case/labels.ts';
import { Section } from '../ui/page.tsx';
import { saveCsv } from './csv.ts';
import styles from './evidence.module.css';
import type { MonthOfNumbers } from './use-numbers.ts';

interface ExchangeFilesProps {
  readonly tables: MonthOfNumbers;
  readonly model: ProgrammeModel;
  /** The month as it is read: “October 2026”. */
  readonly month: string;
}

/** Each table of the month as a file that a human may carry to the exchange; nothing leaves by itself. */
export function ExchangeFiles({ tables, model, month }: ExchangeFilesProps) {
  const { t } = useLingui();
  const label = useLabel();
  const names: Readonly<Record<Subject, string>> = {
    stage: t`Where people stand`,
    need_domain: t`What people need`,
    group_kind: t`In groups`,
    school: t`Children and school`,
  };
  const heads: Readonly<Record<Subject, string>> = {
    stage: t`Stage`,
    need_domain: t`Area`,
    group_kind: t`Kind`,
    school: t`School`,
  };
  const labelOf = (subject: Subject) => (code: string) => {
    if (subject === 'stage') return label(model.stages, code);
    if (subject === 'need_domain') return label(model.need_domains, code);
    if (subject === 'group_kind') return label(model.group_kinds ?? [], code);
    return code === 'in_school' ? t`In school` : code === 'not_yet' ? t`Not in school yet` : code;
  };

  function save(table: FrozenTable) {
    const { subject } = table;
    const { smallest_cell, smallest_households, rounded_to } = table.method;
    const rows = exchangeFile(table, {
      described: {
        title: `${names[subject]}, ${month}`,
        method: t`Counted once from all open support files at the end of the month and never changed since. Rounded to ${rounded_to}. Kept back: fewer than ${smallest_cell} people or ${smallest_households} households, all but a few, and what would let somebody work out another number.`,
        denominators:
          subject === 'school'
            ? t`All children of school age in support at the end of the month.`
            : t`All people in support at the end of the month.`,
        source: t`The programme’s own frozen numbers`,
        period: month,
        geography: t`The whole country`,
      },
      head: [t`Month`, heads[subject], t`People`],
      everybody: t`Everybody`,
      label: labelOf(subject),
    });
    saveCsv(`${subject.replace('_', '-')}-${table.month.slice(0, 7)}.csv`, rows);
  }

  return (
    <Section title={<Trans>For the exchange (HXL)</Trans>}>
      <p className={styles.summary}>
        <Trans>
          The same numbers as files that other countries can read, with how they were counted.
          Nothing is sent from here: whoever publishes a file carries it over, and a second person
          there looks at it.
        </Trans>
      </p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.6rem' }}>
        {SUBJECTS.map((subject) => {
          const table = tables[subject];
          // Where every number is kept back there is nothing to carry over.
          if (table === undefined || table.rows.every(({ people }) => people === null)) return null;
          return (
            <Button
              key={subject}
              variant="default"
              leftSection={<IconFileExport size={20} aria-hidden />}
              onClick={() => save(table)}
            >
              {names[subject]}
            </Button>
          );
        })}
      </div>
    </Section>
  );
}
