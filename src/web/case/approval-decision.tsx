import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { authorsOf, pinOf } from '#domain/case/approvable.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { problemMessage } from '../problem-messages.ts';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm } from './command-form.tsx';
import { NotAsked, StillOpen } from './still-open.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

interface ApprovalDecisionProps {
  readonly file: CaseFile;
  readonly approval: CaseFile['state']['approval']['approvals'][string];
}

/** The supervisor's yes, or back with a reason; the rules say who may not (one's own, one's own work). */
export function ApprovalDecision({ file, approval }: ApprovalDecisionProps) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const { approval_id } = approval;
  const against = standsAgainst(file, approval, me.id);
  if (!may.approve) return null;
  if (against === 'own_proposal') return <Notice>{i18n._(problemMessage(against))}</Notice>;

  async function approve() {
    const said = await say('approve', { approval_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <>
      {approval.kind === 'closure' ? <StillOpen file={file} /> : null}
      {approval.kind === 'assessment' ? <NotAsked file={file} /> : null}
      {against === null ? null : <Notice>{i18n._(problemMessage(against))}</Notice>}
      <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
        {against === null ? (
          <Button onClick={approve}>
            <Trans>Approve</Trans>
          </Button>
        ) : null}
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
              description={t`Your worker reads this together with the proposal.`}
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

/** Why this reader cannot approve it, said before anybody tries; the rules decide again when it is said. */
function standsAgainst(
  file: CaseFile,
  { kind, pin, proposed_by }: ApprovalDecisionProps['approval'],
  reader: string,
): ProblemCode | null {
  if (proposed_by === reader) return 'own_proposal';
  if (pinOf(file.state, kind) !== pin) return 'approval_outdated';
  return authorsOf(file.state, kind).includes(reader) ? 'own_work' : null;
}
