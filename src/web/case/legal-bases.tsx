import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Many } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** What a law allows or asks for without consent, kept apart from it. */
export function LegalBases({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const { legal_bases, consent_purposes } = file.model;
  const bases = Object.values(file.state.basis.records);
  const day = (value: string) => formatDay(i18n.locale, value);
  return (
    <Section title={<Trans>Legal basis</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          What the law gives everybody goes on without consent: papers, school, clinic, benefit.
        </Trans>
      </p>
      <ul className={styles.list}>
        {bases.map((basis) => (
          <li key={basis.basis_id}>
            <strong>{label(legal_bases, basis.code)}</strong>
            <div>
              {basis.article} ·{' '}
              {basis.purposes.map((code) => label(consent_purposes, code)).join(', ')}
            </div>
            <div className={styles.soft}>
              {basis.until === undefined ? (
                <Trans>from {day(basis.from)}</Trans>
              ) : (
                <Trans>
                  from {day(basis.from)} until {day(basis.until)}
                </Trans>
              )}
            </div>
          </li>
        ))}
      </ul>
      {may.append && legal_bases.length > 0 ? <BasisForm file={file} /> : null}
    </Section>
  );
}

function BasisForm({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const { legal_bases, consent_purposes } = file.model;
  const initial = {
    ...{ code: legal_bases[0]?.code ?? '', article: '', note: '' },
    ...{ purposes: [] as string[], from: file.situation.today, until: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="record_legal_basis"
      open={<Trans>Write down a legal basis</Trans>}
      initial={initial}
      body={(value) => ({
        ...value,
        basis_id: uuid(),
        note: given(value.note),
        until: given(value.until),
      })}
      paths={['code', 'article', 'purposes', 'from', 'until', 'note']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="code"
            label={t`Kind`}
            value={value.code}
            data={legal_bases.map(({ code }) => ({ value: code, label: label(legal_bases, code) }))}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <TextField
            path="article"
            label={t`Law and article`}
            value={value.article}
            onChange={(event) => change({ article: event.currentTarget.value })}
          />
          <Many
            path="purposes"
            legend={<Trans>What is it for?</Trans>}
            options={consent_purposes.map(({ code }) => ({
              value: code,
              label: label(consent_purposes, code),
            }))}
            value={value.purposes}
            onChange={(purposes) => change({ purposes })}
          />
          <div className={styles.pair}>
            <DayField
              path="from"
              label={t`From`}
              value={value.from}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
            <DayField
              path="until"
              label={t`Until (may stay empty)`}
              value={value.until}
              onChange={(event) => change({ until: event.currentTarget.value })}
            />
          </div>
          <CaseProse
            file={file}
            path="note"
            label={t`Note`}
            value={value.note}
            onChange={(note) => change({ note })}
          />
        </>
      )}
    </CommandForm>
  );
}
