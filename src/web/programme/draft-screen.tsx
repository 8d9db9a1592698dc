import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import parts from '../case/case.module.css';
import { useModel } from '../evidence/use-numbers.ts';
import { fieldMessage } from '../problem-messages.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import { DraftFile } from './draft-file.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { DraftPublish } from './draft-publish.tsx';
import { DraftTrial } from './draft-trial.tsx';
import { ModelChanges } from './model-changes.tsx';
import styles from './model-draft.module.css';
import { MODEL_PARTS } from './model-parts.ts';
import { partOf, placeWords } from './model-place.ts';
import { useDraftActs, useModelDraft } from './use-model-draft.ts';

/** The next version of the programme model: its parts, what is wrong, what is different, trying, publishing. */
export function DraftScreen() {
  const { t } = useLingui();
  const asked = useModelDraft();
  const model = useModel();
  return (
    <Page
      title={t`Next version`}
      intro={
        <Trans>
          Nothing changes for anybody until it is published. Support files that are there keep their
          version.
        </Trans>
      }
      actions={<Link to="/model">{t`Version in force`}</Link>}
      wide
    >
      <Answered asked={asked}>
        {({ draft }) => (
          <Answered asked={model}>
            {(inForce) =>
              draft === null ? <Begin /> : <Overview draft={draft} inForce={inForce} />
            }
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function Begin() {
  const { begin } = useDraftActs();
  const [problem, setProblem] = useState<Problem>();
  return (
    <Section title={<Trans>No draft is open</Trans>}>
      <p>
        <Trans>A draft begins as a copy of the version in force.</Trans>
      </p>
      <DraftProblem problem={problem} />
      <Button onClick={async () => setProblem(await begin())}>
        <Trans>Begin a draft</Trans>
      </Button>
    </Section>
  );
}

interface OverviewProps {
  readonly draft: Draft;
  readonly inForce: ProgrammeModel;
}

function Overview({ draft, inForce }: OverviewProps) {
  const { i18n } = useLingui();
  const version = Number(draft.document.version);
  const saved = formatMoment(i18n.locale, draft.saved_at);
  const by = draft.saved_by ?? '…';
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>Draft of version {version}</Trans> ·{' '}
        <Trans>
          saved {saved} by {by}
        </Trans>
      </p>
      <Faults draft={draft} />
      <Section title={<Trans>Parts</Trans>}>
        <ul className={styles.entries}>
          {MODEL_PARTS.map((part) => (
            <li key={part.path} className={styles.line}>
              <div>
                <Link to="/model/draft/$part" params={{ part: part.path || 'programme' }}>
                  {i18n._(part.title)}
                </Link>
              </div>
              <PartTags draft={draft} path={part.path} />
            </li>
          ))}
        </ul>
        <p className={parts.soft}>
          <Trans>Everything else in the model stays as it is.</Trans>
        </p>
        <DraftFile draft={draft} />
      </Section>
      <Section title={<Trans>What is different</Trans>}>
        <ModelChanges changes={draft.changes} before={inForce} after={draft.document} />
      </Section>
      <DraftTrial draft={draft} />
      <DraftPublish draft={draft} />
    </>
  );
}

/** How much of a part is different or wrong. */
function PartTags({ draft, path }: { readonly draft: Draft; readonly path: string }) {
  const here = (place: string) => partOf(place)?.path === path;
  const changes = draft.changes.filter((one) => one.path !== 'version' && here(one.path)).length;
  const faults = draft.problems.filter((one) => here(bare(one))).length;
  return (
    <div className={parts.tags}>
      {faults === 0 ? null : (
        <span className={parts.tag} data-tone="urgent">
          <Trans>to mend: {faults}</Trans>
        </span>
      )}
      {changes === 0 ? null : (
        <span className={parts.tag} data-tone="some">
          <Trans>different: {changes}</Trans>
        </span>
      )}
    </div>
  );
}

/** Each fault as a sentence with its place, and the way there. */
function Faults({ draft }: { readonly draft: Draft }) {
  const { i18n } = useLingui();
  if (draft.problems.length === 0) return null;
  return (
    <Section title={<Trans>To mend before it can be tried or published</Trans>}>
      <ul className={styles.wrong}>
        {draft.problems.slice(0, 30).map((fault) => {
          const path = bare(fault);
          const part = partOf(path);
          const words = placeWords(i18n, path, [draft.document]);
          return (
            <li key={`${fault.path} ${fault.code}`}>
              {part === undefined ? (
                words
              ) : (
                <Link to="/model/draft/$part" params={{ part: part.path || 'programme' }}>
                  {words}
                </Link>
              )}
              : {i18n._(fieldMessage(fault.code).id, { ...fault.details })}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function bare({ path }: Pick<FieldProblem, 'path'>): string {
  return path.replace(/^model\./, '');
}
