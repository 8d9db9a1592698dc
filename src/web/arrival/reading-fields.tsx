import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { type ArrivalPlan, type ListColumns, readingChoice } from '#domain/arrival/list.ts';
import styles from './arrival.module.css';

/** How the file is read where the guess was wrong; empty = as guessed. */
export type Reading = NonNullable<ArrivalPlan['reading']>;

interface ReadingFieldsProps {
  readonly found: ListColumns;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
}

const ENCODINGS = { 'utf-8': 'UTF-8', 'windows-1251': 'Windows-1251', 'utf-16le': 'UTF-16' };

/** The sheet of a workbook; letters and separator of a text. */
export function ReadingFields({ found, reading, onChange }: ReadingFieldsProps) {
  const { t } = useLingui();
  const { sheets = [] } = found;
  // An address holds all of it: what is not known there is left as guessed.
  const set = (patch: { [K in keyof Reading]?: string }) => {
    const chosen = readingChoice.safeParse({ ...reading, ...patch });
    if (chosen.success) onChange(chosen.data);
  };
  if (found.format === 'xlsx') {
    if (sheets.length < 2) return null;
    return (
      <NativeSelect
        label={t`Sheet`}
        data={sheets}
        value={reading.sheet ?? sheets[0] ?? ''}
        onChange={(event) => set({ sheet: event.currentTarget.value })}
      />
    );
  }
  const separators = [
    { value: ';', label: t`Semicolon` },
    { value: ',', label: t`Comma` },
    { value: '\t', label: t`Tab` },
  ];
  return (
    <div className={styles.row} style={{ marginBlockEnd: '1rem' }}>
      <NativeSelect
        label={t`Letters of the file`}
        description={t`Choose another one where names cannot be read.`}
        data={Object.entries(ENCODINGS).map(([value, label]) => ({ value, label }))}
        value={reading.encoding ?? found.encoding ?? ''}
        onChange={(event) => set({ encoding: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`What separates the columns`}
        description={t`Choose another one where everything stands in one column.`}
        data={separators}
        value={reading.delimiter ?? found.delimiter ?? ''}
        onChange={(event) => set({ delimiter: event.currentTarget.value })}
      />
    </div>
  );
}
