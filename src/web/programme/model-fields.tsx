import { Trans, useLingui } from '@lingui/react/macro';
import { Many, Tick } from '../case/choice.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { LabelsField, LinesField, PickField } from './entry-fields.tsx';
import { ListField } from './list-field.tsx';
import styles from './model-draft.module.css';
import { optionsOf } from './model-field-text.ts';
import type { Around, Entry, ModelField } from './model-part.ts';

interface FieldsProps {
  readonly fields: readonly ModelField[];
  /** Where the entry stands below the form, for what is said to be wrong: `''` or `subtopics.2.`. */
  readonly at?: string;
  readonly value: Entry;
  /** The whole document: what may be chosen stands in other parts of it. */
  readonly document: unknown;
  /** Codes that support files hold already are not changed. */
  readonly fixed: boolean;
  /** What the entry stands in, where it stands in another. */
  readonly above?: Entry | undefined;
  readonly onChange: (value: Entry) => void;
}

/** The fields of an entry, drawn from their description alone. */
export function ModelFields(props: FieldsProps) {
  const { fields, at = '', value, document, fixed, above, onChange } = props;
  const asked = fields.filter((field) => field.asked?.(value) ?? true);
  return asked.map((field) => (
    <OneField
      key={field.key}
      field={field}
      path={`${at}${field.key}`}
      entry={value}
      document={document}
      fixed={fixed}
      above={above}
      onChange={(next) => {
        const { [field.key]: _before, ...rest } = value;
        onChange(next === undefined ? rest : { ...value, [field.key]: next });
      }}
    />
  ));
}

interface OneProps<Field = ModelField> extends Pick<FieldsProps, 'document' | 'fixed' | 'above'> {
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
      return (
        <ListField
          {...{ field, path, label, value, onChange }}
          around={{ i18n, document, entry }}
          draw={(one) => <ModelFields {...one} document={document} above={entry} />}
        />
      );
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

function OneOf(props: Drawn<'choice'>) {
  const { field, path, entry, above, document, fixed, onChange, label, description } = props;
  const { i18n, t } = useLingui();
  const value = entry[field.key];
  const text = typeof value === 'string' ? value : '';
  const options = optionsOf(field.choices, around({ i18n, document, entry }, above));
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
      disabled={field.once === true && fixed}
      onChange={(event) => onChange(event.currentTarget.value || none)}
    />
  );
}

/** With what the entry stands in, where it stands in another. */
function around(known: Around, above: Entry | undefined): Around {
  return above === undefined ? known : { ...known, above };
}

function SomeOf(props: Drawn<'choices'>) {
  const { field, path, entry, above, document, onChange, label, description } = props;
  const { i18n } = useLingui();
  const value = entry[field.key];
  const held = Array.isArray(value) ? value.map(String) : [];
  const options = optionsOf(field.choices, around({ i18n, document, entry }, above));
  const all = optionsOf(field.choices, { i18n, document });
  // What must not be chosen here, or is not there any more, stays in sight until it is taken away.
  const strange = held
    .filter((one) => !options.some((option) => option.value === one))
    .map((one) => all.find((option) => option.value === one) ?? { value: one, label: one });
  const change = (next: readonly string[]) => {
    if (field.empty === 'absent' && next.length === 0) return onChange(undefined);
    onChange(field.numeric ? next.map(Number).toSorted() : next);
  };
  const drawn = { path, description, options: [...options, ...strange], value: held };
  return field.pick ? (
    <PickField {...drawn} label={label} ordered={field.ordered} onChange={change} />
  ) : (
    <Many {...drawn} legend={label} onChange={change} />
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
          {...{ fields: field.fields, at: `${path}.`, document, fixed, above: entry, onChange }}
          value={value as Entry}
        />
      ) : null}
    </fieldset>
  );
}
