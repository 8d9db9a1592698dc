import { Trans, useLingui } from '@lingui/react/macro';
import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { caseloadStanding } from '#domain/case/caseload.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useOwnCases } from '../case/use-cases.ts';
import { useColleagues, useNames } from '../case/use-names.ts';
import { StandingIn } from '../duty/standing-in.tsx';
import { type Column, DataTable, More, usePages } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import ui from '../ui/ui.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { FileGiven } from './file-given.tsx';
import styles from './team.module.css';
import { figuresOf, loads, type WorkerLoad } from './team-caseload.ts';

/** The team at a glance: who carries how much, what presses, and the files that nobody has yet. */
export function TeamScreen() {
  const { t } = useLingui();
  const files = useOwnCases();
  const colleagues = useColleagues();
  const team = useMemo(() => {
    const workers = [...colleagues.values()].filter(
      (one) => one.active && one.role === 'caseworker',
    );
    return files === undefined
      ? undefined
      : loads(
          files.values(),
          workers.map((one) => one.id),
          (id) => colleagues.get(id)?.active === false,
        );
  }, [files, colleagues]);
  if (files === undefined || team === undefined) return <Waiting />;
  return (
    <Page title={t`Team`} wide>
      <StandingIn />
      <Figures files={files} />
      <Unassigned files={team.unassigned} workers={team.workers} />
      <Workers workers={team.workers} model={[...files.values()][0]?.model} />
    </Page>
  );
}

interface FiguresProps {
  readonly files: ReadonlyMap<string, CaseFile>;
}

function Figures({ files }: FiguresProps) {
  const { open, urgent, overdue, waits } = figuresOf(files.values());
  return (
    <dl className={styles.figures}>
      <div>
        <dt>
          <Link to="/cases">
            <Trans>Open support files</Trans>
          </Link>
        </dt>
        <dd>{open}</dd>
      </div>
      <div>
        <dt>
          <Link to="/cases" search={{ which: 'urgent' }}>
            <Trans>With an urgent need</Trans>
          </Link>
        </dt>
        <dd>{urgent}</dd>
      </div>
      <div>
        <dt>
          <Link to="/overdue">
            <Trans>Overdue</Trans>
          </Link>
        </dt>
        <dd>{overdue}</dd>
      </div>
      <div>
        <dt>
          <Link to="/approvals">
            <Trans>Waiting for you</Trans>
          </Link>
        </dt>
        <dd>{waits}</dd>
      </div>
    </dl>
  );
}

interface UnassignedProps {
  readonly files: readonly CaseFile[];
  readonly workers: readonly WorkerLoad[];
}

function Unassigned({ files, workers }: UnassignedProps) {
  const pages = usePages(files, 5);
  if (files.length === 0) return null;
  return (
    <Section
      title={<Trans>Without a support worker</Trans>}
      actions={<span className={parts.soft}>{files.length}</span>}
    >
      <ul className={parts.list}>
        {pages.shown.map((file) => (
          <FileGiven key={file.row.id} file={file} workers={workers} />
        ))}
      </ul>
      <More
        shown={pages.shown.length}
        total={files.length}
        more={pages.more}
        onMore={pages.showMore}
      />
      <p style={{ marginBlockEnd: 0 }}>
        <Link to="/team/share" className={parts.link}>
          {files.length < 2 ? (
            <Trans>Share out files</Trans>
          ) : (
            <Trans>Have a proposal worked out for all of them</Trans>
          )}
        </Link>
      </p>
    </Section>
  );
}

interface WorkersProps {
  readonly workers: readonly WorkerLoad[];
  readonly model: ProgrammeModel | undefined;
}

function Workers({ workers, model }: WorkersProps) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const nameOf = (load: WorkerLoad) => names.account(load.id) ?? t`Somebody who has left`;
  const shown = workers.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), i18n.locale));
  const warn = model?.thresholds.caseload_warn ?? 20;
  const full = model?.thresholds.caseload_full ?? 26;
  const count = (value: number) => (
    <span className={styles.count} data-some={value > 0}>
      {value}
    </span>
  );
  const columns: readonly Column<WorkerLoad>[] = [
    {
      key: 'name',
      title: t`Support worker`,
      cell: (load) => (
        <Link to="/team/$id" params={{ id: load.id }} className={ui.rowLink}>
          {nameOf(load)}
        </Link>
      ),
    },
    {
      key: 'files',
      title: t`Files`,
      cell: (load) => <Load open={load.files.length} warn={warn} full={full} />,
    },
    { key: 'urgent', title: t`Urgent`, number: true, cell: (load) => count(load.urgent) },
    { key: 'overdue', title: t`Overdue`, number: true, cell: (load) => count(load.overdue) },
    { key: 'conflicts', title: t`Said twice`, number: true, cell: (load) => count(load.conflicts) },
    {
      key: 'unmet',
      title: t`Longest without contact`,
      cell: (load) => <Unmet load={load} />,
    },
  ];
  if (workers.length === 0) {
    return (
      <Section title={<Trans>Support workers</Trans>}>
        <EmptyState
          icon={<IconUsers size={44} aria-hidden />}
          title={<Trans>No support worker yet</Trans>}
        >
          <Trans>An administrator adds accounts.</Trans>
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={<Trans>Support workers</Trans>}>
      <DataTable
        caption={t`From ${warn} files on a worker has many; with ${full} a worker takes no more herself.`}
        columns={columns}
        rows={shown}
        rowKey={(load) => load.id}
      />
    </Section>
  );
}

interface LoadProps {
  readonly open: number;
  readonly warn: number;
  readonly full: number;
}

/** The balance: a bar against what is too much, with the figure and, where it is much, a word. */
function Load({ open, warn, full }: LoadProps) {
  const state = caseloadStanding(open, { caseload_warn: warn, caseload_full: full });
  const width = `${Math.min(100, Math.round((open / full) * 100))}%`;
  return (
    <div>
      <div className={styles.load}>
        <strong>{open}</strong>
        <div className={styles.track} data-load={state} aria-hidden>
          <span style={{ inlineSize: width }} />
        </div>
      </div>
      {state === 'fine' ? null : (
        <div className={parts.soft}>
          {state === 'full' ? <Trans>Full</Trans> : <Trans>Many</Trans>}
        </div>
      )}
    </div>
  );
}

function Unmet({ load }: { readonly load: WorkerLoad }) {
  const { i18n } = useLingui();
  const since = load.unmet_since === null ? '' : formatDay(i18n.locale, load.unmet_since);
  const never = load.never_met;
  return (
    <>
      {since === '' ? null : <div>{since}</div>}
      {never === 0 ? null : (
        <div className={parts.soft}>
          <Trans>{never} not met yet</Trans>
        </div>
      )}
      {since === '' && never === 0 ? '–' : null}
    </>
  );
}
