import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { may } from '#domain/access/rights.ts';
import { type DocumentKind, documentKindOf, documentKinds } from '#domain/case/document-kind.ts';
import { documentsOf, isUnderWay } from '#domain/case/document-state.ts';
import { hasCaseload } from '../device/caseload.ts';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';
import { useLabel } from './labels.ts';

/** Begins an application: which paper, with what is usual for it. */
export function DocumentBegin({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const { role } = file.situation;
  const open = documentsOf(file.state.document).filter(isUnderWay);
  // Legal matters are said where they are read: over the line, by whoever reads that part.
  const legal = !hasCaseload(role) && may(role, 'append', 'legal');
  const all = documentKinds(file.model);
  const kinds = all.filter(
    ({ code, compartment }) =>
      (compartment === 'general' || legal) && !open.some(({ kind }) => kind === code),
  );
  const [first] = kinds;
  if (first === undefined) return null;
  return (
    <CommandForm
      file={file}
      kind="begin_document"
      variant="filled"
      open={<Trans>Apply for a paper</Trans>}
      initial={{ kind: first.code }}
      body={({ kind }) => ({
        ...{ document_id: uuid(), kind },
        compartment: documentKindOf(file.model, kind)?.compartment ?? 'general',
      })}
      paths={['kind']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="kind"
            label={t`Which paper`}
            value={value.kind}
            data={kinds.map(({ code }) => ({ value: code, label: label(all, code) }))}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          />
          <Usual kind={documentKindOf(file.model, value.kind)} kinds={all} />
        </>
      )}
    </CommandForm>
  );
}

/** Who gives it, how long it usually takes and what it costs: figures to look up, not promises. */
export function Usual(props: {
  readonly kind: DocumentKind | null;
  readonly kinds: readonly DocumentKind[];
}) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { kind, kinds } = props;
  if (kind === null) return null;
  const office = labelIn(i18n.locale, kind.office);
  const days = kind.usual_days;
  const fee = kind.fee === undefined ? null : feeText(i18n.locale, kind.fee);
  const before = kind.waits_for.map((code) => label(kinds, code)).join(', ');
  return (
    <div className={styles.soft}>
      {office}. <Trans>Usually {days} days.</Trans>{' '}
      {fee === null ? <Trans>No fee.</Trans> : <Trans>Fee: {fee}.</Trans>}
      {before === '' ? null : (
        <div>
          <Trans>Usually asked for first: {before}.</Trans>
        </div>
      )}
      {kind.verified ? null : (
        <div>
          <Trans>These figures were not checked: ask at the office.</Trans>
        </div>
      )}
    </div>
  );
}

/** A fee as people there write it. */
export function feeText(locale: string, fee: NonNullable<DocumentKind['fee']>): string {
  const tag = locale === 'ar-XB' ? 'en' : locale;
  return `${new Intl.NumberFormat(tag).format(fee.amount)} ${fee.currency}`;
}
