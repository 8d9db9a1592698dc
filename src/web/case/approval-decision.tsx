import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm } from './command-form.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

interface ApprovalDecisionProps {
  readonly file: CaseFile;
  readonly approval: CaseFile['state']['approval']['approvals'][string];
}

/** The supervisor's yes, or back with a reason; the rules say who may not (one's own, one's own work). */
export function ApprovalDecision({ file, approval }: ApprovalDecisionProps) {
  const { t } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const { approval_id } = approval;
  if (!may.approve) return null;

  async function approve() {
    const said = await say('approve', { approval_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <>
      <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
        <Button onClick={approve}>
          <Trans>Approve</Trans>
        </Button>
        <CommandForm
          file={file}
          kind="return_approval"
          about={approval_id}
          open={<Trans>Give back</Trans>}
          submit={<Trans>Give back</Trans>}
          initial={{ reason: '' }}
          body={(value) => ({ ...value, approval_id })}
          paths={['reason']}
        >
          {(value, change) => (
            <CaseProse
              file={file}
              path="reason"
              label={t`What is still missing`}
              value={value.reason}
              onChange={(reason) => change({ reason })}
            />
          )}
        </CommandForm>
      </div>
      <ProblemText problem={problem} />
    </>
  );
}
