import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { EvidenceChart } from '#domain/exchange/evidence/chart.ts';
import type { EvidenceDescription } from '#domain/exchange/evidence/evidence-file.ts';
import type { EvidenceCase, EvidencePreview } from '#domain/exchange/evidence/evidence-table.ts';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import {
  ChoiceField,
  FieldProblems,
  otherProblems,
  TextField,
  unfilled,
  useFieldError,
} from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ChartFields } from './chart-fields.tsx';
import styles from './evidence.module.css';
import { Findings } from './findings.tsx';
import { refusedFor } from './refused-for.ts';

const sent = z.object({ id: z.uuid() });
const FIELDS = ['title', 'method', 'denominators', 'source', 'period', 'geography'] as const;
const PATHS = ['slug', ...FIELDS.map((field) => `description.${field}`)];

interface UploadFormProps {
  readonly file: File;
  readonly preview: EvidencePreview;
  readonly known: EvidenceCase | null;
}

/** What a table must say of itself before it goes to a second person. */
export function UploadForm({ file, preview, known }: UploadFormProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [description, setDescription] = useState(() => begun(known, preview));
  const [slug, setSlug] = useState(known?.slug ?? addressFrom(preview.said.title ?? ''));
  const [lang, setLang] = useState(known?.lang ?? 'en');
  const [charts, setCharts] = useState<readonly EvidenceChart[]>(known?.charts ?? []);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const set = (field: keyof EvidenceDescription, text: string) =>
    setDescription({ ...description, [field]: text });
  const line = (field: keyof EvidenceDescription, label: string, hint?: string) => (
    <TextField
      path={`description.${field}`}
      label={label}
      description={hint}
      lang={lang}
      maxLength={200}
      value={description[field]}
      onChange={(event) => set(field, event.currentTarget.value)}
    />
  );

  async function send(event: FormEvent) {
    event.preventDefault();
    const given = Object.entries(description).map(([field, text]) => [
      `description.${field}`,
      text,
    ]);
    const empty = unfilled({ ...Object.fromEntries(given), slug });
    if (empty !== undefined) return setProblem(empty);
    const about = { table_id: known?.id ?? null, slug, lang, description, charts };
    const body = new FormData();
    body.append('about', JSON.stringify(about));
    body.append('file', file);
    setBusy(true);
    const reply = await call('/api/exchange/evidence', sent, {
      ...{ method: 'POST', body, patience: 60_000 },
    });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'evidence'] });
    await navigate({ to: '/workspace/evidence/$id', params: { id: reply.value.id } });
  }

  return (
    <Section title={<Trans>What it says of itself</Trans>}>
      <FieldProblems problem={problem}>
        <form className={styles.stack} onSubmit={(event) => void send(event)} noValidate>
          <ChoiceField
            path="lang"
            label={t`Language of these texts`}
            value={lang}
            data={SPOKEN_LANGUAGES.map((value) => ({
              value,
              label: languageName(i18n.locale, value),
            }))}
            onChange={(event) => setLang(event.currentTarget.value)}
          />
          {line('title', t`Title`)}
          {known === null ? (
            <TextField
              path="slug"
              label={t`Last part of its address`}
              description={t`Small Latin letters, digits and hyphens, e.g. returns-by-region`}
              dir="ltr"
              maxLength={80}
              value={slug}
              onChange={(event) => setSlug(event.currentTarget.value)}
            />
          ) : null}
          <Prose
            field="method"
            label={t`How it was counted`}
            hint={t`Who was counted, by whom and when; what is rounded, what is kept back.`}
            {...{ lang, description, set }}
          />
          <Prose
            field="denominators"
            label={t`What the numbers are parts of`}
            hint={t`All people of whom these are a part, e.g. all adults who finished a course.`}
            {...{ lang, description, set }}
          />
          {line(
            'source',
            t`Source of the figures`,
            t`The institution, and the licence if there is one.`,
          )}
          {line('period', t`Period`)}
          {line('geography', t`Area covered`)}
          <ChartFields columns={preview.columns} charts={charts} onChange={setCharts} />
          <ProblemText problem={otherProblems(problem, PATHS)} />
          <Findings findings={refusedFor(problem)} />
          <div>
            <Button type="submit" loading={busy}>
              <Trans>Send to a second person</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

interface ProseProps {
  readonly field: 'method' | 'denominators';
  readonly label: string;
  readonly hint: string;
  readonly lang: string;
  readonly description: EvidenceDescription;
  readonly set: (field: keyof EvidenceDescription, text: string) => void;
}

function Prose({ field, label, hint, lang, description, set }: ProseProps) {
  const error = useFieldError(`description.${field}`);
  return (
    <Textarea
      name={`description.${field}`}
      label={label}
      description={hint}
      lang={lang}
      autosize
      minRows={3}
      maxLength={8000}
      value={description[field]}
      onChange={(event) => set(field, event.currentTarget.value)}
      error={error}
    />
  );
}

/** What the file says of itself, else what the version before it said. */
function begun(known: EvidenceCase | null, { said }: EvidencePreview): EvidenceDescription {
  const first = (field: (typeof FIELDS)[number]) => said[field] ?? known?.description[field] ?? '';
  return {
    ...{ title: first('title'), method: first('method'), denominators: first('denominators') },
    ...{ source: first('source'), period: first('period'), geography: first('geography') },
  };
}

/** `Returns by region, 2025` → `returns-by-region-2025`; nothing of other scripts. */
function addressFrom(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '').slice(0, 60);
}
