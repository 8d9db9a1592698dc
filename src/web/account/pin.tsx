import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { SHORTEST_PIN } from '../device/vault.ts';
import { Gate } from '../ui/gate.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import ui from '../ui/ui.module.css';
import { choosePin, signOut, startSession, type UnlockAnswer, unlock } from './session.ts';

/** First use of a role that carries files: a PIN for this device. */
export function SetPinScreen() {
  const { t } = useLingui();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pin.length < SHORTEST_PIN) return setError(t`Please take at least ${SHORTEST_PIN} digits.`);
    if (isEasy(pin)) return setError(t`This PIN is easy to guess. Please take another one.`);
    if (pin !== again) return setError(t`The two are not the same.`);
    setBusy(true);
    await choosePin(pin);
    setBusy(false);
  }

  return (
    <Gate
      title={t`A PIN for this device`}
      intro={
        <Trans>
          Your files stay on this device so that you can work without a connection. The PIN locks
          them. Nobody can recover it: after ten wrong tries everything on this device is deleted.
        </Trans>
      }
    >
      <form onSubmit={submit} className={styles.stack} noValidate>
        <PinInput label={t`New PIN, six digits or more`} value={pin} onChange={setPin} fresh />
        <PinInput label={t`The same PIN again`} value={again} onChange={setAgain} fresh />
        {error === undefined ? null : (
          <p role="alert" className="mantine-InputWrapper-error">
            {error}
          </p>
        )}
        <Button type="submit" loading={busy} fullWidth>
          <Trans>Set the PIN</Trans>
        </Button>
        <LeaveButton />
      </form>
    </Gate>
  );
}

/** The device is locked, or was just opened. Works without a connection. */
export function UnlockScreen() {
  const { t } = useLingui();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<UnlockAnswer>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    // An empty field is no try: it must not count towards deleting this device.
    if (pin === '') return;
    setBusy(true);
    const told = await unlock(pin);
    setAnswer(told);
    setPin('');
    setBusy(false);
  }

  return (
    <Gate
      title={t`Locked`}
      intro={<Trans>What you were typing has been kept. Type your PIN to go on.</Trans>}
    >
      <form onSubmit={submit} className={styles.stack} noValidate>
        <PinInput label={t`PIN`} value={pin} onChange={setPin} />
        <UnlockAnswerText answer={answer} />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>Unlock</Trans>
        </Button>
        <LeaveButton />
      </form>
    </Gate>
  );
}

function UnlockAnswerText({ answer }: { readonly answer: UnlockAnswer | undefined }) {
  if (answer === undefined || answer === 'open' || answer === 'wiped') return null;
  return (
    <div className={ui.problem} role="alert">
      {answer === 'contact_needed' ? (
        <Trans>
          This device has been without a connection for more than 12 hours. Please connect and
          reload.
        </Trans>
      ) : (
        <span>
          <Trans>This PIN is not right.</Trans>{' '}
          <Plural
            value={answer.left}
            one="# try is left before everything on this device is deleted."
            other="# tries are left before everything on this device is deleted."
          />
        </span>
      )}
    </div>
  );
}

interface PinInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly fresh?: boolean;
}

function PinInput({ label, value, onChange, fresh = false }: PinInputProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={label}
      inputMode="numeric"
      autoComplete={fresh ? 'new-password' : 'off'}
      maxLength={32}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the PIN` }}
    />
  );
}

function LeaveButton() {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
        <Trans>Sign out of this device</Trans>
      </Button>
    );
  }
  return (
    <div className={ui.problem}>
      <div className={styles.stack}>
        <Trans>
          Signing out deletes everything on this device, also what has not been sent yet.
        </Trans>
        <Button color="clay" onClick={() => void signOut()} aria-label={t`Delete and sign out`}>
          <Trans>Delete and sign out</Trans>
        </Button>
      </div>
    </div>
  );
}

/** No answer, and nothing on this device that could be opened without one. */
export function NoLineScreen() {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const again = useCallback(async () => {
    setBusy(true);
    await startSession();
    setBusy(false);
  }, []);
  useEffect(() => {
    const back = () => void again();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [again]);
  return (
    <Gate title={t`No connection`}>
      <div className={styles.stack}>
        <ProblemText problem={{ code: 'unavailable' }} />
        <Button loading={busy} onClick={() => void again()}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </Gate>
  );
}

/** All digits alike, or a run up or down (123456, 654321). */
export function isEasy(pin: string): boolean {
  const steps = [...pin].slice(1).map((sign, index) => sign.charCodeAt(0) - pin.charCodeAt(index));
  return [0, 1, -1].some((step) => steps.every((one) => one === step));
}
