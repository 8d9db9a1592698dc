import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDeferredValue, useEffect, useState } from 'react';
import type { ShownOccupation } from '#domain/work/occupation.ts';
import { TextField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { useNearest, useOccupationTitle } from './use-occupations.ts';

/** What is meant: words as they were said, and the occupation that was chosen for them. */
export interface SaidOccupation {
  readonly words: string;
  readonly occupation: string | null;
}

interface OccupationFieldProps {
  /** Where `words` and `occupation` stand in what is sent, e.g. `wishes.0`; empty where they stand at the top. */
  readonly path?: string;
  readonly label: string;
  readonly description?: string;
  /** The words are typed in another field: only the occupation is chosen here. */
  readonly bare?: boolean;
  readonly value: SaidOccupation;
  readonly onChange: (value: SaidOccupation) => void;
}

/** Shorter words are not looked for. */
const SHORTEST = 3;
const PAUSE = 350;
const SHOWN = 6;

/**
 * An occupation in free words, in any of our languages, with the occupations that may be meant to choose from.
 * Choosing is left free: the words alone are an answer, and without a line the only one.
 */
export function OccupationField(props: OccupationFieldProps) {
  const { path, label, description, bare, value, onChange } = props;
  const { t } = useLingui();
  const at = (field: string) => (path === undefined ? field : `${path}.${field}`);
  const title = useOccupationTitle([value.occupation]);
  // Asking with nothing tells the server that somebody is about to ask.
  useNearest('', true);
  const chosen =
    value.occupation === null ? undefined : (title(value.occupation) ?? value.occupation);
  return (
    <div>
      {bare === true ? null : (
        <TextField
          path={at('words')}
          label={label}
          description={
            description ??
            t`In the person’s own words, in any language: “sewing”, “швея”, “tikuvchi”.`
          }
          autoComplete="off"
          maxLength={200}
          value={value.words}
          onChange={(event) => onChange({ words: event.currentTarget.value, occupation: null })}
        />
      )}
      {chosen === undefined ? (
        <Suggestions
          words={value.words}
          choose={(code) => onChange({ ...value, occupation: code })}
        />
      ) : (
        <div className={parts.buttons} style={{ marginBlockStart: '0.4rem' }}>
          <span className={parts.tag} style={{ whiteSpace: 'normal' }}>
            {chosen}
          </span>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => onChange({ ...value, occupation: null })}
          >
            <Trans>Choose another</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

interface SuggestionsProps {
  readonly words: string;
  readonly choose: (code: string) => void;
}

function Suggestions({ words, choose }: SuggestionsProps) {
  const { i18n } = useLingui();
  const asked = useDeferredValue(usePaused(words.trim()));
  const isAsked = asked.length >= SHORTEST;
  const { value, problem } = useNearest(asked, isAsked);
  if (!isAsked || words.trim().length < SHORTEST) return null;
  if (problem !== undefined) {
    return (
      <p className={parts.soft} role="status">
        <Trans>Occupations cannot be looked up now. The words alone are kept.</Trans>
      </p>
    );
  }
  if (value === undefined) return <Waiting size="sm" />;
  if (value.length === 0) {
    return (
      <p className={parts.soft} role="status">
        <Trans>No occupation has such words. The words alone are kept.</Trans>
      </p>
    );
  }
  return (
    <fieldset className={parts.choice} style={{ marginBlockStart: '0.5rem' }}>
      <legend className={parts.soft} style={{ fontWeight: 400 }}>
        <Trans>Is one of these meant?</Trans>
      </legend>
      <div className={parts.buttons}>
        {value.slice(0, SHOWN).map((one: ShownOccupation) => (
          <Button key={one.code} variant="default" onClick={() => choose(one.code)}>
            {labelIn(i18n.locale, one.titles)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** A text once nobody has typed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
