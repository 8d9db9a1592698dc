import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft, IconFolders } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useOwnCases } from '../case/use-cases.ts';
import { useColleagues } from '../case/use-names.ts';
import { More, usePages } from '../ui/data-table.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { FileGiven } from './file-given.tsx';
import { LeavingPart } from './leaving-part.tsx';
import { lateTasks, loads } from './team-caseload.ts';

/** What one support worker carries, what presses first, each file one tap from somebody else's hands. */
export function WorkerScreen() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/team/$id' });
  const files = useOwnCases();
  const colleagues = useColleagues();
  const team = useMemo(() => {
    const workers = [...colleagues.values()].filter(
      (one) => one.active && one.role === 'caseworker',
    );
    return loads(
      files?.values() ?? [],
      workers.map((one) => one.id),
    ).workers;
  }, [files, colleagues]);
  const own = useMemo(
    () =>
      (team.find((one) => one.id === id)?.files ?? []).toSorted(
        (a, b) =>
          Number(b.row.urgent_needs > 0) - Number(a.row.urgent_needs > 0) ||
          lateTasks(b).length - lateTasks(a).length ||
          (a.row.last_met_on ?? '').localeCompare(b.row.last_met_on ?? ''),
      ),
    [team, id],
  );
  const load = team.find((one) => one.id === id);
  const pages = usePages(own, 25);
  if (files === undefined) return <Waiting />;
  return (
    <Page title={t`Support worker`} heading={colleagues.get(id)?.name ?? t`Support worker`} wide>
      <p style={{ marginBlockStart: '-0.75rem' }}>
        <Link to="/team" className={parts.link}>
          <IconArrowLeft size={20} aria-hidden className="turns" /> <Trans>The whole team</Trans>
        </Link>
      </p>
      {load === undefined ? null : <LeavingPart load={load} workers={team} />}
      <Section
        title={<Trans>Open support files</Trans>}
        actions={<span className={parts.soft}>{own.length}</span>}
      >
        {own.length === 0 ? (
          <EmptyState
            icon={<IconFolders size={44} aria-hidden />}
            title={<Trans>No open support file</Trans>}
          />
        ) : null}
        <ul className={parts.list}>
          {pages.shown.map((file) => (
            <FileGiven key={file.row.id} file={file} workers={team} />
          ))}
        </ul>
        <More
          shown={pages.shown.length}
          total={own.length}
          more={pages.more}
          onMore={pages.showMore}
        />
      </Section>
    </Page>
  );
}
