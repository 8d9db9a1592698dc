import { Trans } from '@lingui/react/macro';
import { Textarea, type TextareaProps, TextInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useDeferredValue, useId, useMemo } from 'react';
import { useFieldError } from './field.tsx';
import styles from './ui.module.css';

/** A word that is better left out, and what to write instead. */
export interface WordHint {
  readonly word: string;
  readonly hint: ReactNode;
}

interface Checked {
  readonly path: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Finds words that label, or speak of belief, loyalty or third persons. It warns and never blocks. */
  readonly check?: (text: string) => readonly WordHint[];
}

type ProseFieldProps = Omit<TextareaProps, keyof Checked> & Checked;

/** Free text about a person, with the gentle word check. What belongs here, the label or a description says. */
export function ProseField({ path, value, onChange, check, ...props }: ProseFieldProps) {
  const error = useFieldError(path);
  const { hintsId, hints } = useHints(value, check);
  return (
    <div>
      <Textarea
        name={path}
        autosize
        minRows={3}
        maxRows={14}
        {...props}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error ?? props.error}
        aria-describedby={hintsId}
      />
      {hints}
    </div>
  );
}

/** The same in one line. */
export function LineField({
  path,
  value,
  onChange,
  check,
  ...props
}: Omit<TextInputProps, keyof Checked> & Checked) {
  const error = useFieldError(path);
  const { hintsId, hints } = useHints(value, check);
  return (
    <div>
      <TextInput
        name={path}
        {...props}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error ?? props.error}
        aria-describedby={hintsId}
      />
      {hints}
    </div>
  );
}

/** What was found in the text, to stand below its field, and the id of it where there is anything. */
function useHints(value: string, check: Checked['check']) {
  const id = useId();
  const settled = useDeferredValue(value);
  const found = useMemo(() => check?.(settled) ?? [], [check, settled]);
  const hints = (
    <div id={id} aria-live="polite">
      {found.length === 0 ? null : (
        <div className={styles.hints}>
          <Trans>Please look at these words once more. You can save as it is.</Trans>
          <ul>
            {found.map(({ word, hint }) => (
              <li key={word}>
                <strong>{word}</strong>: {hint}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
  return { hints, hintsId: found.length > 0 ? id : undefined };
}
