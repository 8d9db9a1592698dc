import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signInState } from '#domain/account/session.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, TextField, unfilled } from '../ui/field.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';

interface SecondFactorFormProps {
  readonly onDone: () => Promise<void>;
  readonly onBack: () => void;
}

/** Six digits from the authenticator, or one of the backup codes. */
export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps) {
  const { t } = useLingui();
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ code });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const typed = code.replace(/\s/g, '');
    const body = backup ? { backup_code: typed } : { code: typed };
    const reply = await call('/api/session/second-factor', signInState, { method: 'POST', body });
    if (reply.ok) await onDone();
    else {
      setProblem(reply.problem.code === 'invalid_input' ? { code: 'wrong_code' } : reply.problem);
    }
    setBusy(false);
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} className={styles.stack} noValidate>
        <TextField
          path="code"
          key={backup ? 'backup' : 'code'}
          label={backup ? t`Backup code` : t`Six digits`}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemText problem={otherProblems(problem, ['code'])} />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>Go on</Trans>
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setBackup(!backup);
            setCode('');
          }}
        >
          {backup ? <Trans>Use the authenticator</Trans> : <Trans>Use a backup code</Trans>}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      </form>
    </FieldProblems>
  );
}
