import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DraftProblem } from './draft-problem.tsx';
import { EntryForm } from './entry-form.tsx';
import { valueAt, withValue } from './model-document.ts';
import type { ModelPart } from './model-part.ts';
import { MODEL_PARTS } from './model-parts.ts';
import { PartEntries } from './part-entries.tsx';
import { PartOrigins } from './part-origins.tsx';
import { useDraftActs, useModelDraft } from './use-model-draft.ts';
import { VaccinationImport } from './vaccination-import.tsx';

/** One part of the draft: its entries, each with its form. */
export function PartScreen() {
  const { t, i18n } = useLingui();
  const { part: wanted } = useParams({ from: '/model/draft/$part' });
  const asked = useModelDraft();
  const part = MODEL_PARTS.find(({ path }) => (path || 'programme') === wanted);
  if (part === undefined) return <EmptyState title={<Trans>There is no such part.</Trans>} />;
  return (
    <Page
      title={i18n._(part.title)}
      intro={part.intro && i18n._(part.intro)}
      actions={<Link to="/model/draft">{t`All parts of the draft`}</Link>}
      wide
    >
      <Answered asked={asked}>
        {({ draft }) =>
          draft === null ? (
            <EmptyState title={<Trans>No draft is open</Trans>} />
          ) : (
            <>
              <Section title={<Trans>In the draft</Trans>}>
                {part.list === undefined ? (
                  <EntryForm part={part} draft={draft} name={null} />
                ) : (
                  <PartEntries part={part} draft={draft} />
                )}
                <AsInForce part={part} draft={draft} />
              </Section>
              {part.path === 'vaccinations.doses' ? (
                <Section title={<Trans>Bring in a calendar</Trans>}>
                  <VaccinationImport />
                </Section>
              ) : null}
              <PartOrigins within={part.path} document={draft.document} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

interface PartProps {
  readonly part: ModelPart;
  readonly draft: Draft;
}

/** Puts a part back to what is in force: whatever was taken away by mistake is there again. */
function AsInForce({ part, draft }: PartProps) {
  const { save } = useDraftActs();
  const model = useModel().value;
  const [problem, setProblem] = useState<Problem>();
  const changed = draft.changes.some(
    ({ path }) => path === part.path || path.startsWith(`${part.path}.`),
  );
  if (model === undefined || part.path === '' || !changed) return null;
  return (
    <div className={parts.buttons} style={{ marginBlockStart: '1rem' }}>
      <DraftProblem problem={problem} />
      <Button
        variant="subtle"
        onClick={async () =>
          setProblem(
            await save((document) => withValue(document, part.path, valueAt(model, part.path))),
          )
        }
      >
        <Trans>Put back as it is in force</Trans>
      </Button>
    </div>
  );
}
