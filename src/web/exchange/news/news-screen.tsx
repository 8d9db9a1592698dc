import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Textarea } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { z } from 'zod';
import { NEWS_KINDS, newsLine, newsSheet } from '#domain/exchange/news/news.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ChoiceField, FieldProblems, TextField } from '../../ui/field.tsx';
import { formatMoment, languageName } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { EditionChoice, useEditionChoice } from '../edition-choice.tsx';
import { NEWS_KIND_NAMES, PUBLICATION_NAMES } from './publication-names.ts';

const list = z.object({ news: z.array(newsLine), more: z.boolean() });

/** News as editors work on them. */
export function NewsScreen() {
  const { t, i18n } = useLingui();
  const [writing, setWriting] = useState(false);
  const asked = useAsk(['exchange', 'news'], '/api/exchange/news', list);
  return (
    <Page
      title={t`News`}
      intro={<Trans>Press releases and communiqués; a second editor lets them out.</Trans>}
      actions={
        <Button onClick={() => setWriting(true)}>
          <Trans>Write news</Trans>
        </Button>
      }
      wide
    >
      {writing ? <NewsForm done={() => setWriting(false)} /> : null}
      <Answered asked={asked}>
        {({ news }) =>
          news.length === 0 ? (
            <EmptyState title={<Trans>There is no news yet</Trans>} />
          ) : (
            <DataTable
              caption={t`News of the exchange`}
              rows={news}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t`Title`,
                  cell: ({ id, title }) => (
                    <Link to="/workspace/news/$id" params={{ id }}>
                      {inLanguage(title, i18n.locale).text}
                    </Link>
                  ),
                },
                { key: 'kind', title: t`Kind`, cell: ({ kind }) => i18n._(NEWS_KIND_NAMES[kind]) },
                {
                  key: 'state',
                  title: t`State`,
                  cell: ({ state }) => i18n._(PUBLICATION_NAMES[state]),
                },
                {
                  key: 'unapproved',
                  title: t`Quotations without approval`,
                  number: true,
                  cell: ({ unapproved }) => unapproved,
                },
                {
                  key: 'at',
                  title: t`Written`,
                  cell: ({ created_at }) => formatMoment(i18n.locale, created_at),
                },
              ]}
            />
          )
        }
      </Answered>
    </Page>
  );
}

function NewsForm({ done }: { readonly done: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const choice = useEditionChoice('organiser', 'editor');
  const [id] = useState(() => v7());
  const [kind, setKind] = useState<string>('press_release');
  const [language, setLanguage] = useState('en');
  const [words, setWords] = useState({ title: '', lead: '', body: '' });
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { title, lead, body } = words;
    const reply = await call('/api/exchange/news', newsSheet, {
      method: 'POST',
      body: {
        ...{ id, edition_id: choice.edition?.id ?? null, kind, language },
        ...{ title: title.trim(), lead: lead.trim(), body: body.trim() },
      },
    });
    if (!reply.ok) return setProblem(reply.problem);
    done();
    await navigate({ to: '/workspace/news/$id', params: { id } });
  }

  return (
    <Section title={<Trans>Write news</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <EditionChoice choice={choice} />
            <ChoiceField
              path="kind"
              label={t`Kind`}
              value={kind}
              data={NEWS_KINDS.map((value) => ({ value, label: i18n._(NEWS_KIND_NAMES[value]) }))}
              onChange={(event) => setKind(event.currentTarget.value)}
            />
            <ChoiceField
              path="language"
              label={t`Language in which you write now`}
              value={language}
              data={(choice.edition?.languages ?? ['en']).map((value) => ({
                value,
                label: languageName(i18n.locale, value),
              }))}
              onChange={(event) => setLanguage(event.currentTarget.value)}
            />
            <TextField
              path="title"
              label={t`Title`}
              lang={language}
              value={words.title}
              onChange={(event) => setWords({ ...words, title: event.currentTarget.value })}
            />
            <TextField
              path="lead"
              label={t`Lead`}
              description={t`One or two sentences that say it all.`}
              lang={language}
              value={words.lead}
              onChange={(event) => setWords({ ...words, lead: event.currentTarget.value })}
            />
            <Textarea
              label={t`Text`}
              description={t`An empty line begins a new paragraph.`}
              lang={language}
              autosize
              minRows={6}
              maxLength={8000}
              value={words.body}
              onChange={(event) => setWords({ ...words, body: event.currentTarget.value })}
            />
            <ProblemText problem={problem} />
            <Button type="submit">
              <Trans>Save the news</Trans>
            </Button>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}
