import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signInState } from '#domain/account/session.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, PasswordField, TextField, unfilled } from '../ui/field.tsx';
import { Gate } from '../ui/gate.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { SecondFactorForm } from './second-factor.tsx';
import { finishLeaving, startSession } from './session.ts';
import { useSession } from './use-session.ts';

/** The screen where nobody is signed in; the address stays, so that one ends where one wanted to go. */
export function SignInScreen() {
  const { t } = useLingui();
  const [codeNeeded, setCodeNeeded] = useState(false);
  return codeNeeded ? (
    <Gate
      title={t`Confirm it is you`}
      intro={<Trans>Open the authenticator on your phone and type the six digits it shows.</Trans>}
    >
      <SecondFactorForm onDone={startSession} onBack={() => setCodeNeeded(false)} />
    </Gate>
  ) : (
    <Gate title={t`Sign in`}>
      <Withdrawn />
      <SignInForm onDone={startSession} onCodeNeeded={() => setCodeNeeded(true)} />
      <p>
        <a href="/invitation">
          <Trans>I have an invitation or a printed code</Trans>
        </a>
      </p>
    </Gate>
  );
}

/** After this device was withdrawn: that it is empty now, and what went with it. */
function Withdrawn() {
  const { withdrawn } = useSession();
  if (withdrawn === undefined) return null;
  const { unsent } = withdrawn;
  return (
    <div role="status" style={{ marginBlockEnd: '1.1rem' }}>
      <Notice>
        <Trans>
          This device was withdrawn. Everything that it kept has been deleted from it; what had been
          sent is safe.
        </Trans>{' '}
        {unsent === null ? (
          <Trans>Entries that had not been sent are lost; they could not be counted.</Trans>
        ) : unsent === 0 ? (
          <Trans>Nothing was waiting to be sent.</Trans>
        ) : (
          <Plural
            value={unsent}
            one="# entry had not been sent and is lost."
            other="# entries had not been sent and are lost."
          />
        )}
      </Notice>
    </div>
  );
}

interface SignInFormProps {
  /** Filled in and fixed where somebody signs in again. */
  readonly user?: string;
  readonly onDone: () => Promise<void>;
  readonly onCodeNeeded: () => void;
}

export function SignInForm({ user: fixed, onDone, onCodeNeeded }: SignInFormProps) {
  const { t } = useLingui();
  const [user, setUser] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ user, password });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    if (!(await finishLeaving())) {
      setBusy(false);
      return setProblem({ code: 'unavailable' });
    }
    const body = { user: user.trim(), password };
    const reply = await call('/api/session', signInState, { method: 'POST', body });
    if (!reply.ok) setProblem(shown(reply.problem));
    else if (reply.value.state === 'second_factor_needed') onCodeNeeded();
    else await onDone();
    setBusy(false);
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} className={styles.stack} noValidate>
        <TextField
          path="user"
          label={t`User name or e-mail`}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={fixed !== undefined}
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
  );
}

/** What cannot be a user name or a password is, for the person who typed it, simply not right. */
function shown(problem: Problem): Problem {
  return problem.code === 'invalid_input' ? { code: 'wrong_credentials' } : problem;
}
