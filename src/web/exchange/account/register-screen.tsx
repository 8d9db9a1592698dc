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
import { countryOf, type ParticipantDraft, ParticipantFields } from './participant-fields.tsx';

/** An account of one's own; the way in comes by letter. */
export function RegisterScreen() {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState<ParticipantDraft>({ name: '', country: '', languages: [] });
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ name: draft.name, country: draft.country, email });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = {
      ...{ ...draft, name: draft.name.trim(), country: countryOf(draft) },
      ...{ email: email.trim(), institution_id: null },
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: LOCALES.find((one) => one === i18n.locale) ?? 'en',
    };
    const path = '/api/exchange/registrations-of-accounts';
    const reply = await call(path, z.unknown(), { method: 'POST', body });
    setBusy(false);
    if (reply.ok) setSent(true);
    else setProblem(reply.problem);
  }

  return (
    <Gate title={t`An account at the exchange`}>
      {sent ? (
        <p role="status">
          <Trans>A letter is on its way to you. Its link lets you choose a password.</Trans>
        </p>
      ) : (
        <FieldProblems problem={problem}>
          <form onSubmit={submit} className={styles.stack} noValidate>
            <ParticipantFields draft={draft} change={(patch) => setDraft({ ...draft, ...patch })} />
            <TextField
              path="email"
              type="email"
              label={t`Your e-mail address`}
              autoComplete="email"
              maxLength={200}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <ProblemText problem={otherProblems(problem, ['name', 'country', 'email'])} />
            <Button type="submit" loading={busy} fullWidth>
              <Trans>Send me the letter</Trans>
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
