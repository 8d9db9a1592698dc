import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { FieldProblems, otherProblems } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { SlugField } from './slug-field.tsx';
import { type TitleDraft, TitleFields, writtenTitles } from './title-fields.tsx';
import { useSend } from './use-send.ts';
import { writingLanguage } from './writing-language.ts';

const TAGS = SPOKEN_LANGUAGES;

/** A new row of conferences; from it one goes on to the first of them. */
export function NewSeriesScreen() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { send, problem, busy } = useSend();
  // One id for all tries: sent twice it is one series.
  const [id] = useState(() => uuid());
  const [draft, setDraft] = useState<TitleDraft>({
    ...{ language: writingLanguage(i18n.locale), title: '', titles: {} },
  });
  const [slug, setSlug] = useState('');
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { language, title } = draft;
    const titles = writtenTitles(draft, TAGS);
    const made = await send('POST', '/api/exchange/series', {
      ...{ id, slug: slug.trim(), language, title, titles },
    });
    if (made !== undefined)
      await navigate({ to: '/workspace/conferences/new', search: { series: id } });
  }
  const shown = ['slug', 'language', 'title', ...TAGS.map((tag) => `titles.${tag}`)];
  return (
    <Page
      title={t`New series`}
      intro={
        <Trans>
          Conferences of one series follow one another: what one recommends is reported to the next.
        </Trans>
      }
    >
      <Section title={<Trans>Its name</Trans>}>
        <FieldProblems problem={problem}>
          <form onSubmit={submit} noValidate>
            <Stack>
              <TitleFields
                draft={draft}
                tags={TAGS}
                problem={problem}
                change={(patch) => setDraft({ ...draft, ...patch })}
              />
              <SlugField value={slug} change={setSlug} example="homecoming" />
              <ProblemText problem={otherProblems(problem, shown)} />
              <div>
                <Button type="submit" loading={busy}>
                  <Trans>Make it and go on to its first conference</Trans>
                </Button>
              </div>
            </Stack>
          </form>
        </FieldProblems>
      </Section>
    </Page>
  );
}
