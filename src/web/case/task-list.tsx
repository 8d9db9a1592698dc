import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconHomeHeart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { personName } from './person-name.ts';
import { ReferralAlternatives } from './referral-alternatives.tsx';
import { isAppointment, isVisit, taskPart, taskText } from './task-words.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import type { FileTask } from './use-tasks.ts';

interface TaskListProps {
  readonly tasks: readonly FileTask[];
  /** Whether each line says whom it is about. */
  readonly named: boolean;
}

/** Things to do, each with what does it one tap away. */
export function TaskList({ tasks, named }: TaskListProps) {
  return (
    <ul className={styles.list}>
      {tasks.map((one) => (
        <TaskLine
          key={`${one.file.row.id} ${one.task.kind} ${one.task.ref}`}
          one={one}
          named={named}
        />
      ))}
    </ul>
  );
}

function TaskLine({ one, named }: { readonly one: FileTask; readonly named: boolean }) {
  const { t, i18n } = useLingui();
  const [problem, setProblem] = useState<Problem>();
  const { file, due } = one;
  const { id } = file.row;
  const told = taskText(i18n.locale, one);
  const text = typeof told === 'string' ? told : i18n._(told);
  const name = personName(file.person) || t`Name not yet known`;
  return (
    <li>
      <div className={styles.item}>
        <div>
          {named ? (
            <Link to="/cases/$id" params={{ id }} className={styles.link}>
              {name}
            </Link>
          ) : null}
          <div>{text}</div>
          <DueTag due={due} hour={hourOf(one)} today={file.situation.today} />
        </div>
        <TaskAction one={one} text={named ? `${text} · ${name}` : text} onProblem={setProblem} />
      </div>
      <ProblemText problem={problem} />
      <OtherServices one={one} />
    </li>
  );
}

/** Where a service stays silent, the others stand with the task. */
function OtherServices({ one }: { readonly one: FileTask }) {
  const { file, task } = one;
  if (task.kind !== 'timer' || task.details.duty !== 'referral_silence') return null;
  const referral = file.state.referral.referrals[task.details.about ?? ''];
  return referral === undefined ? null : <ReferralAlternatives file={file} referral={referral} />;
}

interface TaskActionProps {
  readonly one: FileTask;
  /** Read out with the button: what, and for whom. */
  readonly text: string;
  readonly onProblem: (problem: Problem | undefined) => void;
}

function TaskAction({ one, text, onProblem }: TaskActionProps) {
  const { t } = useLingui();
  const { file, task } = one;
  const say = useSay(file);
  const may = useMay(file);
  const { id } = file.row;

  async function done() {
    const said = await say('complete_step', { step_id: task.ref, outcome: 'done' });
    onProblem('problem' in said ? said.problem : undefined);
  }
  if (task.kind === 'step' && may.append) {
    return (
      <Button
        variant="default"
        leftSection={<IconCheck size={20} aria-hidden />}
        aria-label={t`Done: ${text}`}
        onClick={done}
      >
        <Trans>Done</Trans>
      </Button>
    );
  }
  if (isVisit(task) && may.help) {
    return (
      <Button
        component={Link}
        to={`/cases/${id}/visit`}
        variant="default"
        leftSection={<IconHomeHeart size={20} aria-hidden />}
        aria-label={t`Record a visit: ${text}`}
      >
        <Trans>Record a visit</Trans>
      </Button>
    );
  }
  return (
    <Button
      component={Link}
      to={`/cases/${id}/${taskPart(task)}`}
      variant="default"
      aria-label={t`Open: ${text}`}
    >
      <Trans>Open</Trans>
    </Button>
  );
}

/** An appointment has an hour, on the clock of the programme; everything else has the whole day. */
function hourOf({ file, task }: FileTask): string {
  if (!isAppointment(task)) return '';
  return new Intl.DateTimeFormat('en-GB', {
    ...{ hour: '2-digit', minute: '2-digit', timeZone: file.model.time_zone },
  }).format(new Date(task.due_at));
}

interface DueTagProps {
  readonly due: string;
  readonly hour: string;
  readonly today: string;
}

function DueTag({ due, hour, today }: DueTagProps) {
  const { i18n } = useLingui();
  const day = formatDay(i18n.locale, due);
  if (due < today) {
    return (
      <span className={styles.tag} data-tone="look">
        <Trans>was due on {day}</Trans>
      </span>
    );
  }
  if (hour !== '') {
    return <strong>{due === today ? <Trans>today, {hour}</Trans> : `${day}, ${hour}`}</strong>;
  }
  return (
    <span className={styles.soft}>
      {due === today ? <Trans>today</Trans> : <Trans>by {day}</Trans>}
    </span>
  );
}
