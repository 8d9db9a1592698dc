import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { SaidField } from './said-field.tsx';
import { useReword } from './use-models.ts';

interface WordedProps {
  readonly noun: string;
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly wording: Wording;
  readonly editable: boolean;
}

/** A text in the reader's language; whoever may changes it in the language it was first said in. */
export function WordedText({ noun, id, field, label, wording, editable }: WordedProps) {
  const { t, i18n } = useLingui();
  const reword = useReword();
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const { source, revision, versions } = wording;
  const said = inLanguage(wording, i18n.locale);

  async function save(text: string) {
    const refused = await reword({ noun, id, field, lang: source, text, seen: revision });
    setProblem(refused);
    if (refused === undefined) setDraft(undefined);
  }
  if (draft === undefined) {
    return (
      <>
        <div lang={said.lang} dir="auto" style={{ whiteSpace: 'pre-line' }}>
          {said.text}
        </div>
        {editable ? (
          <Button
            variant="subtle"
            aria-label={t`Change: ${label}`}
            onClick={() => setDraft(versions[source]?.text ?? '')}
          >
            <Trans>Change</Trans>
          </Button>
        ) : null}
      </>
    );
  }
  return (
    <div className={parts.stack}>
      <SaidField
        path={field}
        label={label}
        rows={3}
        value={{ lang: source, text: draft }}
        onChange={({ text }) => setDraft(text)}
      />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button disabled={draft.trim() === ''} onClick={() => void save(draft)}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="subtle" onClick={() => setDraft(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
