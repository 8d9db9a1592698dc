import { useLingui } from '@lingui/react/macro';
import { TextField } from './field.tsx';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A code that was told by telephone or on paper, typed by somebody without an account. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      path="code"
      label={t`Code`}
      description={t`Small and large letters do not matter.`}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={60}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
