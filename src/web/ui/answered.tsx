import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Asked } from '../ask.ts';
import { ProblemText } from './problem-text.tsx';
import styles from './ui.module.css';
import { Waiting } from './waiting.tsx';

interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  readonly children: (value: T) => ReactNode;
}

/** What the server answered, or a sign of waiting, or what went wrong with a way to ask again. */
export function Answered<T>({ asked, children }: AnsweredProps<T>) {
  const queries = useQueryClient();
  const { value, problem } = asked;
  return (
    <>
      {problem === undefined ? null : (
        <div className={styles.answered}>
          <ProblemText problem={problem} />
          {problem.code === 'gone' || problem.code === 'not_allowed' ? null : (
            <Button mt="sm" variant="default" onClick={() => void queries.refetchQueries()}>
              <Trans>Try again</Trans>
            </Button>
          )}
        </div>
      )}
      {value !== undefined ? children(value) : null}
      {value === undefined && problem === undefined ? <Waiting /> : null}
    </>
  );
}
