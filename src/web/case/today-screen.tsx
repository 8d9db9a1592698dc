import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconSunHigh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { dayAt } from '#domain/zone.ts';
import { useMe } from '../account/use-session.ts';
import { wasNotApplied } from '../device/outbox.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import { FamilyToday, useFamilySteps } from '../people/family-today.tsx';
import { More, usePages } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { OnTheirWay } from './on-their-way.tsx';
import { personName } from './person-name.ts';
import { TaskList } from './task-list.tsx';
import { useOnTheirWay, useOwnCases } from './use-cases.ts';
import { type FileTask, fileTasks } from './use-tasks.ts';

/** The day of a support worker: what to look at, what is late, what is due, what comes. */
export function TodayScreen() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const files = useOwnCases();
  const day = useMemo(
    () => (files ? dayOf([...files.values()], me.id) : undefined),
    [files, me.id],
  );
  const coming = useOnTheirWay(files);
  const family = useFamilySteps(day?.mine, day?.until ?? '');
  if (day === undefined) return <Waiting />;
  const quiet =
    day.all === 0 && day.conflicts.length === 0 && day.unmet.length === 0 && family.length === 0;
  return (
    <Page title={t`Today`} intro={formatDay(i18n.locale, day.today)}>
      <Unsent />
      <FileLines title={<Trans>Urgent needs</Trans>} files={day.urgent} part="/needs" />
      <FileLines
        title={<Trans>Said twice, please look</Trans>}
        files={day.conflicts}
        part="/needs"
      />
      <Tasks title={<Trans>Overdue</Trans>} tasks={day.late} />
      <Tasks title={<Trans>Today</Trans>} tasks={day.now} />
      <Tasks title={<Trans>Appeals that can still be written</Trans>} tasks={day.appeals} />
      <Tasks title={<Trans>Services have answered</Trans>} tasks={day.answered} />
      <FileLines title={<Trans>Nobody has spoken with them yet</Trans>} files={day.unmet} part="" />
      <Tasks title={<Trans>The next seven days</Trans>} tasks={day.soon} />
      <FamilyToday steps={family} />
      {quiet ? (
        <Section title={<Trans>Today</Trans>}>
          {coming ? (
            <OnTheirWay />
          ) : (
            <EmptyState
              icon={<IconSunHigh size={44} aria-hidden />}
              title={<Trans>Nothing is waiting</Trans>}
              action={
                <Button component={Link} to="/cases">
                  <Trans>To my cases</Trans>
                </Button>
              }
            >
              <Trans>What becomes due shows up here by itself.</Trans>
            </EmptyState>
          )}
        </Section>
      ) : null}
    </Page>
  );
}

const OF_SUPERVISOR = ['approval', 'assistance_approval'];
const SERVICES = ['referral_question', 'referral_offer', 'referral_answered'];

/** Without a file no programme says its time zone: then it is this device's day. */
function localToday(): string {
  return dayAt(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function dayOf(files: readonly CaseFile[], account: string) {
  const today = files[0]?.situation.today ?? localToday();
  const week = new Date(`${today}T00:00:00Z`);
  week.setUTCDate(week.getUTCDate() + 7);
  const until = week.toISOString().slice(0, 10);
  const mine = files.filter(({ row }) => row.worker_id === account || row.worker_id === null);
  const tasks = mine
    .flatMap(fileTasks)
    // What waits for the supervisor is on the supervisor's list.
    .filter(({ task }) => !OF_SUPERVISOR.includes(task.kind) && task.details.duty !== 'approval')
    .sort((a, b) => a.task.due_at.localeCompare(b.task.due_at));
  const ofServices = ({ task }: FileTask) => SERVICES.includes(task.kind);
  const others = tasks.filter((one) => !ofServices(one));
  // The last day of an appeal is before one's eyes from the day of the no, however far it is.
  const appeal = ({ task, due }: FileTask) => task.kind === 'document_appeal' && due > today;
  return {
    ...{ today, until },
    mine: mine.filter(({ row }) => row.closed_at === null),
    answered: tasks.filter(ofServices),
    appeals: others.filter(appeal),
    late: others.filter((one) => one.due < today),
    now: others.filter((one) => one.due === today),
    soon: others.filter((one) => !appeal(one) && one.due > today && one.due <= until),
    // Somebody handed over this week is not to be found only when the first step is late.
    unmet: mine.filter(({ row }) => row.closed_at === null && row.last_met_on === null),
    conflicts: mine.filter(({ row }) => row.conflicts > 0),
    urgent: mine.filter(({ row }) => row.urgent_needs > 0 && row.closed_at === null),
    all: tasks.filter((one) => one.due <= until || appeal(one)).length,
  };
}

function Tasks({
  title,
  tasks,
}: {
  readonly title: ReactNode;
  readonly tasks: readonly FileTask[];
}) {
  const pages = usePages(tasks, 10);
  if (tasks.length === 0) return null;
  return (
    <Section title={title} actions={<span className={styles.soft}>{tasks.length}</span>}>
      <TaskList tasks={pages.shown} named />
      <More
        shown={pages.shown.length}
        total={tasks.length}
        more={pages.more}
        onMore={pages.showMore}
      />
    </Section>
  );
}

interface FileLinesProps {
  readonly title: ReactNode;
  readonly files: readonly CaseFile[];
  readonly part: string;
}

function FileLines({ title, files, part }: FileLinesProps) {
  const { t } = useLingui();
  const pages = usePages(files, 10);
  if (files.length === 0) return null;
  return (
    <Section title={title} actions={<span className={styles.soft}>{files.length}</span>}>
      <ul className={styles.list}>
        {pages.shown.map((file) => {
          const name = personName(file.person) || t`Name not yet known`;
          const urgent = Object.values(file.state.need.needs).filter(
            (need) => need.urgent && need.resolved_at === null,
          );
          return (
            <li key={file.row.id}>
              <div className={styles.item}>
                <div>
                  <Link to="/cases/$id" params={{ id: file.row.id }} className={styles.link}>
                    {name}
                  </Link>
                  {urgent.map((need) => (
                    <div key={need.words}>{need.words}</div>
                  ))}
                </div>
                <Button
                  component={Link}
                  to={`/cases/${file.row.id}${part}`}
                  variant="default"
                  aria-label={t`Look: ${name}`}
                >
                  <Trans>Look</Trans>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <More
        shown={pages.shown.length}
        total={files.length}
        more={pages.more}
        onMore={pages.showMore}
      />
    </Section>
  );
}

/** Entries that the server did not take: they come before everything else. */
function Unsent() {
  const count = useOutboxEntries().filter(wasNotApplied).length;
  if (count === 0) return null;
  return (
    <div className={styles.look} role="alert" style={{ marginBlock: '0 1rem' }}>
      <Plural
        value={count}
        one="# entry was not saved by the server."
        other="# entries were not saved by the server."
      />{' '}
      <Link to="/unsent" className={styles.link}>
        <Trans>Look at them</Trans>
      </Link>
    </div>
  );
}
