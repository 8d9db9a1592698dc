import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { mayBeGiven } from '#domain/case/assignment.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CaseloadNotice, useWorkerLabel } from '../case/caseload-notice.tsx';
import { useLabel } from '../case/labels.ts';
import { personName } from '../case/person-name.ts';
import { useAge } from '../case/use-age.ts';
import { useCaseloads } from '../case/use-caseloads.ts';
import { useSay } from '../case/use-cases.ts';
import { useNames } from '../case/use-names.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './team.module.css';
import { lateTasks, type WorkerLoad } from './team-caseload.ts';

interface FileGivenProps {
  readonly file: CaseFile;
  readonly workers: readonly WorkerLoad[];
}

/** One file of the team in a list, and the choice of who works with the person: two taps. */
export function FileGiven({ file, workers }: FileGivenProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const age = useAge();
  const { row, model, situation } = file;
  const late = lateTasks(file).length;
  const met = row.last_met_on === null ? '' : formatDay(i18n.locale, row.last_met_on);
  return (
    <li>
      <div className={parts.item}>
        <div>
          <Link to="/cases/$id" params={{ id: row.id }} className={parts.link}>
            {personName(file.person) || t`Name not yet known`}
          </Link>{' '}
          <span className={parts.soft}>
            {age(file.person, situation.today)} · {row.number}
          </span>
          <div className={parts.tags}>
            <span className={parts.tag}>{label(model.stages, row.stage)}</span>
            {row.urgent_needs > 0 ? (
              <span className={parts.tag} data-tone="urgent">
                <Trans>Urgent</Trans>
              </span>
            ) : null}
            {late > 0 ? (
              <span className={parts.tag} data-tone="look">
                <Trans>{late} overdue</Trans>
              </span>
            ) : null}
            <span className={parts.soft}>
              {met === '' ? <Trans>No contact yet</Trans> : <Trans>Last contact {met}</Trans>}
            </span>
          </div>
        </div>
        <Assign file={file} workers={workers} />
      </div>
    </li>
  );
}

function Assign({ file, workers }: FileGivenProps) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const say = useSay(file);
  const caseloads = useCaseloads();
  const labelOf = useWorkerLabel();
  const [chosen, setChosen] = useState('');
  // A file that nobody has yet is to be given; one that somebody works on is rarely moved.
  const [opened, setOpened] = useState(file.row.worker_id === null);
  const name = personName(file.person) || file.row.number;
  const [problem, setProblem] = useState<Problem>();
  const filesOf = (one: WorkerLoad) => Math.max(one.files.length, caseloads.of(one.id));
  const worker = workers.find((one) => one.id === chosen);
  const others = workers
    .filter((one) => one.id !== file.row.worker_id && mayBeGiven(file, one.id))
    .map((one) => ({
      value: one.id,
      label: labelOf(names.account(one.id) ?? '…', undefined, filesOf(one)),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  if (others.length === 0) return null;
  if (!opened) {
    return (
      <Button variant="default" aria-label={t`Hand over: ${name}`} onClick={() => setOpened(true)}>
        <Trans>Hand over</Trans>
      </Button>
    );
  }

  async function assign() {
    const said = await say('assign_worker', { account_id: chosen });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div>
      <div className={styles.assign}>
        <ChoiceField
          path="account_id"
          aria-label={t`Support worker for ${name}`}
          value={chosen}
          data={[{ value: '', label: t`Choose a worker` }, ...others]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button
          variant={file.row.worker_id === null ? 'filled' : 'default'}
          disabled={chosen === ''}
          onClick={assign}
        >
          {file.row.worker_id === null ? <Trans>Give</Trans> : <Trans>Hand over</Trans>}
        </Button>
      </div>
      {worker === undefined ? null : (
        <CaseloadNotice
          name={names.account(worker.id) ?? '…'}
          files={filesOf(worker)}
          limits={file.model.thresholds}
        />
      )}
      <ProblemText problem={problem} />
    </div>
  );
}
