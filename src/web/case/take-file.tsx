import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { useSay } from './use-cases.ts';

/** A worker goes on with a file that she opened and that nobody works on: one tap, while she has room. */
export function TakeFile({ file }: { readonly file: CaseFile }) {
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const files = file.situation.caseload ?? 0;
  async function take() {
    const said = await say('take_file', {});
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div>
      <div className={styles.buttons}>
        <Button onClick={take}>
          <Trans>I will work with this person</Trans>
        </Button>
        <span className={styles.soft}>
          <Trans>Your open files: {files}</Trans>
        </span>
      </div>
      <ProblemText problem={problem} />
    </div>
  );
}
