import { I18nProvider } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import type { Assistance } from '#domain/case/assistance.ts';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useOpening } from '../device/openings.ts';
import { LANGUAGE_NAMES } from '../language.ts';
import { NotFound } from '../root.tsx';
import { formatDay } from '../ui/format.ts';
import { PrintPage } from '../ui/print-page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { givenText } from './assistance-words.ts';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { Choice } from './choice.tsx';
import { useLabel } from './labels.ts';
import { personName } from './person-name.ts';
import sheet from './plan-sheet.module.css';
import { useCase } from './use-cases.ts';
import { spokenBy, useI18nOf } from './use-i18n-of.ts';
import { useOrganisations } from './use-organisations.ts';
import { usePrinted } from './use-printed.ts';

/** A slip that whoever received something signs. It names no programme, and its address says nothing. */
export function SlipScreen() {
  const { id = '', given } = useParams({ strict: false });
  const file = useCase(id);
  const carried = hasCaseload(useMe().role);
  const [chosen, setChosen] = useState<Locale>();
  const locale = chosen ?? spokenBy(file) ?? 'ru';
  const i18n = useI18nOf(locale);
  if (file === undefined || i18n === undefined) return <Waiting />;
  const entry = given === undefined ? undefined : file?.state.assistance.given[given];
  if (file === null || entry === undefined || entry.withdrawn !== null) return <NotFound />;
  return (
    <>
      {carried ? <Printed id={id} /> : <PrintedOverLine id={id} />}
      <div
        className={`${styles.stack} no-print`}
        style={{ padding: '1rem', maxInlineSize: '46rem', marginInline: 'auto' }}
      >
        <Choice
          path="locale"
          legend={<Trans>Language of the sheet</Trans>}
          options={LOCALES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
          value={locale}
          onChange={setChosen}
        />
        <Link to="/cases/$id/$part" params={{ id, part: 'assistance' }} className={styles.link}>
          <Trans>Back to the file</Trans>
        </Link>
      </div>
      <PrintPage title="1" lang={locale}>
        <I18nProvider i18n={i18n}>
          <Slip file={file} entry={entry} />
        </I18nProvider>
      </PrintPage>
    </>
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

function Printed({ id }: { readonly id: string }) {
  useOpening(id, 'printed');
  return null;
}

function PrintedOverLine({ id }: { readonly id: string }) {
  usePrinted(id);
  return null;
}
