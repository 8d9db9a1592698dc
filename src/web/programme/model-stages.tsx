import { Trans, useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { requirementWords } from '../case/case-words.ts';
import { useLabel } from '../case/labels.ts';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import styles from './programme.module.css';

/** The way through the programme, stage by stage, with what each one asks for before the next. */
export function ModelStages({ model }: { readonly model: ProgrammeModel }) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <ol className={styles.path}>
      {model.stages.map((stage, index) => {
        const approval = model.approvals.find((one) => one.code === stage.approval);
        const by = approval === undefined ? '' : i18n._(ROLE_NAMES[approval.by]);
        const what = approval === undefined ? '' : label(model.approvals, approval.code);
        return (
          <li key={stage.code} className={styles.stage} data-phase={stage.phase}>
            <h3>
              {index + 1}. {labelIn(i18n.locale, stage.labels)}
            </h3>
            {stage.leave.length === 0 ? (
              <p className={parts.soft}>
                <Trans>Nothing is asked for here.</Trans>
              </p>
            ) : (
              <ul>
                {stage.leave.map((one) => (
                  <li key={one}>{i18n._(requirementWords(one))}</li>
                ))}
              </ul>
            )}
            {approval === undefined ? null : (
              <p className={parts.soft}>
                <Trans>
                  Approved: {what} ({by})
                </Trans>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
