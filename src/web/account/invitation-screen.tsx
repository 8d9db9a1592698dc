import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { LOCALES } from '#domain/account/account.ts';
import { invitationOffer } from '#domain/account/invitation.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { speak } from '../language.ts';
import { FieldProblems, otherProblems, PasswordField, TextField, unfilled } from '../ui/field.tsx';
import { Gate } from '../ui/gate.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { startSession } from './session.ts';

type Offer = z.infer<typeof invitationOffer>;

/** Taking an invitation: by the link of a letter (the secret stands after `#`) or by a printed code. */
export function InvitationScreen() {
  const { t } = useLingui();
  const [secret, setSecret] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const lookUp = useCallback(async (given: string) => {
    const missing = unfilled({ secret: given });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { secret: given };
    const reply = await call('/api/invitations/look-up', invitationOffer, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    // The secret leaves the address bar and the history as soon as it is known to be right.
    history.replaceState(null, '', '/invitation');
    await speak(reply.value.locale);
    setOffer(reply.value);
  }, []);

  useEffect(() => {
    const given = location.hash.slice(1);
    if (given !== '') void lookUp(decodeURIComponent(given));
  }, [lookUp]);

  if (offer !== undefined) return <AcceptForm secret={secret} offer={offer} />;
  return (
    <Gate
      title={t`Invitation`}
      intro={
        <Trans>
          Type the code from your sheet or letter. Small and large letters do not matter.
        </Trans>
      }
    >
      <FieldProblems problem={problem}>
        <form
          className={styles.stack}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void lookUp(secret.trim());
          }}
        >
          <TextField
            path="secret"
            label={t`Code`}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
          <ProblemText problem={otherProblems(problem, ['secret'])} />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>Go on</Trans>
          </Button>
          <a href="/">
            <Trans>Back to sign-in</Trans>
          </a>
        </form>
      </FieldProblems>
    </Gate>
  );
}

function AcceptForm({ secret, offer }: { readonly secret: string; readonly offer: Offer }) {
  const { t, i18n } = useLingui();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const different = again !== '' && again !== password;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const named = offer.username === null ? { username: username.trim() } : {};
    const missing = unfilled({ ...named, password, again });
    setProblem(missing);
    if (missing !== undefined || password !== again) return;
    setBusy(true);
    const locale = LOCALES.find((one) => one === i18n.locale) ?? offer.locale;
    const body = { secret, ...named, password, locale };
    const accepted = await call('/api/invitations/accept', z.unknown(), { method: 'POST', body });
    if (!accepted.ok) {
      setBusy(false);
      return setProblem(accepted.problem);
    }
    const user = offer.username ?? username.trim();
    await call('/api/session', z.unknown(), { method: 'POST', body: { user, password } });
    history.replaceState(null, '', '/');
    await startSession();
    location.assign('/');
  }

  return (
    <Gate
      title={t`Welcome, ${offer.name}`}
      intro={<Trans>Choose how you will sign in from now on.</Trans>}
    >
      <FieldProblems problem={problem}>
        <form onSubmit={submit} className={styles.stack} noValidate>
          {offer.username === null ? (
            <TextField
              path="username"
              label={t`User name`}
              description={t`3 to 40 Latin letters or digits. Take one that does not tell where you work.`}
              maxLength={40}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
          ) : null}
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
          <ProblemText problem={otherProblems(problem, ['username', 'password', 'again'])} />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>Begin</Trans>
          </Button>
        </form>
      </FieldProblems>
    </Gate>
  );
}
