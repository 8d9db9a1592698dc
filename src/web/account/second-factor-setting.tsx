import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { secondFactorOffer } from '#domain/account/session.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, PasswordField, TextField, unfilled } from '../ui/field.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { QrImage } from './qr-image.tsx';
import { refreshMe } from './session.ts';
import { useMe } from './use-session.ts';

const PATH = '/api/me/second-factor';
type Offer = z.infer<typeof secondFactorOffer>;

/** Turning the authenticator on (password, picture, first code, backup codes) and off again. */
export function SecondFactorSetting() {
  const me = useMe();
  const [offer, setOffer] = useState<Offer>();
  if (offer !== undefined) return <Confirm offer={offer} onEnd={() => setOffer(undefined)} />;
  return <WithPassword on={me.second_factor} onOffer={setOffer} />;
}

interface WithPasswordProps {
  readonly on: boolean;
  readonly onOffer: (offer: Offer) => void;
}

function WithPassword({ on, onOffer }: WithPasswordProps) {
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ password });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { password };
    if (on) {
      const reply = await call(PATH, z.unknown(), { method: 'DELETE', body });
      if (reply.ok) await refreshMe();
      else setProblem(reply.problem);
    } else {
      const reply = await call(PATH, secondFactorOffer, { method: 'POST', body });
      if (reply.ok) onOffer(reply.value);
      else setProblem(reply.problem);
    }
    setPassword('');
    setBusy(false);
  }

  return (
    <FieldProblems problem={problem}>
      <form
        onSubmit={submit}
        className={styles.stack}
        style={{ maxInlineSize: '24rem' }}
        noValidate
      >
        <Text>
          {on ? (
            <Trans>
              On. At sign-in you are asked for a code from your phone besides the password.
            </Trans>
          ) : (
            <Trans>
              Off. With a code from your phone nobody can sign in who only knows your password.
            </Trans>
          )}
        </Text>
        <PasswordField
          path="password"
          label={t`Password`}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemText problem={otherProblems(problem, ['password'])} />
        <div>
          <Button type="submit" loading={busy} variant={on ? 'default' : 'filled'}>
            {on ? <Trans>Turn off</Trans> : <Trans>Turn on</Trans>}
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}

function Confirm({ offer, onEnd }: { readonly offer: Offer; readonly onEnd: () => void }) {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ code });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = { code: code.replace(/\s/g, '') };
    const reply = await call(PATH, z.unknown(), { method: 'PUT', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await refreshMe();
    onEnd();
  }

  return (
    <FieldProblems problem={problem}>
      <form
        onSubmit={submit}
        className={styles.stack}
        style={{ maxInlineSize: '30rem' }}
        noValidate
      >
        <Text>
          <Trans>1. Scan this picture with an authenticator on your phone.</Trans>
        </Text>
        <QrImage text={offer.uri} label={t`Picture for the authenticator`} />
        <details>
          <summary>
            <Trans>I cannot scan it</Trans>
          </summary>
          <Text>
            <Trans>Type this key into the authenticator:</Trans>{' '}
            <code>{offer.key.match(/.{1,4}/g)?.join(' ')}</code>
          </Text>
        </details>
        <Text>
          <Trans>
            2. Write these backup codes on paper. Each opens once when the phone is lost. They are
            not shown again.
          </Trans>
        </Text>
        <ul style={{ columns: 2, fontFamily: 'monospace', fontSize: '1.05rem' }}>
          {offer.backup_codes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <TextField
          path="code"
          label={t`3. Type the six digits that the authenticator shows now`}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemText problem={otherProblems(problem, ['code'])} />
        <div>
          <Button type="submit" loading={busy}>
            <Trans>Turn on</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
