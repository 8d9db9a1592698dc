import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, FileInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { pictureLine } from '#domain/exchange/picture/picture.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, otherProblems, TextField, unfilled } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { madeSmall } from './made-small.ts';

const LANGUAGES = [
  ['en', 'en'],
  ['ru', 'ru'],
  ['uz', 'uz-Latn'],
] as const;

interface PictureFormProps {
  /** The conference in whose gallery it stands; null = a portrait. */
  readonly edition: string | null;
  /** Whose portrait it is, where it is not one's own. */
  readonly whose?: string;
}

/**
 * A picture with its words in three languages: of a conference with captions and who agreed, one's own portrait,
 * or one for somebody else, who agrees afterwards.
 */
export function PictureForm({ edition, whose }: PictureFormProps) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const [agreed, setAgreed] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const own = edition === null && whose === undefined;
  const parts = edition === null ? (['alt'] as const) : (['alt', 'caption'] as const);
  const paths = [...parts.flatMap((part) => LANGUAGES.map(([to]) => `${part}_${to}`)), 'consent'];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (file === null) return;
    // Of oneself, the tick is the consent; it is kept with the picture in these words.
    const agreement = {
      consent:
        whose === undefined
          ? 'The person in the picture put it here and agreed to its being public.'
          : 'Waits for the consent of the person in the picture.',
      ...(whose === undefined ? {} : { for_id: whose }),
    };
    const texts = Object.fromEntries(
      paths.map((path) => [path, (said[path] ?? '').trim()] as const),
    );
    const fields =
      edition === null ? { ...texts, ...agreement } : { ...texts, edition_id: edition };
    const missing = unfilled(fields);
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const form = new FormData();
    for (const [name, value] of Object.entries({ id: v7(), ...fields })) form.append(name, value);
    form.append('file', await madeSmall(file));
    const reply = await call('/api/exchange/pictures', pictureLine, {
      ...{ method: 'POST', body: form, patience: 300_000 },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setFile(null);
    setSaid({});
    setAgreed(false);
    await queries.invalidateQueries({ queryKey: ['exchange'] });
  }

  const input = (path: string, label: string, description?: string) => (
    <TextField
      key={path}
      path={path}
      label={label}
      {...(description === undefined ? {} : { description })}
      maxLength={300}
      value={said[path] ?? ''}
      onChange={(event) => setSaid({ ...said, [path]: event.currentTarget.value })}
    />
  );
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <FileInput
            label={t`New picture`}
            description={t`PNG or JPEG. It is made smaller, and the place and time of the photograph are taken out.`}
            placeholder={t`Choose a picture`}
            accept="image/png,image/jpeg"
            value={file}
            onChange={setFile}
          />
          {LANGUAGES.map(([to, tag]) => {
            const name = languageName(i18n.locale, tag);
            return input(`alt_${to}`, t`What can be seen, for whoever cannot see it: ${name}`);
          })}
          {edition === null
            ? null
            : LANGUAGES.map(([to, tag]) => {
                const name = languageName(i18n.locale, tag);
                return input(`caption_${to}`, t`Caption: ${name}`);
              })}
          {own ? (
            <Checkbox
              checked={agreed}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
              label={
                <Trans>
                  I am in this picture, nobody else is, and I agree that everybody sees it.
                </Trans>
              }
            />
          ) : edition === null ? null : (
            input(
              'consent',
              t`Who can be seen in it, and how each of them agreed`,
              t`Kept with the picture for editors; readers do not see it.`,
            )
          )}
          <ProblemText problem={otherProblems(problem, paths)} />
          <Button type="submit" loading={busy} disabled={file === null || (own && !agreed)}>
            {whose === undefined ? (
              <Trans>Put it before the second editor</Trans>
            ) : (
              <Trans>Ask for their consent</Trans>
            )}
          </Button>
        </Stack>
      </form>
    </FieldProblems>
  );
}
