import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { Assistance } from '#domain/case/assistance.ts';
import { BackToFile } from '../print/back-to-file.tsx';
import { PrintFrame } from '../print/print-frame.tsx';
import { NotFound } from '../root.tsx';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { givenText } from './assistance-words.ts';
import type { CaseFile } from './case-file.ts';
import { useLabel } from './labels.ts';
import { personName } from './person-name.ts';
import sheet from './plan-sheet.module.css';
import { useCase } from './use-cases.ts';
import { useOrganisations } from './use-organisations.ts';

/** A slip that whoever received something signs. It names no programme, and its address says nothing. */
export function SlipScreen() {
  const { id = '', given } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  const entry = given === undefined ? undefined : file?.state.assistance.given[given];
  if (file === null || entry === undefined || entry.withdrawn !== null) return <NotFound />;
  return (
    <PrintFrame
      spoken={file.person?.languages ?? []}
      caseId={id}
      back={<BackToFile id={id} part="assistance" />}
    >
      <Slip file={file} entry={entry} />
    </PrintFrame>
  );
}

interface SlipProps {
  readonly file: CaseFile;
  readonly entry: Assistance;
}

function Slip({ file, entry }: SlipProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const organisations = useOrganisations();
  const { payer, received } = entry;
  const paid =
    payer.name ?? organisations.find(({ id }) => id === payer.organisation_id)?.name ?? '';
  return (
    <div className={sheet.sheet} data-sheet>
      <header className={sheet.head}>
        <h1>
          <Trans>Receipt</Trans>
        </h1>
        <span>{formatDay(i18n.locale, entry.on)}</span>
      </header>
      <dl className={styles.facts}>
        <dt>
          <Trans>Received by</Trans>
        </dt>
        <dd>{received.name ?? personName(file.person)}</dd>
        <dt>
          <Trans>What</Trans>
        </dt>
        <dd>
          {label(file.model.assistance?.kinds ?? [], entry.kind)}:{' '}
          <strong>{givenText(i18n.locale, entry)}</strong>
        </dd>
        <dt>
          <Trans>From whom</Trans>
        </dt>
        <dd>{paid}</dd>
      </dl>
      <p style={{ marginBlockStart: '3rem' }}>
        <Trans>Signature of who received it</Trans>: ______________________________
      </p>
      <p style={{ marginBlockStart: '2.5rem' }}>
        <Trans>Signature of who handed it over</Trans>: ______________________________
      </p>
    </div>
  );
}
