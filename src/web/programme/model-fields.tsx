import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Many, Tick } from '../case/choice.tsx';
import { ChoiceField, TextField, useFieldError } from '../ui/field.tsx';
import { LabelsField, LinesField, PickField } from './entry-fields.tsx';
import styles from './model-draft.module.css';
import { optionsOf } from './model-field-text.ts';
import type { Entry, ModelField } from './model-part.ts';

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
      entry={value}
      document={document}
      fixed={fixed}
      onChange={(next) => {
        const { [field.key]: _before, ...rest } = value;
        onChange(next === undefined ? rest : { ...value, [field.key]: next });
      }}
    />
  ));
}

interface OneProps<Field = ModelField> extends Pick<FieldsProps, 'document' | 'fixed'> {
  readonly field: Field;
  readonly path: string;
  readonly entry: Entry;
  readonly onChange: (value: unknown) => void;
}

function OneField(props: OneProps) {
  const { field, path, entry, document, fixed, onChange } = props;
  const { i18n } = useLingui();
  const value = entry[field.key];
  const label = i18n._(field.label);
  const description = field.description && i18n._(field.description);
  const described = { path, label, description, value, onChange };
  switch (field.kind) {
    case 'labels':
      return <LabelsField {...described} document={document} />;
    case 'flag':
      return (
        <Tick path={path} checked={value === true} onChange={onChange}>
          {label}
        </Tick>
      );
    case 'lines':
      return <LinesField {...described} />;
    case 'choice':
      return <OneOf {...props} field={field} label={label} description={description} />;
    case 'choices':
      return <SomeOf {...props} field={field} label={label} description={description} />;
    case 'group':
      return <GroupField {...props} field={field} label={label} />;
    case 'list':
      return <ListField {...props} field={field} label={label} />;
    default:
      return (
        <TextField
          {...{ path, label, description }}
          value={value === undefined || value === null ? '' : String(value)}
          disabled={field.kind === 'code' && fixed}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          dir={field.kind === 'text' ? 'auto' : 'ltr'}
          onChange={(event) => onChange(typed(field, event.currentTarget.value))}
        />
      );
  }
}

/** What was typed, as the document holds it; what is no number stays as it is and is said to be wrong. */
function typed(field: ModelField, text: string): unknown {
  if (field.kind !== 'number') return text;
  if (text.trim() === '') return field.empty === 'null' ? null : undefined;
  return /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : text;
}

type Drawn<Kind extends ModelField['kind']> = OneProps<Extract<ModelField, { kind: Kind }>> & {
  readonly label: string;
  readonly description?: string | undefined;
};

function OneOf({ field, path, entry, document, onChange, label, description }: Drawn<'choice'>) {
  const { i18n, t } = useLingui();
  const value = entry[field.key];
  const text = typeof value === 'string' ? value : '';
  const options = optionsOf(field.choices, { i18n, document, entry });
  const known = text === '' || options.some((one) => one.value === text);
  const data = [
    ...(field.empty !== undefined || text === ''
      ? [{ value: '', label: field.empty === undefined ? t`Please choose` : '–' }]
      : []),
    ...(known ? [] : [{ value: text, label: text }]),
    ...options,
  ];
  const none = field.empty === 'null' ? null : field.empty === 'absent' ? undefined : '';
  return (
    <ChoiceField
      {...{ path, label, description, data }}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value || none)}
    />
  );
}

function SomeOf({ field, path, entry, document, onChange, label, description }: Drawn<'choices'>) {
  const { i18n } = useLingui();
  const value = entry[field.key];
  const held = Array.isArray(value) ? value.map(String) : [];
  const options = optionsOf(field.choices, { i18n, document, entry });
  const all = optionsOf(field.choices, { i18n, document });
  // What must not be chosen here, or is not there any more, stays in sight until it is taken away.
  const strange = held
    .filter((one) => !options.some((option) => option.value === one))
    .map((one) => all.find((option) => option.value === one) ?? { value: one, label: one });
  const Drawn = field.pick ? PickField : Many;
  return (
    <Drawn
      {...{ path, label, legend: label, description }}
      options={[...options, ...strange]}
      value={held}
      onChange={(next: unknown) =>
        onChange(field.numeric && Array.isArray(next) ? next.map(Number).toSorted() : next)
      }
    />
  );
}

function GroupField({ field, path, entry, document, fixed, onChange, label }: Drawn<'group'>) {
  const value = entry[field.key];
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

function ListField({ field, path, entry, document, onChange, label }: Drawn<'list'>) {
  const error = useFieldError(path);
  const value = entry[field.key];
  const entries = (Array.isArray(value) ? value : []) as readonly Entry[];
  return (
    <fieldset className={styles.inner}>
      <legend>{label}</legend>
      {error === undefined ? null : <div className={styles.wrong}>{error}</div>}
      {entries.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name while they are typed
        <div key={at} className={styles.innerEntry}>
          <ModelFields
            {...{ fields: field.fields, at: `${path}.${at}.`, document, fixed: false, value: one }}
            onChange={(next) => onChange(entries.with(at, next))}
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
