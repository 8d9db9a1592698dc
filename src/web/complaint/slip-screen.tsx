import { Trans, useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { COMPLAINT_ABOUT } from '#domain/complaint/complaint.ts';
import { QrImage } from '../account/qr-image.tsx';
import parts from '../case/case.module.css';
import { PrintPage } from '../ui/print-page.tsx';
import styles from './complaint.module.css';
import { ABOUT_WORDS } from './complaint-words.ts';

const LINES = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** A slip to take along or to write on; it does not say whose it is nor what for. */
export function SlipScreen() {
  const { t, i18n } = useLingui();
  const address = `${location.origin}/say`;
  return (
    <>
      <div className="no-print" style={{ padding: '1rem' }}>
        <Link to="/complaint" className={parts.link}>
          <Trans>Back</Trans>
        </Link>
      </div>
      <PrintPage title={t`Your opinion`}>
        <Title order={1}>
          <Trans>Tell us how it was</Trans>
        </Title>
        <p>
          <Trans>
            You may say what was wrong, in any language, yourself or through somebody you trust.
            Whatever you say, you keep every help that you have a right to.
          </Trans>
        </p>
        <p>
          <Trans>
            On a telephone: open <bdi>{address}</bdi> and write or speak. You get a code with which
            you read the answer there.
          </Trans>
        </p>
        <QrImage text={address} label={t`The address as a picture`} />
        <p>
          <Trans>On paper: write here, close it, and give it to whomever you trust.</Trans>
        </p>
        <ul className={styles.boxes}>
          {COMPLAINT_ABOUT.map((about) => (
            <li key={about}>{i18n._(ABOUT_WORDS[about])}</li>
          ))}
        </ul>
        <div className={styles.lines} aria-hidden>
          {LINES.map((line) => (
            <hr key={line} />
          ))}
        </div>
        <p>
          <Trans>How the answer reaches me safely:</Trans>
        </p>
        <div className={styles.lines} aria-hidden>
          <hr />
          <hr />
        </div>
      </PrintPage>
    </>
  );
}
