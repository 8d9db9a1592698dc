import { Trans, useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { READER_WORDS } from '../case/case-words.ts';
import { useLabel } from '../case/labels.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { RECEIVER_WORDS } from './model-words.ts';

interface ModelProps {
  readonly model: ProgrammeModel;
}

/** Every area of life that is asked about, with the question and its parts. */
export function ModelNeeds({ model }: ModelProps) {
  const { i18n } = useLingui();
  return (
    <ul className={parts.list}>
      {model.need_domains.map((one) => (
        <li key={one.code}>
          <strong>{labelIn(i18n.locale, one.labels)}</strong>
          <div>{labelIn(i18n.locale, one.question)}</div>
          <div className={parts.soft}>
            {one.subtopics.map((topic) => labelIn(i18n.locale, topic.labels)).join(' · ')}
          </div>
          {one.specialist === null ? null : (
            <div className={parts.soft}>
              <Trans>
                Notes: {i18n._(READER_WORDS[one.specialist]).toLocaleLowerCase(i18n.locale)}
              </Trans>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

type Purpose = ProgrammeModel['consent_purposes'][number];

/** What a person is asked to agree to, for what, and what the law gives anyhow. */
export function ModelPurposes({ model }: ModelProps) {
  const { t, i18n } = useLingui();
  const columns: readonly Column<Purpose>[] = [
    {
      key: 'what',
      title: t`What for`,
      cell: (row) => <strong>{labelIn(i18n.locale, row.labels)}</strong>,
    },
    {
      key: 'question',
      title: t`As it is asked`,
      cell: (row) => labelIn(i18n.locale, row.question),
    },
    { key: 'who', title: t`Who is told`, cell: (row) => i18n._(RECEIVER_WORDS[row.receiver]) },
    {
      key: 'law',
      title: t`By law`,
      cell: (row) => (row.entitlement ? t`due to everybody, also without consent` : '–'),
    },
  ];
  return (
    <>
      <DataTable
        caption={t`Saying no never takes away what is due to somebody by law.`}
        columns={columns}
        rows={model.consent_purposes}
        rowKey={(row) => row.code}
      />
      <h3>
        <Trans>Legal bases without consent</Trans>
      </h3>
      <LegalBases model={model} />
    </>
  );
}

function LegalBases({ model }: ModelProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <ul>
      {model.legal_bases.map((one) => (
        <li key={one.code}>
          {labelIn(i18n.locale, one.labels)}:{' '}
          <span className={parts.soft}>
            {one.purposes.map((code) => label(model.consent_purposes, code)).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function ModelMilestones({ model }: ModelProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <ul>
      {model.milestones.map((one) => {
        const months = one.after?.months ?? 0;
        return (
          <li key={one.code}>
            {labelIn(i18n.locale, one.labels)}{' '}
            <span className={parts.soft}>
              {label(model.need_domains, one.need_domain)}
              {months === 0 ? null : (
                <>
                  {' · '}
                  <Trans>at least {months} months later</Trans>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Why support is completed, by how it ends, and the questions and check-ins that go with it. */
export function ModelEndings({ model }: ModelProps) {
  const { i18n } = useLingui();
  const reasons = (ending: 'planned' | 'abrupt') => (
    <ul>
      {model.closure_reasons
        .filter((one) => one.ending === ending)
        .map((one) => (
          <li key={one.code}>{labelIn(i18n.locale, one.labels)}</li>
        ))}
    </ul>
  );
  const labelled = (list: ProgrammeModel['closing']['feedback_questions']) => (
    <ul>
      {list.map((one) => (
        <li key={one.code}>{labelIn(i18n.locale, one.labels)}</li>
      ))}
    </ul>
  );
  return (
    <div className={parts.pair}>
      <div>
        <h3>
          <Trans>As planned</Trans>
        </h3>
        {reasons('planned')}
        <h3>
          <Trans>Staying in touch</Trans>
        </h3>
        {labelled(model.closing.check_ins)}
      </div>
      <div>
        <h3>
          <Trans>Before its time</Trans>
        </h3>
        {reasons('abrupt')}
        <h3>
          <Trans>What the person is asked at the end</Trans>
        </h3>
        {labelled(model.closing.feedback_questions)}
      </div>
    </div>
  );
}
