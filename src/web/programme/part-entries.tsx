import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { nameOf } from '#domain/case/model-difference.ts';
import type { Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import parts from '../ui/parts.module.css';
import { DraftProblem } from './draft-problem.tsx';
import { EntryForm } from './entry-form.tsx';
import { type EntryForms, type Standing, useEntryForms } from './entry-forms.ts';
import { entriesAt, withValue } from './model-document.ts';
import styles from './model-draft.module.css';
import { fieldText, titleIn } from './model-field-text.ts';
import type { ModelPart } from './model-part.ts';
import { useDraftActs } from './use-model-draft.ts';

interface PartProps {
  readonly part: ModelPart;
  readonly draft: Draft;
}

/** The entries of a part, each in a line with its form behind it. */
export function PartEntries({ part, draft }: PartProps) {
  const { i18n } = useLingui();
  const { save } = useDraftActs();
  const forms = useEntryForms();
  const [problem, setProblem] = useState<Problem>();
  const { fresh, under } = part.list ?? {};
  const entries = entriesAt(draft.document, part.path);
  const above = part.fields.find(({ key }) => key === under);
  const headingOf = (entry: object) =>
    forms.of(nameOf(entry) ?? '')?.under ??
    (above && fieldText(i18n, above, Reflect.get(entry, above.key), draft.document)) ??
    '';
  /** Keeps the entries in another order, or without one of them. */
  const keep = async (change: (all: readonly object[]) => readonly object[]) => {
    const failed = await save((document) =>
      withValue(document, part.path, change(entriesAt(document, part.path))),
    );
    setProblem(failed);
    return failed === undefined;
  };
  return (
    <>
      <DraftProblem problem={problem} />
      {[...Map.groupBy(entries, headingOf)].map(([heading, members]) => (
        <Together
          key={heading}
          heading={heading}
          open={members.some((entry) => isAtItsLine(forms.of(nameOf(entry) ?? '')))}
        >
          {members.map((entry) => (
            <OneEntry
              key={keyOf(forms, nameOf(entry)) ?? entries.indexOf(entry)}
              {...{ part, draft, entry, heading, forms, keep }}
              first={entries[0] === entry}
            />
          ))}
        </Together>
      ))}
      {forms.below.map(({ key, name }) => (
        <EntryForm
          key={key}
          {...{ part, draft, name }}
          close={() => forms.close(name)}
          onNamed={(named) => forms.named(key, named)}
        />
      ))}
      {fresh === undefined || forms.of('') !== undefined ? null : (
        <Button onClick={forms.add}>
          <Trans>Add</Trans>
        </Button>
      )}
    </>
  );
}

/** A form that was opened at its entry's line, and not below the list. */
function isAtItsLine(form: Standing | undefined): form is Standing {
  return form !== undefined && form.under !== null;
}

function keyOf(forms: EntryForms, name: string | null): string | null {
  const form = forms.of(name ?? '');
  return isAtItsLine(form) ? form.key : name;
}

interface TogetherProps {
  readonly heading: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

/** Entries in their list; those of one language, say, behind its name. */
function Together({ heading, open, children }: TogetherProps) {
  const list = <ul className={styles.entries}>{children}</ul>;
  if (heading === '') return list;
  return (
    <details open={open} className={styles.together}>
      <summary>{heading}</summary>
      {list}
    </details>
  );
}

interface EntryProps extends PartProps {
  readonly entry: object;
  readonly heading: string;
  readonly first: boolean;
  readonly forms: EntryForms;
  /** Whether it was kept. */
  readonly keep: (change: (all: readonly object[]) => readonly object[]) => Promise<boolean>;
}

function OneEntry({ part, draft, entry, heading, first, forms, keep }: EntryProps) {
  const { i18n, t } = useLingui();
  const name = nameOf(entry) ?? '';
  const title = titleIn(i18n, part, entry, draft.document);
  const { fresh, ordered = false } = part.list ?? {};
  const form = forms.of(name);
  async function takeAway() {
    if (await keep((all) => all.filter((one) => nameOf(one) !== name))) forms.close(name);
  }
  return (
    <li>
      <div className={styles.line}>
        <div>
          <strong>{title}</strong>
          <Shows part={part} entry={entry} document={draft.document} />
        </div>
        <div className={parts.buttons}>
          {ordered && !first ? (
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
            aria-expanded={form !== undefined}
            onClick={() => forms.toggle(name, heading)}
          >
            <Trans>Change</Trans>
          </Button>
          {fresh === undefined ? null : (
            <Button
              variant="subtle"
              aria-label={t`Take away: ${title}`}
              onClick={() => void takeAway()}
            >
              <Trans>Take away</Trans>
            </Button>
          )}
        </div>
      </div>
      {isAtItsLine(form) ? (
        <EntryForm
          {...{ part, draft, name }}
          close={() => forms.close(name)}
          onNamed={(named) => forms.named(form.key, named)}
        />
      ) : null}
    </li>
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
    const text = fieldText(i18n, field, Reflect.get(entry, key), document);
    // A figure alone says nothing.
    return field?.kind === 'number' && text !== '–' ? `${i18n._(field.label)}: ${text}` : text;
  });
  const words = shown.filter((one) => one !== '–').join(' · ');
  return words === '' ? null : <div className={`${parts.soft} ${styles.shows}`}>{words}</div>;
}

function raised(all: readonly object[], name: string): readonly object[] {
  const at = all.findIndex((one) => nameOf(one) === name);
  const [before, entry] = [all[at - 1], all[at]];
  if (before === undefined || entry === undefined) return all;
  return all.toSpliced(at - 1, 2, entry, before);
}
