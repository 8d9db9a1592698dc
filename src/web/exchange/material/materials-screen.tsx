import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, FileInput, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { z } from 'zod';
import {
  MATERIAL_ACCESS,
  type MaterialLine,
  materialLine,
} from '#domain/exchange/material/material.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ChoiceField, FieldProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { EditionChoice, KeptEditions, useEditionChoice } from '../edition-choice.tsx';
import { PUBLICATION_NAMES } from '../news/publication-names.ts';
import { useParticipant } from '../use-participant.ts';
import { ACCESS_NAMES } from './access-names.ts';
import { ProceedingsSection } from './proceedings-section.tsx';

const list = z.object({ materials: z.array(materialLine), more: z.boolean() });

/** Slides and papers of an edition as far as one may read them; organisers add and let out. */
export function MaterialsScreen() {
  const { t } = useLingui();
  const me = useParticipant();
  const choice = useEditionChoice(
    ...(['organiser', 'editor', 'reviewer', 'moderator', 'interpreter'] as const),
    ...(['speaker', 'attendee', 'delegate'] as const),
  );
  return (
    <Page title={t`Materials`} wide>
      <Answered asked={choice.asked}>
        {() =>
          choice.edition === undefined ? (
            <EmptyState title={<Trans>There is nothing here for you yet</Trans>} />
          ) : (
            <>
              <EditionChoice choice={choice} />
              <KeptEditions choice={choice}>
                {({ id, slug, languages }) => {
                  const staff = me.holds(id, 'organiser', 'editor');
                  return (
                    <>
                      <Materials edition={id} languages={languages} staff={staff} />
                      {staff ? <ProceedingsSection edition={id} slug={slug} /> : null}
                    </>
                  );
                }}
              </KeptEditions>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Materials(props: {
  readonly edition: string;
  readonly languages: readonly string[];
  readonly staff: boolean;
}) {
  const { edition, languages, staff } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const asked = useAsk(
    ['exchange', 'materials', edition],
    `/api/exchange/editions/${edition}/materials`,
    list,
  );

  async function step(id: string, name: 'publication-request' | 'withdraw') {
    const path = `/api/exchange/materials/${id}/${name}`;
    const reply = await call(path, materialLine, { method: 'POST', body: {} });
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'materials'] });
  }

  const may = (one: MaterialLine) => (staff || one.own) && one.withdrawn_at === null;
  return (
    <Section title={<Trans>Slides and papers</Trans>}>
      <ProblemText problem={problem} />
      <Answered asked={asked}>
        {({ materials }) =>
          materials.length === 0 ? (
            <EmptyState title={<Trans>There are no materials yet</Trans>} />
          ) : (
            <DataTable
              caption={t`Materials of this conference`}
              rows={materials}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t`Title`,
                  cell: ({ id, title }) => (
                    <Anchor href={`/api/exchange/materials/${id}/file`}>
                      {inLanguage(title, i18n.locale).text}
                    </Anchor>
                  ),
                },
                {
                  key: 'language',
                  title: t`Language`,
                  cell: ({ language }) => languageName(i18n.locale, language),
                },
                {
                  key: 'access',
                  title: t`Who may read it`,
                  cell: ({ access }) => i18n._(ACCESS_NAMES[access]),
                },
                {
                  key: 'state',
                  title: t`State`,
                  cell: ({ state, withdrawn_at }) =>
                    withdrawn_at === null ? i18n._(PUBLICATION_NAMES[state]) : t`Taken back`,
                },
                {
                  key: 'steps',
                  title: t`Steps`,
                  cell: (one) =>
                    may(one) ? (
                      <Group>
                        {one.state === 'published' || one.state === 'waiting' ? null : (
                          <Button
                            size="compact-md"
                            onClick={() => void step(one.id, 'publication-request')}
                          >
                            <Trans>Put before the second editor</Trans>
                          </Button>
                        )}
                        <Button
                          size="compact-md"
                          variant="default"
                          onClick={() => void step(one.id, 'withdraw')}
                        >
                          <Trans>Take it back</Trans>
                        </Button>
                      </Group>
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          )
        }
      </Answered>
      {staff ? <HandIn edition={edition} languages={languages} /> : null}
    </Section>
  );
}

function HandIn(props: { readonly edition: string; readonly languages: readonly string[] }) {
  const { edition, languages } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [access, setAccess] = useState<string>('registered');
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (file === null) return;
    setBusy(true);
    const form = new FormData();
    const fields = { id: v7(), edition_id: edition, title: title.trim(), language, access };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('title_language', language);
    form.append('file', file);
    const reply = await call('/api/exchange/materials', materialLine, {
      ...{ method: 'POST', body: form, patience: 300_000 },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setTitle('');
    setFile(null);
    await queries.invalidateQueries({ queryKey: ['exchange', 'materials'] });
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <TextField
            path="title"
            label={t`Title of the material`}
            lang={language}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <ChoiceField
            path="language"
            label={t`Language`}
            value={language}
            data={languages.map((value) => ({ value, label: languageName(i18n.locale, value) }))}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          />
          <ChoiceField
            path="access"
            label={t`Who may read it`}
            value={access}
            // Without a session there are no speakers of it.
            data={MATERIAL_ACCESS.filter((one) => one !== 'speakers').map((value) => ({
              value,
              label: i18n._(ACCESS_NAMES[value]),
            }))}
            onChange={(event) => setAccess(event.currentTarget.value)}
          />
          <FileInput
            label={t`File`}
            description={t`PDF, PNG or JPEG, at most 20 MB. Its own name is not kept.`}
            accept="application/pdf,image/png,image/jpeg"
            value={file}
            onChange={setFile}
          />
          <ProblemText problem={problem} />
          <Button type="submit" loading={busy} disabled={file === null || title.trim() === ''}>
            <Trans>Hand in</Trans>
          </Button>
        </Stack>
      </form>
    </FieldProblems>
  );
}
