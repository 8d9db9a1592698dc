import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountLine } from '#domain/account/account.ts';
import { type InvitationMeans, invitationSent } from '#domain/account/invitation.ts';
import type { Problem } from '#domain/problem.ts';
import { useChange } from '../change.ts';
import { FieldProblems, otherProblems } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from './accounts.module.css';
import { MeansFields } from './means-fields.tsx';
import { ACCOUNTS } from './use-accounts.ts';

interface NewWayInProps {
  readonly account: AccountLine;
  /** A code was made: it is shown once, on a sheet to print. */
  readonly made: (code: { name: string; code: string; expires_at: string }) => void;
}

/** A fresh invitation for an account that is there: the first was lost, or the password forgotten. */
export function NewWayIn({ account, made }: NewWayInProps) {
  const act = useChange(ACCOUNTS);
  const [draft, setDraft] = useState({ by: 'code' as InvitationMeans['by'], email: '' });
  const [opened, setOpened] = useState(false);
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function invite() {
    const means = draft.by === 'link' ? draft : { by: draft.by };
    const path = `/api/accounts/${account.id}/invitations`;
    const said = await act(path, { method: 'POST', body: { means } }, invitationSent);
    setProblem(said.ok ? undefined : said.problem);
    if (!said.ok) return;
    const { code, expires_at } = said.value;
    if (code === null) setSent(true);
    else made({ name: account.name, code, expires_at });
  }
  if (sent) {
    return (
      <div className={styles.act}>
        <Notice>
          <Trans>A letter with a link is on its way.</Trans>
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles.act}>
      <h3>
        <Trans>New code or link</Trans>
      </h3>
      <p>
        <Trans>
          When the invitation was lost or the password forgotten. The old password ends when the new
          way in is used.
        </Trans>
      </p>
      {opened ? (
        <div className={parts.stack}>
          <FieldProblems problem={problem}>
            <MeansFields {...draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
          </FieldProblems>
          <ProblemText problem={otherProblems(problem, ['means.email'])} />
        </div>
      ) : null}
      <div>
        <Button
          variant={opened ? 'filled' : 'default'}
          onClick={() => (opened ? invite() : setOpened(true))}
        >
          <Trans>Make a new one</Trans>
        </Button>
      </div>
    </div>
  );
}
