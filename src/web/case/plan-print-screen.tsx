import { I18nProvider } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useOpening } from '../device/openings.ts';
import { LANGUAGE_NAMES } from '../language.ts';
import { NotFound } from '../root.tsx';
import { PrintPage } from '../ui/print-page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import styles from './case.module.css';
import { Choice } from './choice.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { useCase } from './use-cases.ts';
import { spokenBy, useI18nOf } from './use-i18n-of.ts';
import { usePrinted } from './use-printed.ts';

/** The plan on one clean sheet in the person's language; nothing on it tells what it belongs to. */
export function PlanPrintScreen() {
  const { id } = useParams({ strict: false });
  const file = useCase(id ?? '');
  const carried = hasCaseload(useMe().role);
  const [chosen, setChosen] = useState<Locale>();
  const locale = chosen ?? spokenBy(file) ?? 'ru';
  const i18n = useI18nOf(locale);
  if (file === undefined || i18n === undefined) return <Waiting />;
  if (file === null || file.state.plan.plan === null) return <NotFound />;
  return (
    <>
      {carried ? <Printed id={file.row.id} /> : <PrintedOverLine id={file.row.id} />}
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
        <Link
          to="/cases/$id/$part"
          params={{ id: file.row.id, part: 'plan' }}
          className={styles.link}
        >
          <Trans>Back to the plan</Trans>
        </Link>
      </div>
      <PrintPage title="1" lang={locale}>
        <I18nProvider i18n={i18n}>
          <PlanSheet file={file} />
        </I18nProvider>
      </PrintPage>
    </>
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
