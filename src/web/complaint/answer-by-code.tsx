import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { toldComplaint, type toldStep } from '#domain/complaint/complaint.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { CodeField } from '../ui/code-field.tsx';
import { FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import styles from './complaint.module.css';
import { TOLD_OUTCOME_WORDS, TOLD_WORDS } from './complaint-words.ts';

type Told = z.infer<typeof toldComplaint>;

/** What came of it, for whoever holds the code. */
export function AnswerByCode() {
  const [code, setCode] = useState('');
  const [told, setTold] = useState<Told>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function ask(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ code });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { code: code.trim() };
    const reply = await call('/api/say/answer', toldComplaint, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setTold(reply.value);
  }
  if (told !== undefined) return <ToldSteps told={told} code={code.trim()} onTold={setTold} />;
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={ask} noValidate>
        <CodeField value={code} onChange={setCode} />
        <ProblemText problem={otherProblems(problem, ['code'])} />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>Read the answer</Trans>
        </Button>
      </form>
    </FieldProblems>
  );
}

interface ToldProps {
  readonly told: Told;
  readonly code: string;
  readonly onTold: (told: Told) => void;
}

function ToldSteps({ told, code, onTold }: ToldProps) {
  return (
    <div className={styles.stack}>
      <ol className={styles.steps}>
        {told.steps.map((step) => (
          <li key={step.at + step.kind} data-own={step.kind === 'replied' || undefined}>
            <ToldStep step={step} language={told.language} />
          </li>
        ))}
      </ol>
      <WriteAgain code={code} onTold={onTold} />
    </div>
  );
}

function ToldStep(props: { readonly step: z.infer<typeof toldStep>; readonly language: string }) {
  const { i18n } = useLingui();
  const { kind, at, outcome, words } = props.step;
  const when = formatMoment(i18n.locale, at);
  return (
    <>
      <strong>{i18n._(TOLD_WORDS[kind])}</strong> <small>{when}</small>
      {outcome === null ? null : <div>{i18n._(TOLD_OUTCOME_WORDS[outcome])}</div>}
      {words === null ? null : (
        <p className={styles.words} lang={props.language} dir="auto">
          {words}
        </p>
      )}
    </>
  );
}

function WriteAgain({ code, onTold }: Omit<ToldProps, 'told'>) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => ({ reply_id: uuid(), words: '' }));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ words: draft.words });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { code, ...draft };
    const reply = await call('/api/say/reply', toldComplaint, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setDraft({ reply_id: uuid(), words: '' });
    onTold(reply.value);
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={send} noValidate>
        <ProseField
          path="words"
          label={t`Write again`}
          description={t`An answer to a question, or what is still not right.`}
          minRows={2}
          maxLength={8000}
          value={draft.words}
          onChange={(words) => setDraft({ ...draft, words })}
        />
        <ProblemText problem={otherProblems(problem, ['words'])} />
        <Button type="submit" variant="default" loading={busy}>
          <Trans>Send</Trans>
        </Button>
      </form>
    </FieldProblems>
  );
}
