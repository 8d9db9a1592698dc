import { useLingui } from '@lingui/react/macro';
import { TextField } from '../../ui/field.tsx';

interface SlugFieldProps {
  readonly value: string;
  readonly example: string;
  readonly change: (value: string) => void;
}

/** The part of an address of a page that stays for ever. */
export function SlugField({ value, example, change }: SlugFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      path="slug"
      label={t`Short name in addresses`}
      description={t`Small Latin letters, figures and hyphens, such as ${example}. It stays as it is.`}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
      maxLength={80}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
