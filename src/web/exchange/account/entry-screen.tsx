import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signInState } from '#domain/account/session.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import {
  FieldProblems,
  otherProblems,
  PasswordField,
  TextField,
  unfilled,
} from '../../ui/field.tsx';
import { Gate } from '../../ui/gate.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/shell.module.css';

/** Where nobody is signed in at the exchange; the address stays. */
export function EntryScreen({ entered }: { readonly entered: () => void }) {
  const { t } = useLingui();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ user, password });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { user: user.trim(), password };
    const reply = await call('/api/exchange/entry', signInState, { method: 'POST', body });
    if (reply.ok) entered();
    else if (reply.problem.code === 'invalid_input') setProblem({ code: 'wrong_credentials' });
    else setProblem(reply.problem);
    setBusy(false);
  }

  return (
    <Gate title={t`Sign in to the exchange`}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} className={styles.stack} noValidate>
          <TextField
            path="user"
            label={t`E-mail or user name`}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={user}
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <PasswordField
            path="password"
            label={t`Password`}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
          />
          <ProblemText problem={otherProblems(problem, ['user', 'password'])} />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>Sign in</Trans>
          </Button>
        </form>
      </FieldProblems>
      <p>
        <a href="/workspace/register">
          <Trans>I have no account yet</Trans>
        </a>
      </p>
      <p>
        <a href="/workspace/forgotten">
          <Trans>I have forgotten my password</Trans>
        </a>
      </p>
      <p>
        <a href="/exchange">
          <Trans>To the public pages</Trans>
        </a>
      </p>
    </Gate>
  );
}
