import { useLingui } from '@lingui/react/macro';
import { LOCALES } from '#domain/account/account.ts';
import type { Labels } from '#domain/text.ts';
import { TextField } from '../ui/field.tsx';
import { languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';

interface LabelsFieldsProps {
  readonly value: Labels;
  readonly onChange: (value: Labels) => void;
}

/** A name in each language of the screens; at least one is needed. */
export function LabelsFields({ value, onChange }: LabelsFieldsProps) {
  const { t, i18n } = useLingui();
  return (
    <div className={parts.pair}>
      {LOCALES.map((locale) => {
        const language = languageName(i18n.locale, locale);
        return (
          <TextField
            key={locale}
            path={locale === LOCALES[0] ? 'name' : `name.${locale}`}
            label={t`Name (${language})`}
            lang={locale}
            maxLength={200}
            value={value[locale] ?? ''}
            onChange={(event) => onChange(named(value, locale, event.currentTarget.value))}
          />
        );
      })}
    </div>
  );
}

function named(value: Labels, locale: string, text: string): Labels {
  const { [locale]: _before, ...rest } = value;
  return text.trim() === '' ? rest : { ...rest, [locale]: text };
}
