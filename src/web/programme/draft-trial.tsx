import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import type { Draft, ModelTrial, TrialCount, TrialResult } from '#domain/programme/model-draft.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { formatMoment, formatNumber } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DraftProblem } from './draft-problem.tsx';
import styles from './model-draft.module.css';
import { isGoing, useDraftActs, useTrial } from './use-model-draft.ts';

const COUNT_WORDS: Readonly<Record<TrialCount, MessageDescriptor>> = {
  newly_due: msg`Something would be due at once that is not due now`,
  no_longer_due: msg`Something that is due now would be due no longer`,
  unmet: msg`They would lack something that a stage behind them asks for`,
  moves_on: msg`They would go on to the next stage at once`,
  stage_gone: msg`Their stage would no longer be there: they would stay with their version`,
};

/** The dry run over all open support files, as a job of the server: counts, never whose. */
export function DraftTrial({ draft }: { readonly draft: Draft }) {
  const { attempt } = useDraftActs();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const trial = useTrial(draft);
  return (
    <Section title={<Trans>Try it</Trans>}>
      <p className={parts.soft}>
        <Trans>
          Counts what would be different if every open support file followed this draft today.
          Nothing is written.
        </Trans>
      </p>
      <DraftProblem problem={problem} />
      {trial === null ? null : <Standing trial={trial} />}
      {isGoing(trial) ? null : (
        <Button
          variant="default"
          loading={busy}
          disabled={draft.problems.length > 0}
          onClick={async () => {
            setBusy(true);
            setProblem(await attempt());
            setBusy(false);
          }}
        >
          <Trans>Try this draft</Trans>
        </Button>
      )}
    </Section>
  );
}

/** How far a trial is, or what it counted. */
function Standing({ trial }: { readonly trial: ModelTrial }) {
  const { t } = useLingui();
  const { state, progress, result } = trial;
  if (result !== null) return <Result trial={result} />;
  if (state === 'failed') {
    return (
      <p className={styles.wrong}>
        <Trans>
          The trial broke off several times. Nothing was changed; it can be tried again.
        </Trans>
      </p>
    );
  }
  return (
    <div role="status">
      <p>
        {state === 'queued' ? (
          <Trans>The trial waits for its turn.</Trans>
        ) : (
          <Trans>The trial goes on: {progress} %</Trans>
        )}
      </p>
      <p className={parts.soft}>
        <Trans>You may leave this page; what was counted will be here.</Trans>
      </p>
      <Progress value={progress} aria-label={t`How far the trial is`} />
    </div>
  );
}

function Result({ trial }: { readonly trial: TrialResult }) {
  const { t, i18n } = useLingui();
  const count = (value: number | null) =>
    value === null ? t`not shown` : formatNumber(i18n.locale, value);
  const columns: readonly Column<TrialResult['counts'][number]>[] = [
    { key: 'what', title: t`What would happen`, cell: (row) => i18n._(COUNT_WORDS[row.code]) },
    { key: 'people', title: t`People`, number: true, cell: (row) => count(row.people) },
    {
      ...{ key: 'tasks', title: t`Tasks`, number: true },
      cell: (row) => (row.tasks === undefined ? '–' : count(row.tasks)),
    },
  ];
  const { smallest_cell, rounded_to } = trial.rule;
  const moment = formatMoment(i18n.locale, trial.tried_at);
  const all = count(trial.people);
  return (
    <>
      <p>
        <Trans>
          Tried {moment}. People with an open support file: {all}.
        </Trans>
      </p>
      <DataTable
        caption={t`Counts below ${smallest_cell}, or of all but so few, are not shown; others are rounded to ${rounded_to}.`}
        columns={columns}
        rows={trial.counts}
        rowKey={(row) => row.code}
      />
    </>
  );
}
