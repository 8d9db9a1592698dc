import { Trans, useLingui } from '@lingui/react/macro';
import { IconListDetails } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ArrivalListHead, arrivalLists } from '#domain/arrival/list.ts';
import { useAsk } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { formatMoment, formatNumber } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import uiStyles from '../ui/ui.module.css';
import { Upload } from './upload.tsx';
import { STATE_WORDS } from './words.ts';

/** The intake officer's arrival lists, and the way in for a new one. */
export function ListsScreen() {
  const { t } = useLingui();
  const asked = useAsk(['arrival-lists'], '/api/arrival-lists', arrivalLists);
  return (
    <Page
      title={t`Arrival lists`}
      intro={<Trans>People who come home, each with a support file of their own.</Trans>}
    >
      <Answered asked={asked}>
        {({ lists, may_upload }) => (
          <>
            {may_upload ? (
              <Section title={<Trans>New list</Trans>}>
                <Upload />
              </Section>
            ) : null}
            <Section title={<Trans>Lists so far</Trans>}>
              {lists.length === 0 ? (
                <EmptyState
                  icon={<IconListDetails size={44} aria-hidden />}
                  title={<Trans>No list yet</Trans>}
                />
              ) : (
                <Lists lists={lists} />
              )}
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Lists({ lists }: { readonly lists: readonly ArrivalListHead[] }) {
  const { t, i18n } = useLingui();
  const columns: readonly Column<ArrivalListHead>[] = [
    {
      key: 'uploaded',
      title: t`Uploaded`,
      cell: (list) => (
        <Link to="/arrivals/$id" params={{ id: list.id }} className={uiStyles.rowLink}>
          {formatMoment(i18n.locale, list.uploaded_at)}
        </Link>
      ),
    },
    { key: 'state', title: t`State`, cell: (list) => i18n._(STATE_WORDS[list.state]) },
    {
      key: 'people',
      title: t`People`,
      number: true,
      cell: (list) => (list.rows_done === 0 ? '–' : formatNumber(i18n.locale, list.rows_done)),
    },
  ];
  return (
    <DataTable
      caption={t`Arrival lists, newest first`}
      columns={columns}
      rows={lists}
      rowKey={(list) => list.id}
    />
  );
}
