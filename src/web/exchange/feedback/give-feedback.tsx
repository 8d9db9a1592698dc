import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { FeedbackLine } from '#domain/exchange/feedback/feedback.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, otherProblems, unfilled, useFieldError } from '../../ui/field.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

interface GiveFeedbackProps {
  readonly row: FeedbackLine;
  readonly done: () => void;
}

/** One to five and words; unsigned unless one wants to sign. */
export function GiveFeedback({ row, done }: GiveFeedbackProps) {
  const queries = useQueryClient();
  const [rating, setRating] = useState(row.own === null ? '' : String(row.own.rating));
  const [words, setWords] = useState(row.own?.words ?? '');
  const [signed, setSigned] = useState(row.own?.signed ?? false);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ rating });
    setProblem(empty);
    if (empty !== undefined) return;
    setBusy(true);
    const body = { rating: Number(rating), words: words.trim() || null, signed };
    const reply = await call(`/api/exchange/feedback/${row.session_id}`, z.unknown(), {
      ...{ method: 'PUT', body },
    });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'feedback'] });
    done();
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <Rating value={rating} onChange={setRating} />
          <Words value={words} onChange={setWords} />
          <Checkbox
            label={<Trans>With my name</Trans>}
            checked={signed}
            onChange={(event) => setSigned(event.currentTarget.checked)}
          />
          <ProblemText problem={otherProblems(problem, ['rating', 'words'])} />
          <Button type="submit" loading={busy}>
            <Trans>Send the feedback</Trans>
          </Button>
        </Stack>
      </form>
    </FieldProblems>
  );
}

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Rating({ value, onChange }: FieldProps) {
  const { t } = useLingui();
  const error = useFieldError('rating');
  const meanings: Readonly<Record<string, string>> = {
    '1': t`1, of no use`,
    '2': t`2, of little use`,
    '3': t`3, so-so`,
    '4': t`4, useful`,
    '5': t`5, very useful`,
  };
  return (
    <Radio.Group
      label={t`How useful was it?`}
      value={value}
      onChange={onChange}
      {...(error === undefined ? {} : { error })}
    >
      <Stack gap="xs" mt="xs">
        {Object.entries(meanings).map(([one, meaning]) => (
          <Radio key={one} value={one} label={meaning} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Words({ value, onChange }: FieldProps) {
  const { t } = useLingui();
  const error = useFieldError('words');
  return (
    <Textarea
      name="words"
      label={t`In your own words (if you like)`}
      description={t`Without your name, leave out what only you could say.`}
      autosize
      minRows={3}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(error === undefined ? {} : { error })}
    />
  );
}
