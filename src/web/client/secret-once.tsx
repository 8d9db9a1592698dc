import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import styles from './client.module.css';

interface SecretOnceProps {
  readonly lines: readonly { readonly label: ReactNode; readonly value: string }[];
  readonly done: () => void;
}

/** What is shown this once, to be copied into the other system. */
export function SecretOnce({ lines, done }: SecretOnceProps) {
  return (
    <section className={parts.stack} aria-live="polite">
      <Notice>
        <Trans>
          The secret is shown only now. Copy it into the other system; do not send it by e-mail.
        </Trans>
      </Notice>
      {lines.map(({ label, value }) => (
        <Line key={value} label={label} value={value} />
      ))}
      <div>
        <Button onClick={done}>
          <Trans>I have copied it</Trans>
        </Button>
      </div>
    </section>
  );
}

function Line({ label, value }: SecretOnceProps['lines'][number]) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }
  return (
    <div>
      <div className={parts.soft}>{label}</div>
      <div className={styles.secret}>
        <bdi dir="ltr">{value}</bdi>
        <Button
          variant="default"
          onClick={copy}
          leftSection={
            copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />
          }
        >
          {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
      </div>
    </div>
  );
}
