import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { PrintPage } from '../ui/print-page.tsx';
import { Notice } from '../ui/problem-text.tsx';
import ui from '../ui/ui.module.css';
import styles from './accounts.module.css';

interface CodeSheetProps {
  readonly name: string;
  readonly code: string;
  readonly expires_at: string;
  /** Where the sheet came from; the code is gone then. */
  readonly back: () => void;
}

/** What is printed and handed over. It names no programme and no role: sheets lie on desks. */
export function CodeSheet({ name, code, expires_at, back }: CodeSheetProps) {
  const { t, i18n } = useLingui();
  const until = formatMoment(i18n.locale, expires_at);
  const address = `${location.origin}/invitation`;
  return (
    <div className={ui.page}>
      <div className={`${parts.stack} no-print`} style={{ marginBlockEnd: '1.1rem' }}>
        <Notice>
          <Trans>This code is shown only now. Print it and give it to {name} by hand.</Trans>
        </Notice>
        <div className={parts.buttons}>
          <Button component={Link} to="/accounts" variant="default">
            <Trans>All accounts</Trans>
          </Button>
          <Button variant="subtle" onClick={back}>
            <Trans>Back</Trans>
          </Button>
        </div>
      </div>
      <PrintPage title={t`Your account`}>
        <div className={styles.sheet}>
          <h1>{name}</h1>
          <ol>
            <li>
              <Trans>
                Open this address: <bdi>{address}</bdi>
              </Trans>
            </li>
            <li>
              <Trans>Type this code:</Trans>
              <bdi className={styles.code}>{code}</bdi>
            </li>
            <li>
              <Trans>Choose a user name and a password of your own.</Trans>
            </li>
          </ol>
          <p>
            <Trans>The code works once, until {until}. Destroy this sheet afterwards.</Trans>
          </p>
        </div>
      </PrintPage>
    </div>
  );
}
