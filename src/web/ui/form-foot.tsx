import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '#domain/problem.ts';
import { otherProblems } from './field.tsx';
import parts from './parts.module.css';
import { ProblemText } from './problem-text.tsx';

/** The end of a form in `FieldProblems`: what none of its fields says of the problem, and the two ways out. */
export function FormFoot(props: {
  readonly problem: Problem | undefined;
  /** Paths of the fields that show their own part of the problem. */
  readonly paths?: readonly string[];
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** What the first button does; without it "Save". */
  readonly children?: ReactNode;
  readonly close: () => void;
}) {
  const { problem, paths = [], busy = false, disabled = false, children, close } = props;
  return (
    <>
      <ProblemText problem={otherProblems(problem, paths)} />
      <div className={parts.buttons}>
        <Button type="submit" loading={busy} disabled={disabled}>
          {children ?? <Trans>Save</Trans>}
        </Button>
        <Button variant="subtle" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </>
  );
}
