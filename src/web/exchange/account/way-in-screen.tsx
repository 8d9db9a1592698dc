import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { LOCALES } from '#domain/account/account.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, otherProblems, PasswordField, unfilled } from '../../ui/field.tsx';
import { Gate } from '../../ui/gate.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/shell.module.css';

/** The link of a letter: choosing a password, once. The secret stands after `#`. */
export function WayInScreen() {
  const { t, i18n } = useLingui();
  const [secret] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const different = again !== '' && again !== password;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ password, again });
    setProblem(missing);
    if (missing !== undefined || password !== again) return;
    setBusy(true);
    const locale = LOCALES.find((one) => one === i18n.locale) ?? 'en';
    const body = { secret: decodeURIComponent(secret), password, locale };
    const reply = await call('/api/exchange/way-in', z.unknown(), { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    // The secret is spent, and leaves the address and the history.
    history.replaceState(null, '', '/workspace/way-in');
    setDone(true);
  }

  if (done) {
    return (
      <Gate title={t`The password is set`}>
        <a href="/workspace">
          <Trans>Sign in with your address and the new password</Trans>
        </a>
      </Gate>
    );
  }
  return (
    <Gate title={t`Choose a password`}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} className={styles.stack} noValidate>
          <PasswordField
            path="password"
            label={t`New password`}
            description={t`12 characters or more. Four words that do not belong together are good.`}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <PasswordField
            path="again"
            label={t`The same password again`}
            autoComplete="new-password"
            value={again}
            error={different ? t`The two are not the same.` : undefined}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          <ProblemText problem={otherProblems(problem, ['password', 'again'])} />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>Begin</Trans>
          </Button>
        </form>
      </FieldProblems>
    </Gate>
  );
}
