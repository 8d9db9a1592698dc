import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { InvitationLine } from '#domain/exchange/invitation/invitation-sheet.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { countryName, formatMoment } from '../../ui/format.ts';
import { STATE_NAMES } from './state-names.ts';

/** Letters, each with its number and what came back. */
export function LetterTable(props: {
  readonly rows: readonly InvitationLine[];
  readonly caption: string;
}) {
  const { t, i18n } = useLingui();
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'institution',
          title: t`Institution`,
          cell: ({ id, institution }) => (
            <Link to="/workspace/invitations/$id" params={{ id }}>
              {inLanguage(institution, i18n.locale).text}
            </Link>
          ),
        },
        {
          key: 'country',
          title: t`Country`,
          cell: ({ country }) =>
            country === null ? t`International` : countryName(i18n.locale, country),
        },
        { key: 'number', title: t`Number of the letter`, cell: ({ number }) => number ?? '–' },
        { key: 'state', title: t`Answer`, cell: ({ state }) => i18n._(STATE_NAMES[state]) },
        {
          key: 'at',
          title: t`Last answer`,
          cell: ({ replied_at }) =>
            replied_at === null ? '–' : formatMoment(i18n.locale, replied_at),
        },
        {
          key: 'nominees',
          title: t`People named`,
          number: true,
          cell: ({ nominees }) => nominees,
        },
      ]}
    />
  );
}
