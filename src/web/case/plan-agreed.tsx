import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { useTeller } from './use-teller.ts';

/** Whether the person agreed, whether a copy was given, and whether a supervisor has looked. */
export function PlanAgreed({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const say = useSay(file);
  const may = useMay(file);
  const teller = useTeller(file);
  const [problem, setProblem] = useState<Problem>();
  const { plan } = file.state.plan;
  if (plan === null) return null;
  const approved = file.state.approval.approved.plan === plan.by;
  const own = { yes: t`Yes`, no: t`No`, not_asked: t`Not asked` };

  async function giveCopy(planId: string) {
    const said = await say('give_plan_copy', { plan_id: planId });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div style={{ marginBlockStart: '1.25rem' }}>
      <dl className={styles.facts}>
        <dt>
          <Trans>Agreed by the person</Trans>
        </dt>
        <dd>{plan.agreed_by_person ? <Trans>Yes</Trans> : <Trans>Not yet</Trans>}</dd>
        {plan.own_agreement === undefined ? null : (
          <>
            <dt>
              <Trans>The child’s own agreement</Trans>
            </dt>
            <dd>{own[plan.own_agreement]}</dd>
          </>
        )}
        <dt>
          <Trans>Copy given</Trans>
        </dt>
        <dd>{plan.copy_given ? <Trans>Yes</Trans> : <Trans>Not yet</Trans>}</dd>
        <dt>
          <Trans>Supervisor</Trans>
        </dt>
        <dd>
          {approved ? <Trans>has approved this version</Trans> : <Trans>not yet approved</Trans>}
        </dd>
        <dt>
          <Trans>Version</Trans>
        </dt>
        <dd>
          {plan.version} · {teller.byFact(plan.by)}
        </dd>
      </dl>
      {may.append && !plan.copy_given ? (
        <Button mt="sm" variant="default" onClick={() => void giveCopy(plan.plan_id)}>
          <Trans>Copy was given</Trans>
        </Button>
      ) : null}
      <ProblemText problem={problem} />
    </div>
  );
}
