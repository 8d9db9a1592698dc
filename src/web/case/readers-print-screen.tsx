import { I18nProvider } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { type reading, readings } from '#domain/access/read-log.ts';
import type { Role } from '#domain/access/role.ts';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import { useAsk } from '../ask.ts';
import { LANGUAGE_NAMES } from '../language.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { PrintPage } from '../ui/print-page.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import styles from './case.module.css';
import { Choice } from './choice.tsx';
import { useCase } from './use-cases.ts';
import { spokenBy, useI18nOf } from './use-i18n-of.ts';
import { useNames } from './use-names.ts';

type Reading = z.infer<typeof reading>;

/**
 * Who has opened the file, on a sheet for its person in their language: role and organisation, day, how
 * often; no name of a worker, nothing that tells what the sheet belongs to. What child protection keeps
 * out of it does not arrive here. Comes over the line only.
 */
export function ReadersPrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  const [chosen, setChosen] = useState<Locale>();
  const locale = chosen ?? spokenBy(file) ?? 'ru';
  const i18n = useI18nOf(locale);
  const asked = useAsk(['readings', id], `/api/cases/${id}/readings`, readings);
  return (
    <>
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
        <Link to="/cases/$id/$part" params={{ id, part: 'wishes' }} className={styles.link}>
          <Trans>Back to the file</Trans>
        </Link>
      </div>
      <Answered asked={asked}>
        {({ readings: rows }) =>
          i18n === undefined ? null : (
            <PrintPage title="1" lang={locale}>
              <I18nProvider i18n={i18n}>
                <Sheet rows={rows} />
              </I18nProvider>
            </PrintPage>
          )
        }
      </Answered>
    </>
  );
}

const keyOf = (row: Reading) => `${row.on_day}${row.role}${row.organisation_id ?? ''}`;

/** The sheet does not tell one way of looking from another: a line for each day and reader. */
function byReader(rows: readonly Reading[]): readonly Reading[] {
  const lines = new Map<string, Reading>();
  for (const row of rows) {
    const times = row.times + (lines.get(keyOf(row))?.times ?? 0);
    lines.set(keyOf(row), { ...row, times });
  }
  return [...lines.values()];
}

function Sheet({ rows }: { readonly rows: readonly Reading[] }) {
  const { i18n } = useLingui();
  const names = useNames();
  return (
    <>
      <h1>
        <Trans>Who, and when</Trans>
      </h1>
      <table className={styles.sheetTable}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Day</Trans>
            </th>
            <th scope="col">
              <Trans>Who</Trans>
            </th>
            <th scope="col">
              <Trans>How often</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {byReader(rows).map((row) => (
            <tr key={keyOf(row)}>
              <td>{formatDay(i18n.locale, row.on_day)}</td>
              <td>
                {i18n._(ROLE_NAMES[row.role as Role])}
                {row.organisation_id === null
                  ? null
                  : ` · ${names.organisation(row.organisation_id) ?? ''}`}
              </td>
              <td>{row.times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
