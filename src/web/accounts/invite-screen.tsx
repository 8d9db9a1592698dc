import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { type Locale, missingInGrant, type RoleGrant } from '#domain/account/account.ts';
import { type InvitationMeans, invitationSent } from '#domain/account/invitation.ts';
import type { Problem } from '#domain/problem.ts';
import { Choice } from '../case/choice.tsx';
import { useChange } from '../change.ts';
import { FieldProblems, otherProblems, TextField } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { GrantFields } from './grant-fields.tsx';
import { MeansFields } from './means-fields.tsx';
import { ACCOUNTS } from './use-accounts.ts';

interface Sent {
  readonly name: string;
  readonly email: string;
  readonly code: string | null;
  readonly expires_at: string;
}

/** A new colleague: name, role and place, and how the invitation gets there. */
export function InviteScreen() {
  const { t } = useLingui();
  const [sent, setSent] = useState<Sent>();
  const again = () => setSent(undefined);
  if (sent !== undefined && sent.code !== null) {
    return <CodeSheet {...sent} code={sent.code} back={again} />;
  }
  return (
    <Page title={t`Invite somebody`}>
      <p style={{ marginBlockStart: '-0.75rem' }}>
        <Link to="/accounts" className={parts.link}>
          <IconArrowLeft size={20} aria-hidden className="turns" /> <Trans>All accounts</Trans>
        </Link>
      </p>
      {sent === undefined ? <InviteForm done={setSent} /> : <LinkSent sent={sent} again={again} />}
    </Page>
  );
}

function LinkSent({ sent, again }: { readonly sent: Sent; readonly again: () => void }) {
  const { i18n } = useLingui();
  const { email } = sent;
  const until = formatMoment(i18n.locale, sent.expires_at);
  return (
    <div className={parts.stack}>
      <Notice>
        <Trans>
          A letter with a link is on its way to {email}. The link works once, until {until}.
        </Trans>
      </Notice>
      <div>
        <Button variant="default" onClick={again}>
          <Trans>Invite somebody else</Trans>
        </Button>
      </div>
    </div>
  );
}

const EMPTY = {
  name: '',
  locale: 'uz' as Locale,
  by: 'code' as InvitationMeans['by'],
  email: '',
  grant: { role: 'caseworker', organisation_id: null, place_id: null } as RoleGrant,
};

function InviteForm({ done }: { readonly done: (sent: Sent) => void }) {
  const { t } = useLingui();
  const act = useChange(ACCOUNTS);
  const [id, setId] = useState(() => uuid());
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const change = (patch: Partial<typeof EMPTY>) => {
    setDraft({ ...draft, ...patch });
    setProblem(undefined);
  };

  async function invite(event: FormEvent) {
    event.preventDefault();
    const { name, locale, grant, by, email } = draft;
    const missing = missingInGrant(grant);
    if (missing !== null) {
      const field = { path: `grant.${missing}`, code: 'required' };
      return setProblem({ code: 'invalid_input', fields: [field] });
    }
    setBusy(true);
    const means = by === 'link' ? { by, email } : { by };
    const body = { id, name, locale, grant, means };
    const said = await act('/api/invitations', { method: 'POST', body }, invitationSent);
    setBusy(false);
    if (!said.ok) {
      setProblem(said.problem);
      // Made at the first try whose answer was lost: another try is another account.
      if (said.problem.code === 'already_so') setId(uuid());
      return;
    }
    done({ name, email, code: said.value.code, expires_at: said.value.expires_at });
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={invite} noValidate>
        <Section title={<Trans>Who</Trans>}>
          <div className={parts.stack}>
            <TextField
              path="name"
              label={t`Name, as colleagues know it`}
              autoComplete="off"
              maxLength={200}
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Choice
              path="locale"
              legend={<Trans>Language to begin with</Trans>}
              options={[
                { value: 'uz', label: 'Oʻzbekcha' },
                { value: 'ru', label: 'Русский' },
                { value: 'en', label: 'English' },
              ]}
              value={draft.locale}
              onChange={(locale) => change({ locale })}
            />
          </div>
        </Section>
        <Section title={<Trans>Role</Trans>}>
          <GrantFields
            prefix="grant."
            value={draft.grant}
            onChange={(grant) => change({ grant })}
          />
        </Section>
        <Section title={<Trans>How the invitation gets there</Trans>}>
          <div className={parts.stack}>
            <MeansFields by={draft.by} email={draft.email} onChange={change} />
          </div>
        </Section>
        <ProblemText
          problem={otherProblems(problem, [
            ...['name', 'locale', 'grant.role', 'grant.place_id', 'grant.organisation_id'],
            'means.email',
          ])}
        />
        <Button mt="md" type="submit" loading={busy}>
          <Trans>Invite</Trans>
        </Button>
      </form>
    </FieldProblems>
  );
}
