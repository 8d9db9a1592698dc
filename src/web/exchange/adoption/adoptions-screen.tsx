import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import {
  ADOPTION_STATUSES,
  ADOPTION_SUBJECTS,
  mayBecome,
} from '#domain/exchange/practice/adoption.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, DayField, FieldProblems, unfilled } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useSay } from '../practice/use-practice.ts';
import { ADOPTION_WORDS } from './adoption-words.ts';

const adoption = z.object({
  ...{
    id: z.uuid(),
    subject_kind: z.enum(ADOPTION_SUBJECTS),
    subject_id: z.uuid(),
    title: z.string(),
  },
  ...{ from_version: z.number(), status: z.enum(ADOPTION_STATUSES), since: z.string() },
  ...{ adaptation: z.string(), result: z.string().nullable(), lessons: z.string().nullable() },
  ...{ stopped_because: z.string().nullable(), version: z.number() },
  ...{ shown: z.boolean(), waiting: z.boolean() },
});
type Adoption = z.infer<typeof adoption>;
const mine = z.object({ rows: z.array(adoption) });
const choices = z.object({
  rows: z.array(z.object({ id: z.uuid(), title: z.string(), version: z.number() })),
});

/** What one's own institution takes over from others, how far it is, what came of it. */
export function AdoptionsScreen() {
  const { t } = useLingui();
  const asked = useAsk(['exchange', 'adoptions'], '/api/exchange/adoptions', mine);
  return (
    <Page
      title={t`Taken over`}
      intro={
        <Trans>
          What you took over from others. A second editor looks at each change before readers see
          it.
        </Trans>
      }
    >
      <Begin />
      <Answered asked={asked}>
        {({ rows }) => rows.map((row) => <One key={`${row.id}${row.version}`} row={row} />)}
      </Answered>
    </Page>
  );
}

function Begin() {
  const { t, i18n } = useLingui();
  const lang = i18n.locale === 'uz' ? 'uz-Latn' : i18n.locale === 'ru' ? 'ru' : 'en';
  const asked = useAsk(
    ['exchange', 'published-practices', lang],
    `/api/exchange/published-practices?lang=${lang}`,
    choices,
  );
  const { add, problem, setProblem, busy } = useSay();
  const empty = () => ({
    subject_id: '',
    since: '',
    adaptation: '',
    status: 'considering',
  });
  const [draft, setDraft] = useState(empty);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { subject_id, since, adaptation } = draft;
    const missing = unfilled({ subject_id, since, adaptation });
    setProblem(missing);
    const chosen = asked.value?.rows.find((row) => row.id === subject_id);
    if (missing !== undefined || chosen === undefined) return;
    const body = {
      ...draft,
      subject_kind: 'practice',
      from_version: chosen.version,
      language: lang,
    };
    const added = await add('/api/exchange/adoptions', (adoption_id) => ({ ...body, adoption_id }));
    if (added !== undefined) setDraft(empty());
  }
  return (
    <Section title={<Trans>Tell of taking a practice over</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate style={{ display: 'grid', gap: '0.75rem' }}>
          <ChoiceField
            path="subject_id"
            label={t`Practice`}
            value={draft.subject_id}
            data={[
              { value: '', label: t`Choose` },
              ...(asked.value?.rows ?? []).map(({ id, title, version }) => ({
                value: id,
                label: t`${title} (version ${version})`,
              })),
            ]}
            onChange={(event) => setDraft({ ...draft, subject_id: event.currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <ChoiceField
              path="status"
              label={t`How far you are`}
              value={draft.status}
              data={ADOPTION_STATUSES.filter((one) => one !== 'stopped').map((value) => ({
                value,
                label: i18n._(ADOPTION_WORDS[value]),
              }))}
              onChange={(event) => setDraft({ ...draft, status: event.currentTarget.value })}
            />
            <DayField
              path="since"
              label={t`Since`}
              value={draft.since}
              onChange={(event) => setDraft({ ...draft, since: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Textarea
            name="adaptation"
            label={t`What you change for it`}
            autosize
            minRows={2}
            maxLength={4000}
            value={draft.adaptation}
            onChange={(event) => setDraft({ ...draft, adaptation: event.currentTarget.value })}
          />
          <ProblemText problem={problem} />
          <div>
            <Button type="submit" loading={busy}>
              <Trans>Tell of it</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

function One({ row }: { readonly row: Adoption }) {
  const { t, i18n } = useLingui();
  const { say, problem, busy } = useSay();
  const [draft, setDraft] = useState({
    ...{ status: row.status, since: row.since, adaptation: row.adaptation },
    ...{ result: row.result ?? '', lessons: row.lessons ?? '' },
    stopped_because: row.stopped_because ?? '',
  });
  const text = (name: 'adaptation' | 'result' | 'lessons' | 'stopped_because', label: string) => (
    <Textarea
      name={name}
      label={label}
      autosize
      minRows={1}
      maxLength={name === 'stopped_because' ? 2000 : 4000}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  async function save() {
    const or = (said: string) => (said.trim() === '' ? null : said.trim());
    await say('PUT', `/api/exchange/adoptions/${row.id}`, {
      ...{
        seen: row.version,
        status: draft.status,
        since: draft.since,
        adaptation: draft.adaptation,
      },
      ...{ result: or(draft.result), lessons: or(draft.lessons) },
      stopped_because: draft.status === 'stopped' ? or(draft.stopped_because) : null,
    });
  }
  return (
    <Section title={row.title}>
      <p>
        {i18n._(ADOPTION_WORDS[row.status])}, {formatDay(i18n.locale, row.since)}
        {' · '}
        {row.waiting
          ? t`the newest words wait for a second editor`
          : row.shown
            ? t`readers see it`
            : t`not shown`}
      </p>
      <div style={{ display: 'grid', gap: '0.75rem' }}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <ChoiceField
            path="status"
            label={t`How far you are`}
            value={draft.status}
            data={ADOPTION_STATUSES.filter(
              (one) => one === row.status || mayBecome(row.status, one),
            ).map((value) => ({ value, label: i18n._(ADOPTION_WORDS[value]) }))}
            onChange={(event) =>
              setDraft({ ...draft, status: event.currentTarget.value as Adoption['status'] })
            }
          />
          <DayField
            path="since"
            label={t`Since`}
            value={draft.since}
            onChange={(event) => setDraft({ ...draft, since: event.currentTarget.value })}
          />
        </SimpleGrid>
        {text('adaptation', t`What you change for it`)}
        {text('result', t`What came of it`)}
        {text('lessons', t`What those who began it can learn from you`)}
        {draft.status === 'stopped' ? text('stopped_because', t`Why you stopped`) : null}
        <ProblemText problem={problem} />
        <div>
          <Button
            variant="default"
            loading={busy}
            disabled={draft.adaptation.trim() === '' || draft.since === ''}
            onClick={() => void save()}
          >
            <Trans>Save</Trans>
          </Button>
        </div>
      </div>
    </Section>
  );
}
