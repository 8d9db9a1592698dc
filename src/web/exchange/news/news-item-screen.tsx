import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { z } from 'zod';
import { protocolSheet } from '#domain/exchange/invitation/protocol-sheet.ts';
import { type NewsSheet, newsSheet, type QuotationSheet } from '#domain/exchange/news/news.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, FieldProblems } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { APPROVAL_NAMES } from './approval-names.ts';
import { PUBLICATION_NAMES } from './publication-names.ts';

/** One item: its text, the words of speakers in it, and its way to readers. */
export function NewsItemScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/workspace/news/$id' });
  const asked = useAsk(['exchange', 'news', id], `/api/exchange/news/${id}`, newsSheet);
  const sheet = asked.value;
  return (
    <Page
      title={t`News item`}
      heading={sheet && inLanguage(sheet.title, i18n.locale).text}
      intro={sheet && i18n._(PUBLICATION_NAMES[sheet.state])}
      actions={
        <Button component={Link} to="/workspace/news" variant="default">
          <Trans>All news items</Trans>
        </Button>
      }
    >
      <Answered asked={asked}>
        {(found) => (
          <>
            <Section
              title={<Trans>Text</Trans>}
              actions={
                <Button component={Link} to="/workspace/translate" variant="default">
                  <Trans>Put right or translate</Trans>
                </Button>
              }
            >
              <p>
                <strong>{inLanguage(found.lead, i18n.locale).text}</strong>
              </p>
              <p style={{ whiteSpace: 'pre-wrap' }}>{inLanguage(found.body, i18n.locale).text}</p>
            </Section>
            <Section title={<Trans>Words of speakers</Trans>}>
              <p>
                <Trans>
                  They are shown once their speaker has approved them word for word. What is edited
                  waits for a new yes.
                </Trans>
              </p>
              {found.quotations.map((quotation) => (
                <Quotation key={quotation.id} quotation={quotation} news={found.id} />
              ))}
              <NewQuotation sheet={found} />
            </Section>
            <Publishing sheet={found} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Quotation(props: { readonly quotation: QuotationSheet; readonly news: string }) {
  const { quotation, news } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { source, revision, versions } = quotation.words;
  const [lang, setLang] = useState(source);
  const [words, setWords] = useState<string>();
  const [problem, setProblem] = useState<Problem>();

  async function save() {
    const path = `/api/exchange/quotations/${quotation.id}`;
    const body = { language: lang, words: (words ?? '').trim(), seen: revision };
    const reply = await call(path, z.unknown(), { method: 'PUT', body });
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setWords(undefined);
    await queries.invalidateQueries({ queryKey: ['exchange', 'news', news] });
  }

  return (
    <div>
      <p>
        <strong>{quotation.speaker}</strong>
      </p>
      <ul>
        {quotation.versions.map((version) => (
          <li key={version.lang}>
            <span lang={version.lang}>“{version.text}”</span>{' '}
            <small>
              {languageName(i18n.locale, version.lang)} · {i18n._(APPROVAL_NAMES[version.state])}
            </small>
          </li>
        ))}
      </ul>
      {words === undefined ? (
        <Button variant="default" onClick={() => setWords(versions[lang]?.text ?? '')}>
          <Trans>Edit or translate the quotation</Trans>
        </Button>
      ) : (
        <Stack>
          <ChoiceField
            path="language"
            label={t`Language in which you write now`}
            value={lang}
            data={[...new Set([...Object.keys(versions), 'en', 'ru', 'uz-Latn'])].map((value) => ({
              value,
              label: languageName(i18n.locale, value),
            }))}
            onChange={(event) => {
              setLang(event.currentTarget.value);
              setWords(versions[event.currentTarget.value]?.text ?? '');
            }}
          />
          <Textarea
            label={t`Words`}
            lang={lang}
            autosize
            maxLength={1200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ProblemText problem={problem} />
          <Group>
            <Button onClick={() => void save()}>
              <Trans>Save the quotation</Trans>
            </Button>
            <Button variant="default" onClick={() => setWords(undefined)}>
              <Trans>Cancel</Trans>
            </Button>
          </Group>
        </Stack>
      )}
    </div>
  );
}

function NewQuotation({ sheet }: { readonly sheet: NewsSheet }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const lang = sheet.title.source;
  const [speaker, setSpeaker] = useState('');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const guests = useAsk(
    ['exchange', 'protocol', sheet.edition_id, lang],
    `/api/exchange/editions/${sheet.edition_id}/protocol?lang=${lang}`,
    protocolSheet,
    { enabled: sheet.edition_id !== null },
  ).value?.guests;
  // Guests are read by organisers; an editor quotes where an organiser has named the speaker.
  if (guests === undefined) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { id: v7(), participant_id: speaker, language: lang, words: words.trim() };
    const path = `/api/exchange/news/${sheet.id}/quotations`;
    const reply = await call(path, newsSheet, { method: 'POST', body });
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setWords('');
    await queries.invalidateQueries({ queryKey: ['exchange', 'news', sheet.id] });
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <ChoiceField
            path="participant_id"
            label={t`Who said it`}
            value={speaker}
            data={[
              { value: '', label: t`Please choose` },
              ...guests.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setSpeaker(event.currentTarget.value)}
          />
          <Textarea
            label={t`Words`}
            lang={lang}
            autosize
            maxLength={1200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ProblemText problem={problem} />
          <Button type="submit" variant="default" disabled={speaker === '' || words.trim() === ''}>
            <Trans>Add the quotation</Trans>
          </Button>
        </Stack>
      </form>
    </FieldProblems>
  );
}

function Publishing({ sheet }: { readonly sheet: NewsSheet }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  async function ask() {
    const path = `/api/exchange/news/${sheet.id}/publication-request`;
    const reply = await call(path, newsSheet, { method: 'POST', body: { version: sheet.version } });
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'news'] });
  }
  const page = `/exchange/${i18n.locale === 'ar-XB' ? 'en' : i18n.locale}/news/${sheet.slug}`;
  return (
    <Section title={<Trans>Publication</Trans>}>
      <p>
        <Trans>
          A second editor reads the text as it stands now and lets it out or sends it back.
        </Trans>
      </p>
      <ProblemText problem={problem} />
      <Group>
        <Button onClick={() => void ask()} disabled={sheet.state === 'waiting'}>
          <Trans>Put before the second editor</Trans>
        </Button>
        {sheet.state === 'published' ? (
          <Anchor href={page}>
            <Trans>As readers see it</Trans>
          </Anchor>
        ) : null}
      </Group>
    </Section>
  );
}
