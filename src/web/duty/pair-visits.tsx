import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { DayField, FieldProblems, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import parts from '../ui/parts.module.css';
import { useWorkChanged } from './file-work.tsx';

/** The supervisor says that visits are made in two until a day; the one reason is the workers' safety. */
export function PairVisits({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const changed = useWorkChanged(id);
  const [opened, setOpened] = useState(false);
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<Problem>();
  if (!opened) {
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        <Trans>Visits in two</Trans>
      </Button>
    );
  }
  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ until });
    if (empty !== undefined) return setProblem(empty);
    const path = `/api/cases/${id}/pairing`;
    const reply = await call(path, z.unknown(), { method: 'PUT', body: { until } });
    if (!reply.ok) return setProblem(reply.problem);
    setOpened(false);
    await changed();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <p className={parts.soft} style={{ margin: 0 }}>
          <Trans>
            For the safety of those who work here, for example a long way or a dog. It says nothing
            about the person and does not stand in the file.
          </Trans>
        </p>
        <DayField
          path="until"
          label={t`Until`}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <FormFoot problem={problem} paths={['until']} close={() => setOpened(false)} />
      </form>
    </FieldProblems>
  );
}
