import { Trans, useLingui } from '@lingui/react/macro';
import { IconChecklist } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CaseFile } from '../case/case-file.ts';
import { TaskList } from '../case/task-list.tsx';
import { isHomeVisit } from '../case/task-words.ts';
import { useOwnCases } from '../case/use-cases.ts';
import { useNames } from '../case/use-names.ts';
import type { FileTask } from '../case/use-tasks.ts';
import { More, usePages } from '../ui/data-table.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { BestInterestsDue } from './best-interests-due.tsx';
import { lateTasks } from './team-caseload.ts';

const NOBODY = 'nobody';

/** What is late in the team, longest first, by the worker whose file it is. */
export function OverdueScreen() {
  const { t, i18n } = useLingui();
  const names = useNames();
  const files = useOwnCases();
  const [chosen, setChosen] = useState('');
  const groups = useMemo(() => {
    const late = [...(files?.values() ?? [])].flatMap(lateTasks);
    return Map.groupBy(
      late.toSorted((a, b) => a.due.localeCompare(b.due)),
      (one) => one.file.row.worker_id ?? NOBODY,
    );
  }, [files]);
  if (files === undefined) return <Waiting />;
  const nameOf = (id: string) =>
    id === NOBODY ? t`Without a support worker` : (names.account(id) ?? t`Somebody who has left`);
  const workers = [...groups.keys()].toSorted((a, b) =>
    nameOf(a).localeCompare(nameOf(b), i18n.locale),
  );
  const data = workers.map((value) => ({
    value,
    label: `${nameOf(value)} (${groups.get(value)?.length ?? 0})`,
  }));
  return (
    <Page
      title={t`Overdue`}
      intro={<Trans>What is late is a reason to ask how you can help, not a mark.</Trans>}
    >
      {workers.length > 1 ? (
        <ChoiceField
          path="worker"
          label={t`Support worker`}
          mb="lg"
          maw="24rem"
          value={chosen}
          data={[{ value: '', label: t`The whole team` }, ...data]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : null}
      {workers.length === 0 ? (
        <EmptyState
          icon={<IconChecklist size={44} aria-hidden />}
          title={<Trans>Nothing is late</Trans>}
        />
      ) : null}
      {chosen === '' ? <HomesNotVisited files={files.values()} /> : null}
      {chosen === '' ? <BestInterestsDue /> : null}
      {workers
        .filter((id) => chosen === '' || id === chosen)
        .map((id) => (
          <Late key={id} title={nameOf(id)} tasks={groups.get(id) ?? []} />
        ))}
    </Page>
  );
}

/** Children who live away from their parents, and whose home should have been visited by now. */
function HomesNotVisited({ files }: { readonly files: Iterable<CaseFile> }) {
  const late = [...files].flatMap(lateTasks).filter(({ task }) => isHomeVisit(task));
  if (late.length === 0) return null;
  return (
    <Section title={<Trans>Care arrangements with a visit overdue</Trans>}>
      <TaskList tasks={late.toSorted((a, b) => a.due.localeCompare(b.due))} named />
    </Section>
  );
}

function Late({ title, tasks }: { readonly title: string; readonly tasks: readonly FileTask[] }) {
  const pages = usePages(tasks, 10);
  return (
    <Section title={title} actions={<span className={parts.soft}>{tasks.length}</span>}>
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
