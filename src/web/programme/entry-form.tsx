import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { documentDifference, nameOf } from '#domain/case/model-difference.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { FieldProblems } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { entryOf, faultsAt, isTaken, withEntry } from './entry-place.ts';
import { ModelFields } from './model-fields.tsx';
import type { Entry, ModelPart } from './model-part.ts';
import { useDraftActs } from './use-model-draft.ts';

interface EntryFormProps {
  readonly part: ModelPart;
  readonly draft: Draft;
  /** The entry by its name; `''` = a new one; null = the part is one object. */
  readonly name: string | null;
  readonly close?: () => void;
  /** A new entry has a name from its first saving on, and what names an entry may be chosen anew. */
  readonly onNamed?: (name: string) => void;
}

/** One entry of a part. Saved at once, also unsound: what is wrong then stands beside its field. */
export function EntryForm({ part, draft, name, close, onNamed }: EntryFormProps) {
  const { save } = useDraftActs();
  const [held, setHeld] = useState(() => entryOf(part, draft.document, name));
  const [value, setValue] = useState<Entry>(held ?? ((part.list?.fresh ?? {}) as Entry));
  /** What was saved last: said as long as nothing else was typed, also while the reply was under way. */
  const [saved, setSaved] = useState<Entry>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // The same object until something else is wrong here: the first wrong field gets the focus once, and not when
  // another entry was saved.
  const faults = JSON.stringify(faultsAt(part, draft, name));
  const wrong = useMemo(() => {
    const fields: FieldProblem[] = JSON.parse(faults);
    return fields.length === 0 ? undefined : { code: 'invalid_input' as const, fields };
  }, [faults]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    // Somebody else may have changed this very entry while it was open here.
    const now = entryOf(part, draft.document, name);
    if (documentDifference(held, now).length > 0) {
      setHeld(now);
      const place = [part.path, name ?? ''].filter((one) => one !== '').join('.');
      return setProblem({ code: 'model_draft_changed', details: { places: [place] } });
    }
    if (isTaken(part, draft.document, name, value)) {
      const path = `model.${part.path}.${nameOf(value)}`;
      return setProblem({ code: 'invalid_input', fields: [{ path, code: 'there_already' }] });
    }
    setBusy(true);
    const failed = await save((document) => withEntry(part, document, name, value));
    setBusy(false);
    setProblem(failed);
    if (failed !== undefined) return;
    setHeld(value);
    setSaved(value);
    const named = nameOf(value) ?? '';
    if (name !== null && named !== name) onNamed?.(named);
  }
  return (
    <FieldProblems problem={wrong}>
      <form className={parts.form} onSubmit={submit} noValidate>
        <ModelFields
          fields={part.fields}
          value={value}
          document={draft.document}
          fixed={name !== ''}
          onChange={setValue}
        />
        <DraftProblem problem={problem ?? whole(wrong)} />
        {saved === value ? (
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
          <Button type="submit" loading={busy}>
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

/** What is wrong with an entry and with none of its fields alone. */
function whole(wrong: Problem | undefined): Problem | undefined {
  const fields = wrong?.fields?.filter(({ path }) => path === '') ?? [];
  return fields.length === 0 ? undefined : { code: 'invalid_input', fields };
}
