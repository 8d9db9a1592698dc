import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type EvidenceLine, evidenceLines } from '#domain/exchange/evidence/evidence-table.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { EVIDENCE_STATE_WORDS } from './state-words.ts';

/** Every evidence table that this person works on, and where it stands. */
export function EvidenceListScreen() {
  const { t } = useLingui();
  const [after, setAfter] = useState(0);
  const asked = useAsk(
    ['exchange', 'evidence', after],
    `/api/exchange/evidence?after=${after}`,
    evidenceLines,
  );
  return (
    <Page
      title={t`Evidence tables`}
      intro={
        <Trans>
          Tables of numbers in which nobody can be seen. A file is checked, then a second person
          publishes it.
        </Trans>
      }
      actions={
        <Button
          component={Link}
          to="/workspace/evidence/new"
          leftSection={<IconPlus size={20} aria-hidden />}
        >
          <Trans>Add a table</Trans>
        </Button>
      }
      wide
    >
      <Answered asked={asked}>
        {({ tables, more }) =>
          tables.length === 0 ? (
            <EmptyState
              icon={<IconTable size={44} aria-hidden />}
              title={<Trans>There is no table yet</Trans>}
            />
          ) : (
            <Section title={<Trans>All tables</Trans>}>
              <Tables tables={tables} />
              <Button.Group mt="md">
                {after === 0 ? null : (
                  <Button variant="default" onClick={() => setAfter(Math.max(0, after - 50))}>
                    <Trans>Newer ones</Trans>
                  </Button>
                )}
                {more ? (
                  <Button variant="default" onClick={() => setAfter(after + 50)}>
                    <Trans>Older ones</Trans>
                  </Button>
                ) : null}
              </Button.Group>
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}

function Tables({ tables }: { readonly tables: readonly EvidenceLine[] }) {
  const { t, i18n } = useLingui();
  const columns: Column<EvidenceLine>[] = [
    {
      key: 'title',
      title: t({ message: 'Table', context: 'of numbers' }),
      cell: ({ id, title }) => (
        <Link to="/workspace/evidence/$id" params={{ id }}>
          {inLanguage(title, i18n.locale).text}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t`State`,
      cell: ({ state }) => i18n._(EVIDENCE_STATE_WORDS[state]),
    },
    {
      key: 'number',
      title: t({ message: 'Version', context: 'of a table' }),
      number: true,
      cell: ({ number }) => number,
    },
    {
      key: 'uploaded',
      title: t`Uploaded`,
      cell: ({ uploaded_at }) => formatMoment(i18n.locale, uploaded_at),
    },
  ];
  return (
    <DataTable
      caption={t`Evidence tables`}
      columns={columns}
      rows={tables}
      rowKey={({ id }) => id}
    />
  );
}
