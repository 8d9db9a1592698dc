import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import type { Said } from '#domain/exchange/wording.ts';
import { ChoiceField, useFieldError } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';

/** The language that somebody of this screen most likely writes in. */
export function ownTag(locale: string): string {
  if (locale === 'uz') return 'uz-Latn';
  return locale === 'ru' ? 'ru' : 'en';
}

interface SaidProps {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly value: Said;
  readonly rows?: number;
  readonly onChange: (value: Said) => void;
}

/** A text in the language it is written in; the others follow on the screen of translations. */
export function SaidField({ path, label, description, value, rows = 2, onChange }: SaidProps) {
  const error = useFieldError(`${path}.text`);
  return (
    <Textarea
      {...{ label, description, error }}
      name={path}
      autosize
      minRows={rows}
      maxRows={14}
      lang={value.lang}
      dir="auto"
      maxLength={8000}
      value={value.text}
      onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
    />
  );
}

interface TagProps {
  readonly value: string;
  readonly onChange: (tag: string) => void;
}

/** In which language the texts of a form are written. */
export function WrittenIn({ value, onChange }: TagProps) {
  const { t, i18n } = useLingui();
  return (
    <ChoiceField
      path="lang"
      label={t`Written in`}
      value={value}
      data={[...SPOKEN_LANGUAGES, 'uz-Cyrl'].map((tag) => ({
        value: tag,
        label: languageName(i18n.locale, tag),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
