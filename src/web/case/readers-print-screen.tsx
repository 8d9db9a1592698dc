import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { type reading, readings } from '#domain/access/read-log.ts';
import type { Role } from '#domain/access/role.ts';
import { useAsk } from '../ask.ts';
import { BackToFile } from '../print/back-to-file.tsx';
import { PrintFrame } from '../print/print-frame.tsx';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { Waiting } from '../ui/waiting.tsx';
import sheet from './plan-sheet.module.css';
import { useCase } from './use-cases.ts';
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
  const asked = useAsk(['readings', id], `/api/cases/${id}/readings`, readings);
  if (file === undefined) return <Waiting />;
  return (
    // The server has logged this reading with its reply.
    <PrintFrame spoken={file?.person?.languages ?? []} back={<BackToFile id={id} part="wishes" />}>
      <Answered asked={asked}>{({ readings: rows }) => <Sheet rows={rows} />}</Answered>
    </PrintFrame>
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
      <table className={sheet.table}>
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
