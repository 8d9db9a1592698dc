import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import { DraftFaults, DraftParts } from './draft-parts.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { DraftPublish } from './draft-publish.tsx';
import { DraftTrial } from './draft-trial.tsx';
import { ModelChanges } from './model-changes.tsx';
import { PartOrigins } from './part-origins.tsx';
import { useDraftActs, useModelDraft, useModelVersions } from './use-model-draft.ts';

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
      actions={
        <>
          <Link to="/model/packages">{t`Models to pass on`}</Link>
          <Link to="/model">{t`Version in force`}</Link>
        </>
      }
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
      <InForce />
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

/** What holds today; after a publication it says that there was one. */
function InForce() {
  const { i18n } = useLingui();
  const newest = useModelVersions().value?.versions[0];
  if (newest === undefined) return null;
  const { version } = newest;
  const moment = formatMoment(i18n.locale, newest.published_at);
  return (
    <p role="status">
      <Trans>
        Version {version} is in force, published {moment}.
      </Trans>
    </p>
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
      <DraftFaults draft={draft} />
      <DraftParts draft={draft} />
      <Section title={<Trans>What is different</Trans>}>
        <ModelChanges changes={draft.changes} before={inForce} after={draft.document} />
      </Section>
      <PartOrigins within="" document={draft.document} />
      <DraftTrial draft={draft} />
      <DraftPublish draft={draft} />
    </>
  );
}
