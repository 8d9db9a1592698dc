import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { TextField } from '../../ui/field.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './schedule.module.css';
import { useSend } from './use-schedule.ts';

/** The way back from a release in which somebody can be recognised: all of it at once, with a reason that is kept. */
export function TakeDown({ edition }: { readonly edition: string }) {
  const { t } = useLingui();
  const send = useSend();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function takeDown() {
    setBusy(true);
    const found = await send('POST', '/api/exchange/takedowns', {
      ...{ subject_kind: 'programme', subject_id: edition },
      reason: reason.trim() || t`No reason was written down`,
    });
    setBusy(false);
    setProblem(found);
  }

  if (!open)
    return (
      <div className={styles.buttons}>
        <Button variant="subtle" color="clay" onClick={() => setOpen(true)}>
          <Trans>Take the released programme down</Trans>
        </Button>
      </div>
    );
  return (
    <>
      <p>
        <Trans>
          Taken down, no version of the programme is read any more until you release the next one.
        </Trans>
      </p>
      <TextField
        path="reason"
        label={t`Why it must go (kept in the log, readers do not see it)`}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button color="clay" loading={busy} onClick={() => void takeDown()}>
          <Trans>Take it down now</Trans>
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
      <ProblemText problem={problem} />
    </>
  );
}
