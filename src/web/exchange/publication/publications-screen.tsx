import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { PUBLICATION_STATES, SUBJECT_KINDS } from '#domain/exchange/publication/publication.ts';
import { useAskPages } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { KIND_WORDS, PUBLICATION_STATE_WORDS } from './publication-words.ts';

export const publicationLine = z.object({
  ...{ id: z.uuid(), subject_kind: z.enum(SUBJECT_KINDS), subject_id: z.uuid() },
  ...{ version: z.number(), title: z.string(), state: z.enum(PUBLICATION_STATES) },
  ...{ asked_at: z.string(), decided_at: z.string().nullable() },
  taken_down_at: z.string().nullable(),
  ...{ asked_by: z.string().nullable(), decided_by: z.string().nullable() },
  ...{ taken_down_by: z.string().nullable(), own: z.boolean(), found: z.number() },
});
type Line = z.infer<typeof publicationLine>;
const lines = z.object({ rows: z.array(publicationLine), next: z.string().nullable() });

/** The second editors' desk: what waits to go out, what is out, what was taken down. */
export function PublicationsScreen() {
  const { t, i18n } = useLingui();
  const [state, setState] = useState<Line['state']>('waiting');
  const asked = useAskPages<Line>(
    ['exchange', 'publications', state],
    (after) =>
      `/api/exchange/publications?state=${state}${after === null ? '' : `&after=${after}`}`,
    lines,
  );
  return (
    <Page
      title={t`Second look`}
      intro={
        <Trans>Nothing goes out by the hand that asked for it. Please look for people in it.</Trans>
      }
      wide
    >
      <Section title={<Trans>What is shown</Trans>}>
        <ChoiceField
          mb="md"
          path="state"
          aria-label={t`What is shown`}
          value={state}
          data={PUBLICATION_STATES.map((value) => ({
            value,
            label: i18n._(PUBLICATION_STATE_WORDS[value]),
          }))}
          onChange={(event) => setState(event.currentTarget.value as Line['state'])}
        />
        <Answered asked={asked}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<IconEyeCheck size={44} aria-hidden />}
                title={<Trans>Nothing here</Trans>}
              />
            ) : (
              <>
                <DataTable
                  caption={t`Texts at the desk`}
                  rows={rows}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'title',
                      title: t({ message: 'Title', context: 'of a practice' }),
                      cell: (row) => (
                        <Link to="/workspace/publications/$id" params={{ id: row.id }}>
                          {row.title}
                        </Link>
                      ),
                    },
                    {
                      key: 'kind',
                      title: t`Kind`,
                      cell: (row) => i18n._(KIND_WORDS[row.subject_kind]),
                    },
                    { key: 'by', title: t`Asked by`, cell: (row) => row.asked_by },
                    {
                      key: 'at',
                      title: t`Day of the request`,
                      cell: (row) => formatMoment(i18n.locale, row.asked_at),
                    },
                    { key: 'found', title: t`Findings`, cell: (row) => row.found, number: true },
                  ]}
                />
                {asked.more ? (
                  <Button variant="default" mt="sm" loading={asked.busy} onClick={asked.showMore}>
                    <Trans>Show more</Trans>
                  </Button>
                ) : null}
              </>
            )
          }
        </Answered>
      </Section>
    </Page>
  );
}
