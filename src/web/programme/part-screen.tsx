import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { nameOf } from '#domain/case/model-difference.ts';
import type { Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import parts from '../case/case.module.css';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { EntryForm } from './entry-form.tsx';
import styles from './model-draft.module.css';
import { fieldText } from './model-field-text.ts';
import type { ModelPart } from './model-part.ts';
import { MODEL_PARTS } from './model-parts.ts';
import { entriesAt, entryTitle, valueAt, withValue } from './model-place.ts';
import { useDraftActs, useModelDraft } from './use-model-draft.ts';

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
            <Section title={i18n._(part.title)}>
              {part.list === undefined ? (
                <EntryForm part={part} draft={draft} name={null} />
              ) : (
                <Entries part={part} draft={draft} />
              )}
              <AsInForce part={part} draft={draft} />
            </Section>
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

function Entries({ part, draft }: PartProps) {
  const { i18n, t } = useLingui();
  const { save } = useDraftActs();
  const [open, setOpen] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const entries = entriesAt(draft.document, part.path);
  const { fresh, ordered = false } = part.list ?? {};
  /** Keeps the entries in another order, or without one of them. */
  const keep = async (change: (all: readonly object[]) => readonly object[]) =>
    setProblem(
      await save((document) =>
        withValue(document, part.path, change(entriesAt(document, part.path))),
      ),
    );
  return (
    <>
      <DraftProblem problem={problem} />
      <ul className={styles.entries}>
        {entries.map((entry, at) => {
          const name = nameOf(entry) ?? String(at);
          const title = entryTitle(i18n, entry);
          return (
            <li key={name}>
              <div className={styles.line}>
                <div>
                  <strong>{title}</strong>
                  <Shows part={part} entry={entry} document={draft.document} />
                </div>
                <div className={parts.buttons}>
                  {ordered && at > 0 ? (
                    <Button
                      variant="subtle"
                      aria-label={t`Move up: ${title}`}
                      onClick={() => keep((all) => raised(all, name))}
                    >
                      <Trans>Move up</Trans>
                    </Button>
                  ) : null}
                  <Button
                    variant="default"
                    aria-label={t`Change: ${title}`}
                    aria-expanded={open === name}
                    onClick={() => setOpen(open === name ? undefined : name)}
                  >
                    <Trans>Change</Trans>
                  </Button>
                  {fresh === undefined ? null : (
                    <Button
                      variant="subtle"
                      aria-label={t`Take away: ${title}`}
                      onClick={() => keep((all) => all.filter((one) => nameOf(one) !== name))}
                    >
                      <Trans>Take away</Trans>
                    </Button>
                  )}
                </div>
              </div>
              {open === name ? (
                <EntryForm part={part} draft={draft} name={name} close={() => setOpen(undefined)} />
              ) : null}
            </li>
          );
        })}
      </ul>
      {fresh === undefined ? null : open === '' ? (
        <EntryForm
          {...{ part, draft, name: '' }}
          close={() => setOpen(undefined)}
          onNamed={setOpen}
        />
      ) : (
        <Button onClick={() => setOpen('')}>
          <Trans>Add</Trans>
        </Button>
      )}
    </>
  );
}

interface ShowsProps {
  readonly part: ModelPart;
  readonly entry: object;
  readonly document: unknown;
}

/** The few things of an entry that one looks for in a list. */
function Shows({ part, entry, document }: ShowsProps) {
  const { i18n } = useLingui();
  const shown = (part.list?.shows ?? []).map((key) => {
    const field = part.fields.find((one) => one.key === key);
    return fieldText(i18n, field, Reflect.get(entry, key), document);
  });
  const words = shown.filter((one) => one !== '–').join(' · ');
  return words === '' ? null : <div className={parts.soft}>{words}</div>;
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

function raised(all: readonly object[], name: string): readonly object[] {
  const at = all.findIndex((one) => nameOf(one) === name);
  const [before, entry] = [all[at - 1], all[at]];
  if (before === undefined || entry === undefined) return all;
  return all.toSpliced(at - 1, 2, entry, before);
}
