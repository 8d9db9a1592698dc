import { useLingui } from '@lingui/react/macro';
import type { z } from 'zod';
import type { readLogEntry } from '#domain/access/read-log.ts';
import { role as roles } from '#domain/access/role.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { formatMoment, formatNumber } from '../ui/format.ts';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { ACTION_WORDS } from './log-words.ts';

type Entry = z.infer<typeof readLogEntry>;

/** Lines of the read log: workers by name, files by number, participants never. */
export function LogTable(props: { readonly caption: string; readonly rows: readonly Entry[] }) {
  const { t, i18n } = useLingui();
  const roleOf = (code: string) => {
    const known = roles.safeParse(code);
    return known.success ? i18n._(ROLE_NAMES[known.data]) : code;
  };
  const actionOf = (code: string) => {
    const known = Object.entries(ACTION_WORDS).find(([action]) => action === code);
    return known === undefined ? code : i18n._(known[1]);
  };
  const columns: readonly Column<Entry>[] = [
    { key: 'at', title: t`When`, cell: (row) => formatMoment(i18n.locale, row.at) },
    { key: 'who', title: t`Who`, cell: (row) => row.name ?? t`Somebody who has left` },
    { key: 'role', title: t`Role`, cell: (row) => roleOf(row.role) },
    { key: 'action', title: t`What`, cell: (row) => actionOf(row.action) },
    { key: 'number', title: t`Support file`, cell: (row) => row.number ?? '–' },
    {
      key: 'rows',
      title: t`Rows`,
      number: true,
      cell: (row) => (row.rows === null ? '–' : formatNumber(i18n.locale, row.rows)),
    },
  ];
  return (
    <DataTable
      caption={props.caption}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
    />
  );
}
