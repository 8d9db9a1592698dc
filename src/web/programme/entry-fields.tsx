import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { LABEL_LANGUAGES } from '#domain/case/model.ts';
import { TextField, useFieldError } from '../ui/field.tsx';
import { languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import styles from './model-draft.module.css';
import type { Entry, Option } from './model-part.ts';

interface FieldProps {
  /** Where it stands below the form, for what is said to be wrong. */
  readonly path: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A text in every language of the programme, side by side; a missing one is marked. */
export function LabelsField(props: FieldProps & { readonly document: unknown }) {
  const { path, value, document, onChange, label } = props;
  const { t, i18n } = useLingui();
  const held = (typeof value === 'object' && value !== null ? value : {}) as Entry;
  const own = (document as { languages?: unknown }).languages;
  const languages = new Set([...LABEL_LANGUAGES, ...(Array.isArray(own) ? own.map(String) : [])]);
  return (
    <fieldset className={parts.choice}>
      <legend>{label}</legend>
      <div className={styles.languages}>
        {[...languages].map((language) => {
          const text = String(held[language] ?? '');
          return (
            <TextField
              key={language}
              path={`${path}.${language}`}
              label={languageName(i18n.locale, language)}
              aria-label={`${label}: ${languageName(i18n.locale, language)}`}
              description={text === '' ? t`still missing` : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              lang={language}
              dir="auto"
              maxLength={200}
              value={text}
              onChange={(event) => {
                const next = event.currentTarget.value;
                const { [language]: _before, ...rest } = held;
                onChange(next === '' ? rest : { ...held, [language]: next });
              }}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

/** Short texts, one a line. */
export function LinesField({ path, value, onChange, label, description }: FieldProps) {
  const error = useFieldError(path);
  const lines = Array.isArray(value) ? value.map(String) : [];
  return (
    <Textarea
      {...{ label, description, error }}
      autosize
      minRows={3}
      maxRows={14}
      dir="auto"
      value={lines.join('\n')}
      onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
      onBlur={() => onChange(lines.map((one) => one.trim()).filter((one) => one !== ''))}
    />
  );
}

interface PickProps extends Omit<FieldProps, 'value' | 'onChange'> {
  readonly value: readonly string[];
  /** Their order means something: each can be moved up. */
  readonly ordered?: boolean | undefined;
  readonly onChange: (value: readonly string[]) => void;
  readonly options: readonly Option[];
}

/** Some out of many: what is chosen stands in lines, and the rest is behind one list. */
export function PickField(props: PickProps) {
  const { path, label, description, value, options, ordered, onChange } = props;
  const { t } = useLingui();
  const error = useFieldError(path);
  const rest = options.filter((one) => !value.includes(one.value));
  return (
    <fieldset className={parts.choice}>
      <legend>{label}</legend>
      {description === undefined ? null : <div className={parts.soft}>{description}</div>}
      <ul className={styles.picked}>
        {value.map((one, at) => {
          const said = options.find((option) => option.value === one)?.label ?? one;
          return (
            <li key={one} className={`${styles.line} ${styles.pick}`}>
              <div>{said}</div>
              <div className={parts.buttons}>
                {ordered && at > 0 ? (
                  <Button
                    variant="subtle"
                    aria-label={t`Move up: ${said}`}
                    onClick={() => onChange(value.toSpliced(at, 1).toSpliced(at - 1, 0, one))}
                  >
                    <Trans>Move up</Trans>
                  </Button>
                ) : null}
                <Button
                  variant="subtle"
                  aria-label={t`Take away: ${said}`}
                  onClick={() => onChange(value.filter((other) => other !== one))}
                >
                  <Trans>Take away</Trans>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <NativeSelect
        aria-label={t`Add: ${label}`}
        error={error}
        data={[{ value: '', label: t`Add …` }, ...rest]}
        value=""
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen !== '') onChange([...value, chosen]);
        }}
      />
    </fieldset>
  );
}
