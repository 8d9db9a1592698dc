import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type EvidenceCase, evidenceCase } from '#domain/exchange/evidence/evidence-table.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './evidence.module.css';
import { Findings } from './findings.tsx';
import { refusedFor } from './refused-for.ts';

/** Publishing by a second person, sending back, taking down. */
export function Decide({ table }: { readonly table: EvidenceCase }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { id, version_id, may } = table;

  async function act(what: string, body: object) {
    setBusy(true);
    const path = `/api/exchange/evidence/${id}/${what}`;
    const reply = await call(path, evidenceCase, { method: 'POST', body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'evidence'] });
  }

  if (!may.publish && !may.send_back && !may.take_down) return null;
  return (
    <div className={styles.stack} style={{ marginBlockStart: '0.9rem' }}>
      {may.publish ? (
        <div>
          <Button loading={busy} onClick={() => void act('publish', { version_id })}>
            <Trans>Publish this version</Trans>
          </Button>
        </div>
      ) : null}
      {may.send_back ? (
        <WithReason
          open={<Trans>Send it back …</Trans>}
          label={t`What should be changed`}
          submit={<Trans>Send it back</Trans>}
          busy={busy}
          onSubmit={(reason) => void act('return', { version_id, reason })}
        />
      ) : null}
      {may.take_down ? (
        <WithReason
          open={<Trans>Take it down …</Trans>}
          label={t`Why it is taken down (kept in the log, shown to editors only)`}
          submit={<Trans>Take it down</Trans>}
          busy={busy}
          onSubmit={(reason) => void act('take-down', { reason })}
        />
      ) : null}
      <ProblemText problem={problem} />
      <Findings findings={refusedFor(problem)} />
    </div>
  );
}

interface WithReasonProps {
  readonly open: ReactNode;
  readonly label: string;
  readonly submit: ReactNode;
  readonly busy: boolean;
  readonly onSubmit: (reason: string) => void;
}

function WithReason({ open, label, submit, busy, onSubmit }: WithReasonProps) {
  const [reason, setReason] = useState<string>();
  if (reason === undefined) {
    return (
      <div>
        <Button variant="default" onClick={() => setReason('')}>
          {open}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.stack} style={{ maxInlineSize: '36rem' }}>
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button
          color="clay"
          loading={busy}
          disabled={reason.trim() === ''}
          onClick={() => onSubmit(reason)}
        >
          {submit}
        </Button>
        <Button variant="subtle" onClick={() => setReason(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
