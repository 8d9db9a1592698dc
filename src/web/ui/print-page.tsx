import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import styles from './ui.module.css';

interface PrintPageProps {
  /** A neutral window title: browsers print it at the head of the sheet. */
  readonly title: string;
  /** BCP-47 tag of what is printed, where it differs from the screen. */
  readonly lang?: string;
  readonly children: ReactNode;
}

/** A clean sheet: only its content is printed, without bars, names of the system or addresses. */
export function PrintPage({ title, lang, children }: PrintPageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <article className={styles.print}>
      <div className="no-print">
        <Button
          mb="md"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          <Trans>Print</Trans>
        </Button>
      </div>
      {/* Every language of paper runs from left to right, whatever the screen does. */}
      <div lang={lang} dir={lang === undefined ? undefined : 'ltr'}>
        {children}
      </div>
    </article>
  );
}
