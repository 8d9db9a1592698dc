import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { FieldProblems, unfilled, useFieldError } from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DraftProblem } from './draft-problem.tsx';
import { useDraftActs } from './use-model-draft.ts';

/** The last step: why, and from then on new support files follow it. Or the draft is put aside. */
export function DraftPublish({ draft }: { readonly draft: Draft }) {
  const { publish, discard } = useDraftActs();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // The same id for the same act: said twice, it is published once.
  const [model_id] = useState(() => uuid());
  const sound = draft.problems.length === 0;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ reason });
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    setProblem(await publish(reason, model_id));
    setBusy(false);
  }
  return (
    <Section title={<Trans>Publish</Trans>}>
      {sound ? null : (
        <p className={parts.soft}>
          <Trans>Something is still to be mended above.</Trans>
        </p>
      )}
      <FieldProblems problem={problem}>
        <form className={parts.stack} onSubmit={submit} noValidate>
          <Reason value={reason} onChange={setReason} />
          {problem?.code === 'invalid_input' ? null : <DraftProblem problem={problem} />}
          <div className={parts.buttons}>
            <Button type="submit" loading={busy} disabled={!sound}>
              <Trans>Publish this version</Trans>
            </Button>
            <Button variant="subtle" onClick={async () => setProblem(await discard())}>
              <Trans>Put the draft aside</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

interface ReasonProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Reason({ value, onChange }: ReasonProps) {
  const { t } = useLingui();
  const error = useFieldError('reason');
  return (
    <Textarea
      label={t`Why the programme works differently from now on`}
      description={t`Kept with the version, and read by everybody who reads the versions. No names.`}
      autosize
      minRows={2}
      maxLength={1000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
