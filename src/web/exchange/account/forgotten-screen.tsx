import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { LOCALES } from '#domain/account/account.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, otherProblems, TextField, unfilled } from '../../ui/field.tsx';
import { Gate } from '../../ui/gate.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/shell.module.css';

/** A new link to one's address. The screen says the same whether the address is known. */
export function ForgottenScreen() {
  const { t, i18n } = useLingui();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ email });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const locale = LOCALES.find((one) => one === i18n.locale) ?? 'en';
    const body = { email: email.trim(), locale };
    const reply = await call('/api/exchange/forgotten-password', z.unknown(), {
      method: 'POST',
      body,
    });
    setBusy(false);
    if (reply.ok) setSent(true);
    else setProblem(reply.problem);
  }

  return (
    <Gate title={t`A new link`}>
      {sent ? (
        <p role="status">
          <Trans>
            If there is an account with this address, a letter with a link is on its way.
          </Trans>
        </p>
      ) : (
        <FieldProblems problem={problem}>
          <form onSubmit={submit} className={styles.stack} noValidate>
            <TextField
              path="email"
              type="email"
              label={t`Your e-mail address`}
              autoComplete="email"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <ProblemText problem={otherProblems(problem, ['email'])} />
            <Button type="submit" loading={busy} fullWidth>
              <Trans>Send me a link</Trans>
            </Button>
          </form>
        </FieldProblems>
      )}
      <p>
        <a href="/workspace">
          <Trans>Back to sign-in</Trans>
        </a>
      </p>
    </Gate>
  );
}
