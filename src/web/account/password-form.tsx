import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, PasswordField, unfilled } from '../ui/field.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { useMe } from './use-session.ts';

/** Changing the password ends all other sessions of the account. */
export function PasswordForm() {
  const { t } = useLingui();
  const me = useMe();
  const [password, setPassword] = useState('');
  const [fresh, setFresh] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ password, new_password: fresh });
    setProblem(missing);
    setDone(false);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { password, new_password: fresh };
    const reply = await call('/api/me/password', z.unknown(), { method: 'PUT', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setPassword('');
    setFresh('');
    setDone(true);
  }

  return (
    <FieldProblems problem={problem}>
      <form
        onSubmit={submit}
        className={styles.stack}
        style={{ maxInlineSize: '24rem' }}
        noValidate
      >
        {/* Password managers need to know whose password this is. */}
        <input hidden readOnly autoComplete="username" value={me.username ?? me.name} />
        <PasswordField
          path="password"
          label={t`Present password`}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordField
          path="new_password"
          label={t`New password`}
          description={t`12 characters or more. Four words that do not belong together are good.`}
          autoComplete="new-password"
          value={fresh}
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
        <ProblemText problem={otherProblems(problem, ['password', 'new_password'])} />
        {done ? (
          <Notice>
            <Trans>The password is changed. Other devices have been signed out.</Trans>
          </Notice>
        ) : null}
        <div>
          <Button type="submit" loading={busy}>
            <Trans>Change password</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
