import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { TryWay } from '#domain/duty/file-work.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CaseLine } from '../case/case-prose.tsx';
import { Choice } from '../case/choice.tsx';
import { given } from '../case/command-form.tsx';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';
import { DayField, FieldProblems, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import parts from '../ui/parts.module.css';
import { useWorkChanged } from './file-work.tsx';
import { TRY_WAY_WORDS } from './work-words.ts';

interface TryFormProps {
  readonly file: CaseFile;
  /** In which ways the person may be tried without harm. */
  readonly ways: readonly TryWay[];
  readonly first: boolean;
  /** As it was shown: says whether somebody was in touch meanwhile. */
  readonly turn: string | null;
  readonly today: string;
}

/** One more try to find the person: when, how, and what came of it. */
export function TryForm({ file, ways, first, turn, today }: TryFormProps) {
  const { t, i18n } = useLingui();
  const { id } = file.row;
  const changed = useWorkChanged(id);
  const add = useOnce();
  const [opened, setOpened] = useState(false);
  const [way, setWay] = useState<TryWay | ''>('');
  const [on, setOn] = useState(today);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  if (!opened) {
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        {first ? <Trans>Contact is lost</Trans> : <Trans>Write down a try</Trans>}
      </Button>
    );
  }
  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ way, on });
    if (empty !== undefined) return setProblem(empty);
    const body = { on, way, words: given(words), ...(first ? { first, turn } : {}) };
    const found = await add(body, async (own) => {
      const path = `/api/cases/${id}/contact-tries/${own}`;
      const reply = await call(path, z.unknown(), { method: 'PUT', body });
      return reply.ok ? undefined : reply.problem;
    });
    setProblem(found);
    if (found !== undefined) return;
    setWay('');
    setWords('');
    setOpened(false);
    await changed();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <Choice
          path="way"
          legend={<Trans>How did you try?</Trans>}
          description={<Trans>Only ways that the person gave as safe stand here.</Trans>}
          options={ways.map((one) => ({ value: one, label: i18n._(TRY_WAY_WORDS[one]) }))}
          value={way}
          onChange={setWay}
        />
        <DayField
          path="on"
          label={t`On which day`}
          max={today}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <CaseLine
          file={file}
          path="words"
          label={t`What came of it`}
          maxLength={500}
          value={words}
          onChange={setWords}
        />
        <FormFoot problem={problem} paths={['way', 'on', 'words']} close={() => setOpened(false)} />
      </form>
    </FieldProblems>
  );
}
