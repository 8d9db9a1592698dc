import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { documentDifference, nameOf } from '#domain/case/model-difference.ts';
import type { Problem } from '#domain/problem.ts';
import type { Draft, DraftDocument } from '#domain/programme/model-draft.ts';
import parts from '../case/case.module.css';
import { FieldProblems } from '../ui/field.tsx';
import { Notice } from '../ui/problem-text.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { ModelFields } from './model-fields.tsx';
import type { ModelPart } from './model-part.ts';
import { entriesAt, valueAt, withValue } from './model-place.ts';
import { useDraftActs } from './use-model-draft.ts';

interface EntryFormProps {
  readonly part: ModelPart;
  readonly draft: Draft;
  /** The entry by its name; `''` = a new one; null = the part is one object. */
  readonly name: string | null;
  readonly close?: () => void;
  /** A new entry has a name from its first saving on. */
  readonly onNamed?: (name: string) => void;
}

type Entry = Readonly<Record<string, unknown>>;

/** One entry of a part. Saved at once, also unsound: what is wrong then stands beside its field. */
export function EntryForm({ part, draft, name, close, onNamed }: EntryFormProps) {
  const { save } = useDraftActs();
  const [held, setHeld] = useState(() => entryOf(part, draft.document, name));
  const [value, setValue] = useState<Entry>(held ?? ((part.list?.fresh ?? {}) as Entry));
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // The same object until the draft changes: the first wrong field gets the focus once.
  const wrong = useMemo(() => {
    const fields = faultsAt(part, draft, name);
    return fields.length === 0 ? undefined : { code: 'invalid_input' as const, fields };
  }, [part, draft, name]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    // Somebody else may have changed this very entry while it was open here.
    const now = entryOf(part, draft.document, name);
    if (documentDifference(held, now).length > 0) {
      setHeld(now);
      const place = [part.path, name ?? ''].filter((one) => one !== '').join('.');
      return setProblem({ code: 'model_draft_changed', details: { places: [place] } });
    }
    const failed = await save((document) => withEntry(part, document, name, value));
    setProblem(failed);
    if (failed !== undefined) return;
    setHeld(value);
    setSaved(true);
    if (name === '') onNamed?.(nameOf(value) ?? '');
  }
  return (
    <FieldProblems problem={wrong}>
      <form className={parts.form} onSubmit={submit} noValidate>
        <ModelFields
          fields={part.fields}
          value={value}
          document={draft.document}
          fixed={name !== ''}
          onChange={(next) => {
            setValue(next);
            setSaved(false);
          }}
        />
        <DraftProblem problem={problem} />
        {saved ? (
          <Notice>
            {wrong === undefined ? (
              <Trans>Saved in the draft.</Trans>
            ) : (
              <Trans>
                Saved in the draft, but something is not right yet: see the marks above.
              </Trans>
            )}
          </Notice>
        ) : null}
        <div className={parts.buttons}>
          <Button type="submit">
            <Trans>Save</Trans>
          </Button>
          {close === undefined ? null : (
            <Button variant="subtle" onClick={close}>
              <Trans>Close</Trans>
            </Button>
          )}
        </div>
      </form>
    </FieldProblems>
  );
}

function entryOf(part: ModelPart, document: DraftDocument, name: string | null) {
  if (name === null) return valueAt(document, part.path) as Entry | undefined;
  return entriesAt(document, part.path).find((one) => nameOf(one) === name) as Entry | undefined;
}

/** The document with this entry: in its old place, or at the end. Keys that no field shows stay. */
function withEntry(
  part: ModelPart,
  document: DraftDocument,
  name: string | null,
  value: Entry,
): DraftDocument {
  if (name === null) {
    if (part.path !== '') return withValue(document, part.path, value);
    const own = part.fields.map(({ key }) => [key, value[key]] as const);
    return { ...document, ...Object.fromEntries(own) };
  }
  const all = entriesAt(document, part.path);
  const at = all.findIndex((one) => nameOf(one) === name);
  const next = at === -1 ? [...all, value] : all.with(at, value);
  return withValue(document, part.path, next);
}

/** What is wrong in this entry, with paths as its fields have them. */
function faultsAt(part: ModelPart, draft: Draft, name: string | null) {
  const at = entriesAt(draft.document, part.path).findIndex((one) => nameOf(one) === name);
  const index = name === null ? [] : [String(at)];
  const prefix = ['model', part.path, ...index].filter((one) => one !== '').join('.');
  return draft.problems.flatMap((fault) =>
    fault.path.startsWith(`${prefix}.`)
      ? [{ ...fault, path: fault.path.slice(prefix.length + 1) }]
      : [],
  );
}
