import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group } from '@mantine/core';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { useFieldError } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';

interface LanguagesFieldProps {
  readonly value: string[];
  readonly change: (languages: string[]) => void;
}

/** The languages of a conference; what is wrong with them is said below them. */
export function LanguagesField({ value, change }: LanguagesFieldProps) {
  const { t, i18n } = useLingui();
  return (
    <Checkbox.Group
      label={t`Languages of the conference`}
      error={useFieldError('languages')}
      value={value}
      onChange={change}
    >
      <Group mt="xs" gap="sm">
        {[...new Set([...SPOKEN_LANGUAGES, ...value])].map((tag) => (
          <Checkbox key={tag} value={tag} label={languageName(i18n.locale, tag)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
