import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Stack } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import { ChoiceField, FieldProblems, otherProblems } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import type { editionLine } from '../start-screen.tsx';
import { useParticipant } from '../use-participant.ts';
import { type CopyDraft, CopyFields } from './copy-fields.tsx';
import { EditionDays } from './edition-days.tsx';
import { LanguagesField } from './languages-field.tsx';
import { type HostDraft, NewHosts } from './new-hosts.tsx';
import { Prose } from './proposal-form.tsx';
import { SlugField } from './slug-field.tsx';
import { TitleFields, writtenTitles } from './title-fields.tsx';
import { useSend } from './use-send.ts';
import { writingLanguage } from './writing-language.ts';

interface Series {
  readonly id: string;
  readonly slug: string;
  readonly title: Wording;
}

interface NewEditionFormProps {
  readonly series: readonly Series[];
  readonly editions: readonly z.infer<typeof editionLine>[];
  /** The id of the series that one comes from, or ''. */
  readonly wanted: string;
}

/** Everything that a new conference begins with, sent in one piece; its logos follow. */
export function NewEditionForm({ series, editions, wanted }: NewEditionFormProps) {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const navigate = useNavigate();
  const { send, problem, busy } = useSend();
  const [id] = useState(() => uuid());
  const first = series.find((one) => one.id === wanted) ?? series[0];
  const ofSeries = (chosen: string) => editions.filter((one) => one.series_id === chosen);
  const nextSlug = (chosen: string) => {
    const found = series.find((one) => one.id === chosen);
    return found === undefined ? '' : `${found.slug}-${ofSeries(chosen).length + 1}`;
  };
  const copyOf = (chosen: string): CopyDraft => ({
    from: ofSeries(chosen)[0]?.id ?? '',
    parts: ['rooms', 'tracks'],
  });
  const [draft, setDraft] = useState({
    ...{ series_id: first?.id ?? '', slug: nextSlug(first?.id ?? '') },
    ...{ language: writingLanguage(i18n.locale), title: '', titles: {}, lead: '' },
    ...{ starts_on: '', ends_on: '', time_zone: me.time_zone, contact: '' },
    languages: ['en', 'ru', 'uz-Latn'],
  });
  const [hosts, setHosts] = useState<readonly HostDraft[]>([]);
  const [copy, setCopy] = useState(() => copyOf(first?.id ?? ''));
  const [made, setMade] = useState(false);
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const tags = [...new Set([draft.language, ...draft.languages])];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await send('POST', '/api/exchange/editions', {
      ...{ ...draft, id, about: null, state: 'draft', titles: writtenTitles(draft, tags) },
      ...{ slug: draft.slug.trim(), lead: orNull(draft.lead), contact: orNull(draft.contact) },
      hosts: hosts.map(({ logo: _, ...host }) => host),
      copy: copy.from === '' || copy.parts.length === 0 ? null : copy,
    });
    if (done === undefined) return;
    setMade(true);
    for (const { id: host, logo } of hosts) {
      if (logo === null) continue;
      const body = new FormData();
      body.append('file', logo);
      const path = `/api/exchange/editions/${id}/hosts/${host}/logo`;
      // It stands; a logo that was not taken is brought again under its settings.
      if ((await send('PUT', path, body)) === undefined) return;
    }
    await navigate({ to: '/workspace/conferences/$edition/settings', params: { edition: id } });
  }

  const shown = [
    ...['series_id', 'slug', 'language', 'title', 'lead', 'starts_on', 'ends_on', 'time_zone'],
    ...['contact', 'languages', 'copy.from', ...tags.map((tag) => `titles.${tag}`)],
    ...hosts.flatMap((_, at) => [`hosts.${at}.institution_id`, `hosts.${at}.part`]),
  ];
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Section title={<Trans>Words and days</Trans>}>
          <Stack>
            <ChoiceField
              path="series_id"
              label={t`Series`}
              value={draft.series_id}
              data={series.map((one) => ({
                value: one.id,
                label: inLanguage(one.title, i18n.locale).text,
              }))}
              onChange={(event) => {
                const series_id = event.currentTarget.value;
                change({ series_id, slug: nextSlug(series_id) });
                setCopy(copyOf(series_id));
              }}
            />
            <LanguagesField value={draft.languages} change={(languages) => change({ languages })} />
            <TitleFields draft={draft} tags={tags} problem={problem} change={change} />
            <SlugField
              value={draft.slug}
              example="homecoming-3"
              change={(slug) => change({ slug })}
            />
            <Prose
              path="lead"
              label={t`In one sentence`}
              maxLength={1000}
              value={draft.lead}
              onChange={(lead) => change({ lead })}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <EditionDays draft={draft} change={change} />
            </SimpleGrid>
          </Stack>
        </Section>
        <Section title={<Trans>Hosts and partners</Trans>}>
          <NewHosts hosts={hosts} change={setHosts} />
        </Section>
        {editions.length === 0 ? null : (
          <Section title={<Trans>Take over from an earlier conference</Trans>}>
            <CopyFields
              draft={copy}
              change={setCopy}
              editions={editions.map((one) => ({
                value: one.id,
                label: inLanguage(one.title, i18n.locale).text,
              }))}
            />
          </Section>
        )}
        <Stack>
          <ProblemText problem={otherProblems(problem, shown)} />
          {made ? (
            <Notice>
              <Trans>
                The conference is made.{' '}
                <Link to="/workspace/conferences/$edition/settings" params={{ edition: id }}>
                  To its settings
                </Link>
              </Trans>
            </Notice>
          ) : (
            <div>
              <Button type="submit" loading={busy}>
                <Trans>Make the draft</Trans>
              </Button>
            </div>
          )}
        </Stack>
      </form>
    </FieldProblems>
  );
}
