import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { modelDifference } from '#domain/case/model-difference.ts';
import type { Problem } from '#domain/problem.ts';
import { fileDifference } from '#domain/programme/file-difference.ts';
import type { CaseFile } from '../case/case-file.ts';
import { type HeldModel, isBehind, useModels } from '../case/newer-model.ts';
import { personName } from '../case/person-name.ts';
import { useOwnCases, useSayAbout } from '../case/use-cases.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ModelChanges } from './model-changes.tsx';
import styles from './model-draft.module.css';

/** The open files of a team by the version that they follow, and the way to the newest for all of them. */
export function ModelFilesScreen() {
  const { t, i18n } = useLingui();
  const files = useOwnCases();
  const newest = useModels()?.[0];
  if (files === undefined || newest === undefined) return <Waiting />;
  const behind = [...files.values()]
    .filter((file) => isBehind(file, newest))
    .toSorted((a, b) => personName(a.person).localeCompare(personName(b.person), i18n.locale));
  const versions = Map.groupBy(behind, ({ model }) => model.version);
  return (
    <Page
      title={t`Programme versions`}
      intro={
        <Trans>
          A support file keeps the version it was opened with until you move it to a newer one.
        </Trans>
      }
    >
      {versions.size === 0 ? (
        <EmptyState title={<Trans>All open support files follow the newest version.</Trans>} />
      ) : null}
      {[...versions.keys()]
        .toSorted((a, b) => a - b)
        .map((version) => (
          <Behind key={version} files={versions.get(version) ?? []} newest={newest} />
        ))}
    </Page>
  );
}

interface BehindProps {
  readonly files: readonly CaseFile[];
  readonly newest: HeldModel;
}

function Behind({ files, newest }: BehindProps) {
  const say = useSayAbout();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const before = files[0]?.model;
  if (before === undefined) return null;
  const after = newest.document;
  const [from, to, count] = [before.version, after.version, files.length];
  /** Each file for itself: one that cannot go, because its stage is gone, keeps none of the others. */
  const moveAll = async () => {
    setBusy(true);
    let last: Problem | undefined;
    for (const file of files) {
      const said = await say(file, 'change_model', { model_id: newest.id });
      if ('problem' in said) last = said.problem;
    }
    setProblem(last);
    setBusy(false);
  };
  return (
    <Section
      title={
        <Trans>
          Version {from}: open support files: {count}
        </Trans>
      }
    >
      <ul className={styles.entries}>
        {files.map((file) => (
          <FileLine key={file.row.id} file={file} after={after} />
        ))}
      </ul>
      <h3>
        <Trans>What is different in version {to}</Trans>
      </h3>
      <ModelChanges changes={modelDifference(before, after)} before={before} after={after} />
      <ProblemText problem={problem} />
      <Button loading={busy} onClick={moveAll}>
        <Trans>
          Move all {count} to version {to}
        </Trans>
      </Button>
    </Section>
  );
}

interface LineProps {
  readonly file: CaseFile;
  readonly after: ProgrammeModel;
}

/** One file of those that would move: how much is different for it, and the way to read what. */
function FileLine({ file, after }: LineProps) {
  const found = fileDifference(file.state, file.model, after, file.situation);
  const [dates, lacking] = [found.due.length, found.lacking.length];
  return (
    <li className={styles.line}>
      <div>
        <Link to="/cases/$id/$part" params={{ id: file.row.id, part: 'team' }}>
          {personName(file.person) || file.row.number}
        </Link>
      </div>
      <div className={parts.tags}>
        {found.stage_gone ? (
          <span className={parts.tag} data-tone="urgent">
            <Trans>cannot move: its stage is gone</Trans>
          </span>
        ) : null}
        {dates === 0 ? null : (
          <span className={parts.tag}>
            <Trans>other dates: {dates}</Trans>
          </span>
        )}
        {lacking === 0 ? null : (
          <span className={parts.tag} data-tone="some">
            <Trans>newly asked for: {lacking}</Trans>
          </span>
        )}
      </div>
    </li>
  );
}
