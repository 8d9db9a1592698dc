import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from './complaint.module.css';

/** The code, once. Whoever has it can read the answer and write again. */
export function CodeShown({ code }: { readonly code: string }) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.stack}>
      <Title order={2} ref={heading} tabIndex={-1}>
        <Trans>We have received your words</Trans>
      </Title>
      <p className={styles.plain}>
        <Trans>With this code you read the answer here. It is shown only now: write it down.</Trans>
      </p>
      <output className={styles.code} aria-label={t`Your code`}>
        <bdi>{code}</bdi>
      </output>
      <p className={styles.plain}>
        <Trans>
          Keep it where nobody else finds it. Whoever has the code can read the answer. Without it
          we cannot find your words for you again.
        </Trans>
      </p>
    </div>
  );
}
