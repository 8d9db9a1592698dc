import { Trans, useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import {
  AFTERWARDS_WORDS,
  APPLIES_WORDS,
  FROM_WORDS,
  RETENTION_UNITS,
  UNIT_WORDS,
} from './model-words.ts';

type Timer = ProgrammeModel['timers'][number];
type Retention = ProgrammeModel['retention'][number];
interface ModelProps {
  readonly model: ProgrammeModel;
}

/** By when what is done, for whom, and where the figure comes from. */
export function ModelTimers({ model }: ModelProps) {
  const { t, i18n } = useLingui();
  const columns: readonly Column<Timer>[] = [
    {
      key: 'what',
      title: t`What`,
      cell: (row) => <strong>{labelIn(i18n.locale, row.labels)}</strong>,
    },
    {
      key: 'time',
      title: t`Within`,
      cell: (row) => `${row.amount} ${i18n._(UNIT_WORDS[row.unit])}`,
    },
    { key: 'whom', title: t`For`, cell: (row) => i18n._(APPLIES_WORDS[row.applies_to]) },
    {
      key: 'told',
      title: t`Told when late`,
      cell: (row) => (row.escalate_to === undefined ? '–' : i18n._(ROLE_NAMES[row.escalate_to])),
    },
    { key: 'source', title: t`Source`, cell: (row) => <Source of={row} /> },
  ];
  return (
    <DataTable
      caption={t`A mark says whether the source was read and says this figure itself.`}
      columns={columns}
      rows={model.timers}
      rowKey={(row) => row.code}
    />
  );
}

/** How long each kind of record is kept, and what happens then. */
export function ModelRetention({ model }: ModelProps) {
  const { t, i18n } = useLingui();
  const columns: readonly Column<Retention>[] = [
    {
      key: 'what',
      title: t`What`,
      cell: (row) => <strong>{labelIn(i18n.locale, row.labels)}</strong>,
    },
    {
      key: 'time',
      title: t`Kept`,
      cell: (row) => {
        const age = row.child_until_age ?? 0;
        return (
          <>
            {row.amount} {i18n._(RETENTION_UNITS[row.unit])} {i18n._(FROM_WORDS[row.from])}
            {age === 0 ? null : (
              <div className={parts.soft}>
                <Trans>of a child at least until the age of {age}</Trans>
              </div>
            )}
          </>
        );
      },
    },
    { key: 'then', title: t`Then`, cell: (row) => i18n._(AFTERWARDS_WORDS[row.afterwards]) },
    { key: 'source', title: t`Source`, cell: (row) => <Source of={row} /> },
  ];
  return (
    <DataTable
      caption={t`When the time is over, this happens without anybody asking for it.`}
      columns={columns}
      rows={model.retention}
      rowKey={(row) => row.category}
    />
  );
}

interface SourceProps {
  readonly of: { readonly source_citation: string; readonly verified: boolean };
}

/** Where a figure comes from, and whether somebody has read it there. */
export function Source({ of }: SourceProps) {
  return (
    <div>
      <span className={parts.tag} data-tone={of.verified ? 'some' : undefined}>
        {of.verified ? <Trans>read in the source</Trans> : <Trans>not verified</Trans>}
      </span>
      <div
        className={parts.soft}
        lang="en"
        dir="ltr"
        style={{ textAlign: 'start', overflowWrap: 'anywhere' }}
      >
        {of.source_citation}
      </div>
    </div>
  );
}
