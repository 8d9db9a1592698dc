import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconSunHigh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../account/use-session.ts';
import { wasNotApplied } from '../device/outbox.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import { FamilyToday, useFamilySteps } from '../people/family-today.tsx';
import { More, usePages } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import type { CaseFile } from './case-file.ts';
import { dayOf } from './day.ts';
import { OnTheirWay } from './on-their-way.tsx';
import { personName } from './person-name.ts';
import { TaskList } from './task-list.tsx';
import own from './today.module.css';
import { useOnTheirWay, useOwnCases } from './use-cases.ts';
import type { FileTask } from './use-tasks.ts';

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
  const parts: readonly DayPart[] = [
    { anchor: 'urgent', title: t`Urgent needs`, files: day.urgent, look: '/needs' },
    { anchor: 'twice', title: t`Said twice, please look`, files: day.conflicts, look: '/needs' },
    { anchor: 'late', title: t`Overdue`, tasks: day.late },
    { anchor: 'now', title: t`Today`, tasks: day.now },
    { anchor: 'appeals', title: t`Appeals that can still be written`, tasks: day.appeals },
    { anchor: 'answered', title: t`Services have answered`, tasks: day.answered },
    { anchor: 'unmet', title: t`Nobody has spoken with them yet`, files: day.unmet, look: '' },
    { anchor: 'soon', title: t`The next seven days`, tasks: day.soon },
  ];
  const quiet =
    day.all === 0 && day.conflicts.length === 0 && day.unmet.length === 0 && family.length === 0;
  return (
    <Page title={t`Today`} intro={formatDay(i18n.locale, day.today)}>
      <Unsent />
      <Jump parts={parts} />
      {parts.map((part) => (
        <Part key={part.anchor} part={part} />
      ))}
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

interface DayPart {
  readonly anchor: string;
  readonly title: string;
  readonly tasks?: readonly FileTask[];
  readonly files?: readonly CaseFile[];
  /** Where "Look" leads in a file. */
  readonly look?: string;
}

const lengthOf = ({ tasks, files }: DayPart) => (tasks ?? files ?? []).length;

/** What a day is made of; the rest is short, or stands on top. */
const JUMPS = ['late', 'now', 'answered', 'soon'];

/** On a long day what is due today is one tap away, however much is late above it. */
function Jump({ parts }: { readonly parts: readonly DayPart[] }) {
  const { t } = useLingui();
  const some = parts.filter((part) => JUMPS.includes(part.anchor) && lengthOf(part) > 0);
  if (some.length < 2) return null;
  return (
    <nav className={own.jump} aria-label={t`What this day holds`}>
      {some.map((part) => (
        <Link key={part.anchor} to="/today" hash={part.anchor} replace>
          {part.title} <span className={styles.soft}>{lengthOf(part)}</span>
        </Link>
      ))}
    </nav>
  );
}

function Part({ part }: { readonly part: DayPart }) {
  return part.files === undefined ? <Tasks part={part} /> : <FileLines part={part} />;
}

function Tasks({ part: { anchor, title, tasks = [] } }: { readonly part: DayPart }) {
  const pages = usePages(tasks, 10);
  if (tasks.length === 0) return null;
  return (
    <Section
      anchor={anchor}
      title={title}
      actions={<span className={styles.soft}>{tasks.length}</span>}
    >
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

function FileLines({ part: { anchor, title, files = [], look = '' } }: { readonly part: DayPart }) {
  const { t } = useLingui();
  const pages = usePages(files, 10);
  if (files.length === 0) return null;
  return (
    <Section
      anchor={anchor}
      title={title}
      actions={<span className={styles.soft}>{files.length}</span>}
    >
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
                  to={`/cases/${file.row.id}${look}`}
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
