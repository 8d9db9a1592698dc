import { Trans, useLingui } from '@lingui/react/macro';
import { IconConfetti } from '@tabler/icons-react';
import { v7 as uuid } from 'uuid';
import { documentKinds } from '#domain/case/document-kind.ts';
import { documentsOf } from '#domain/case/document-state.ts';
import { milestonesOf } from '#domain/case/milestone.ts';
import { isOffered, layoutOf } from '#domain/print/layout.ts';
import { PrintLink } from '../print/print-link.tsx';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseLine, CaseProse } from './case-prose.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** What the person has reached: papers, school, work, a home, giving something back. */
export function MilestonesSection({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const { milestones } = file.model;
  const certificate = layoutOf(file.model, 'certificate');
  const reached = milestonesOf(file.state.milestone).toReversed();
  const documents = documentsOf(file.state.document);
  const paperOf = (id: string) => {
    const paper = documents.find(({ milestone_id }) => milestone_id === id);
    return paper === undefined ? null : label(documentKinds(file.model), paper.kind);
  };
  return (
    <Section title={<Trans>Milestones</Trans>}>
      {reached.length === 0 ? (
        <EmptyState
          icon={<IconConfetti size={44} aria-hidden />}
          title={<Trans>Nothing written down yet</Trans>}
        >
          <Trans>Small things count: a paper in hand, the first day at school.</Trans>
        </EmptyState>
      ) : null}
      <ul className={styles.list}>
        {reached.map((one) => (
          <li key={one.milestone_id}>
            <strong>{label(milestones, one.code)}</strong> {paperOf(one.milestone_id)}{' '}
            <span className={styles.soft}>{formatDay(i18n.locale, one.on)}</span>
            {one.words === undefined ? null : <p className={styles.quote}>{one.words}</p>}
            {one.evidence === undefined ? null : (
              <div className={styles.soft}>
                <Trans>Known from: {one.evidence}</Trans>
              </div>
            )}
            {may.append && isOffered(certificate, one.code) ? (
              <div>
                <PrintLink file={file} about={one.milestone_id}>
                  <Trans>Print a certificate</Trans>
                </PrintLink>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {may.append ? (
        <CommandForm
          file={file}
          kind="reach_milestone"
          open={<Trans>Write down a milestone</Trans>}
          initial={{
            ...{ code: milestones[0]?.code ?? '', on: file.situation.today },
            ...{ words: '', evidence: '' },
          }}
          body={(value) => ({
            ...value,
            milestone_id: uuid(),
            words: given(value.words),
            evidence: given(value.evidence),
          })}
          paths={['code', 'on', 'words', 'evidence']}
        >
          {(value, change) => (
            <>
              <ChoiceField
                path="code"
                label={t`What was reached`}
                value={value.code}
                data={milestones.map(({ code }) => ({
                  value: code,
                  label: label(milestones, code),
                }))}
                onChange={(event) => change({ code: event.currentTarget.value })}
              />
              <DayField
                path="on"
                label={t`Day`}
                value={value.on}
                onChange={(event) => change({ on: event.currentTarget.value })}
              />
              <CaseLine
                file={file}
                path="evidence"
                label={t`How it is known (may stay empty)`}
                description={t`For example: I saw the certificate. Never a copy of it.`}
                value={value.evidence}
                onChange={(text) => change({ evidence: text })}
              />
              <CaseProse
                file={file}
                path="words"
                label={t`In a few words, if it helps`}
                value={value.words}
                onChange={(words) => change({ words })}
              />
            </>
          )}
        </CommandForm>
      ) : null}
    </Section>
  );
}
