import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { LABEL_LANGUAGES } from '#domain/case/model.ts';
import parts from '../case/case.module.css';
import { Many, Tick } from '../case/choice.tsx';
import { ChoiceField, TextField, useFieldError } from '../ui/field.tsx';
import { languageName } from '../ui/format.ts';
import styles from './model-draft.module.css';
import { optionsOf } from './model-field-text.ts';
import type { ModelField } from './model-part.ts';

type Entry = Readonly<Record<string, unknown>>;

interface FieldsProps {
  readonly fields: readonly ModelField[];
  /** Where the entry stands below the form, for what is said to be wrong: `''` or `subtopics.2.`. */
  readonly at?: string;
  readonly value: Entry;
  /** The whole document: what may be chosen stands in other parts of it. */
  readonly document: unknown;
  /** Codes that support files hold already are not changed. */
  readonly fixed: boolean;
  readonly onChange: (value: Entry) => void;
}

/** The fields of an entry, drawn from their description alone. */
export function ModelFields({ fields, at = '', value, document, fixed, onChange }: FieldsProps) {
  return fields.map((field) => (
    <OneField
      key={field.key}
      field={field}
      path={`${at}${field.key}`}
      value={value[field.key]}
      document={document}
      fixed={fixed}
      onChange={(next) => {
        const { [field.key]: _before, ...rest } = value;
        onChange(next === undefined ? rest : { ...value, [field.key]: next });
      }}
    />
  ));
}

interface OneProps extends Pick<FieldsProps, 'document' | 'fixed'> {
  readonly field: ModelField;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function OneField(props: OneProps) {
  const { field, path, value, document, fixed, onChange } = props;
  const { i18n, t } = useLingui();
  const label = i18n._(field.label);
  const description = field.description && i18n._(field.description);
  const text = value === undefined || value === null ? '' : String(value);
  switch (field.kind) {
    case 'labels':
      return <LabelsField {...props} label={label} />;
    case 'flag':
      return (
        <Tick checked={value === true} onChange={onChange}>
          {label}
        </Tick>
      );
    case 'lines':
      return <LinesField {...props} label={label} description={description} />;
    case 'choice': {
      const none = field.optional === true || text === '';
      const options = optionsOf(i18n, field.choices, document);
      const known = text === '' || options.some((one) => one.value === text);
      const data = [
        ...(none ? [{ value: '', label: field.optional ? '–' : t`Please choose` }] : []),
        ...(known ? options : [{ value: text, label: text }, ...options]),
      ];
      const chosen = (to: string) => (to === '' && field.optional ? undefined : to);
      return (
        <ChoiceField
          {...{ path, label, description, data }}
          value={text}
          onChange={(event) => onChange(chosen(event.currentTarget.value))}
        />
      );
    }
    case 'choices': {
      const held = Array.isArray(value) ? value.map(String) : [];
      const options = optionsOf(i18n, field.choices, document);
      const strange = held.filter((one) => !options.some((option) => option.value === one));
      return (
        <Many
          {...{ path, legend: label, description, onChange }}
          options={[...options, ...strange.map((one) => ({ value: one, label: one }))]}
          value={held}
        />
      );
    }
    case 'group':
      return <GroupField {...props} field={field} label={label} />;
    case 'list':
      return <ListField {...props} field={field} label={label} />;
    default:
      return (
        <TextField
          {...{ path, label, description }}
          value={text}
          disabled={field.kind === 'code' && fixed}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          dir={field.kind === 'text' ? 'auto' : 'ltr'}
          onChange={(event) => onChange(typed(field.kind, event.currentTarget.value))}
        />
      );
  }
}

/** What was typed, as the document holds it; what is no number stays as it is and is said to be wrong. */
function typed(kind: ModelField['kind'], text: string): unknown {
  if (kind !== 'number') return text;
  if (text.trim() === '') return null;
  return /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : text;
}

/** A text in every language of the programme, side by side; a missing one is marked. */
function LabelsField({ path, value, document, onChange, label }: OneProps & { label: string }) {
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

interface LinesProps extends OneProps {
  readonly label: string;
  readonly description: string | undefined;
}

function LinesField({ path, value, onChange, label, description }: LinesProps) {
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

type GroupProps = OneProps & {
  readonly label: string;
  readonly field: Extract<ModelField, { kind: 'group' }>;
};

function GroupField({ field, path, value, document, fixed, onChange, label }: GroupProps) {
  const there = typeof value === 'object' && value !== null;
  return (
    <fieldset className={styles.inner}>
      <legend>{label}</legend>
      {field.optional === undefined ? null : (
        <Tick checked={there} onChange={(on) => onChange(on ? field.optional : undefined)}>
          <Trans>This holds here</Trans>
        </Tick>
      )}
      {there ? (
        <ModelFields
          {...{ fields: field.fields, at: `${path}.`, document, fixed, onChange }}
          value={value as Entry}
        />
      ) : null}
    </fieldset>
  );
}

type ListProps = OneProps & {
  readonly label: string;
  readonly field: Extract<ModelField, { kind: 'list' }>;
};

function ListField({ field, path, value, document, onChange, label }: ListProps) {
  const entries = (Array.isArray(value) ? value : []) as readonly Entry[];
  return (
    <fieldset className={styles.inner}>
      <legend>{label}</legend>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name while they are typed
        <div key={at} className={styles.innerEntry}>
          <ModelFields
            {...{
              fields: field.fields,
              at: `${path}.${at}.`,
              document,
              fixed: false,
              value: entry,
            }}
            onChange={(next) => onChange(entries.map((one, index) => (index === at ? next : one)))}
          />
          <Button
            variant="subtle"
            onClick={() => onChange(entries.filter((_, index) => index !== at))}
          >
            <Trans>Take away</Trans>
          </Button>
        </div>
      ))}
      <Button variant="default" onClick={() => onChange([...entries, field.fresh])}>
        <Trans>Add</Trans>
      </Button>
    </fieldset>
  );
}
