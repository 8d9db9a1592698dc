import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, SimpleGrid } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { PARTICIPANT_COUNTRIES, SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { PRACTICE_STATES } from '#domain/exchange/practice/practice-state.ts';
import { REVIEW_DECISIONS } from '#domain/exchange/practice/review.ts';
import { inLanguage, wording } from '#domain/exchange/wording.ts';
import { useAsk, useAskPages } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ChoiceField, FieldProblems, TextField, unfilled } from '../../ui/field.tsx';
import { countryName, formatDay, languageName } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';
import { STATES } from './practice-words.ts';
import { type practiceLine, practiceLines, useSay } from './use-practice.ts';

type Line = z.infer<typeof practiceLine>;
const reviews = z.object({
  rows: z.array(
    z.object({
      ...{ id: z.uuid(), practice_id: z.uuid(), title: wording, country: z.string() },
      ...{ state: z.enum(PRACTICE_STATES), asked_at: z.string() },
      ...{ decided_at: z.string().nullable(), decision: z.enum(REVIEW_DECISIONS).nullable() },
    }),
  ),
});

/** One's own practices, the reviews one was asked for, and for editors everything on its way. */
export function PracticesScreen() {
  const { t } = useLingui();
  const me = useParticipant();
  const [begins, setBegins] = useState(false);
  return (
    <Page
      title={t`Practices`}
      intro={<Trans>What helps where you work, written down so that others can do it.</Trans>}
      actions={
        <Button onClick={() => setBegins(!begins)} aria-expanded={begins}>
          <Trans>Write a practice</Trans>
        </Button>
      }
      wide
    >
      {begins ? <Begin /> : null}
      <Mine of="mine" title={t`My practices`} />
      {me.holdsAny('reviewer') ? <Reviews /> : null}
      {me.holdsAny('editor', 'organiser') ? (
        <Mine of="desk" title={t`All practices on their way`} />
      ) : null}
    </Page>
  );
}

function Mine({ of, title }: { readonly of: 'mine' | 'desk'; readonly title: string }) {
  const { t, i18n } = useLingui();
  const asked = useAskPages<Line>(
    ['exchange', 'practices', of],
    (after) => `/api/exchange/practices?of=${of}${after === null ? '' : `&after=${after}`}`,
    practiceLines,
  );
  const columns: Column<Line>[] = [
    {
      key: 'title',
      title: t`Practice`,
      cell: (row) => (
        <Link to="/workspace/practices/$id" params={{ id: row.id }}>
          {inLanguage(row.title, i18n.locale).text}
        </Link>
      ),
    },
    { key: 'country', title: t`Country`, cell: (row) => countryName(i18n.locale, row.country) },
    {
      key: 'state',
      title: t`Where it stands`,
      cell: (row) => (
        <>
          {i18n._(STATES[row.state])}
          {row.clashes > 0 ? (
            <>
              {' · '}
              <strong>
                <Trans>two texts to choose from</Trans>
              </strong>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'changed',
      title: t`Last change`,
      cell: (row) => formatDay(i18n.locale, row.changed_at.slice(0, 10)),
    },
  ];
  return (
    <Section title={title}>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconBooks size={44} aria-hidden />}
              title={<Trans>There is none yet</Trans>}
            />
          ) : (
            <>
              <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.id} />
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
  );
}

function Reviews() {
  const { t, i18n } = useLingui();
  const asked = useAsk(['exchange', 'practice-reviews'], '/api/exchange/reviews', reviews);
  return (
    <Section title={<Trans>Reviews that you are asked for</Trans>}>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>
              <Trans>There is none at the moment.</Trans>
            </p>
          ) : (
            <DataTable
              caption={t`Reviews that you are asked for`}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'title',
                  title: t`Practice`,
                  cell: (row) =>
                    row.decided_at === null ? (
                      <Link to="/workspace/practice-reviews/$id" params={{ id: row.id }}>
                        {inLanguage(row.title, i18n.locale).text}
                      </Link>
                    ) : (
                      inLanguage(row.title, i18n.locale).text
                    ),
                },
                {
                  key: 'country',
                  title: t`Country`,
                  cell: (row) => countryName(i18n.locale, row.country),
                },
                {
                  key: 'state',
                  title: t`Your answer`,
                  cell: (row) =>
                    row.decision === null
                      ? t`still to be given`
                      : row.decision === 'accept'
                        ? t`accepted`
                        : t`returned`,
                },
              ]}
            />
          )
        }
      </Answered>
    </Section>
  );
}

function Begin() {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const navigate = useNavigate();
  const { add, problem, setProblem, busy } = useSay();
  const [draft, setDraft] = useState(() => ({
    ...{ title: '', country: me.country ?? 'UZ' },
    language: me.languages.find((tag) => SPOKEN_LANGUAGES.includes(tag)) ?? 'en',
  }));
  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ title: draft.title });
    setProblem(missing);
    if (missing !== undefined) return;
    const id = await add('/api/exchange/practices', (practice_id) => ({
      ...{ ...draft, practice_id, title: draft.title.trim() },
    }));
    if (id !== undefined) await navigate({ to: '/workspace/practices/$id', params: { id } });
  }
  return (
    <Section title={<Trans>A new practice</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <TextField
            path="title"
            label={t({ message: 'Title', context: 'of a practice' })}
            maxLength={200}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
            <ChoiceField
              path="language"
              label={t`Written in`}
              value={draft.language}
              data={[...SPOKEN_LANGUAGES, 'uz-Cyrl'].map((value) => ({
                value,
                label: languageName(i18n.locale, value),
              }))}
              onChange={(event) => setDraft({ ...draft, language: event.currentTarget.value })}
            />
            <ChoiceField
              path="country"
              label={t`Country`}
              value={draft.country}
              data={PARTICIPANT_COUNTRIES.map((value) => ({
                value,
                label: countryName(i18n.locale, value),
              }))}
              onChange={(event) => setDraft({ ...draft, country: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Group mt="sm">
            <Button type="submit" loading={busy}>
              <Trans>Begin</Trans>
            </Button>
          </Group>
          <ProblemText problem={problem} />
        </form>
      </FieldProblems>
    </Section>
  );
}
