import { Trans, useLingui } from '@lingui/react/macro';
import { type DocumentKind, documentKinds } from '#domain/case/document-kind.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { feeText } from '../case/document-begin.tsx';
import { labelOf, useLabel } from '../case/labels.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { MODEL_READERS } from './model-readers.ts';
import { Source } from './model-times.tsx';

/** Every paper of the programme: who gives it, what it costs and takes, and what it waits for. */
export function ModelDocuments({ model }: { readonly model: ProgrammeModel }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const kinds = documentKinds(model);
  const columns: readonly Column<DocumentKind>[] = [
    {
      key: 'what',
      title: t`Paper`,
      cell: (row) => (
        <>
          <strong>{labelIn(i18n.locale, row.labels)}</strong>
          {row.compartment === 'general' ? null : (
            <div className={parts.soft}>{i18n._(MODEL_READERS[row.compartment])}</div>
          )}
          {row.result_only ? (
            <div className={parts.soft}>
              <Trans>only the result is kept</Trans>
            </div>
          ) : null}
        </>
      ),
    },
    { key: 'office', title: t`Who gives it`, cell: (row) => labelIn(i18n.locale, row.office) },
    {
      key: 'fee',
      title: t`Fee`,
      cell: (row) => (row.fee === undefined ? '–' : feeText(i18n.locale, row.fee)),
    },
    { key: 'days', title: t`Usual days`, cell: (row) => row.usual_days },
    { key: 'appeal', title: t`Days for an appeal`, cell: (row) => row.appeal_days },
    {
      key: 'waits',
      title: t`Waits for`,
      cell: (row) =>
        row.waits_for.map((code) => labelOf(i18n.locale, kinds, code)).join(', ') || '–',
    },
    {
      key: 'source',
      title: t`Source`,
      cell: (row) => <Source of={row} />,
    },
  ];
  if (model.documents === undefined) return <p className={parts.soft}>–</p>;
  const days = model.documents.appeal_reminder_days;
  const reasons = model.documents.refusal_reasons;
  return (
    <>
      <DataTable
        caption={t`Days and fees are only proposed in forms; what an office says counts.`}
        columns={columns}
        rows={kinds}
        rowKey={(row) => row.code}
      />
      <p>
        <Trans>An appeal is on the list {days} days before its last day.</Trans>
      </p>
      <h3>
        <Trans>Why an office says no</Trans>
      </h3>
      <ul>
        {reasons.map(({ code }) => (
          <li key={code}>{label(reasons, code)}</li>
        ))}
      </ul>
    </>
  );
}
