import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { nameOf } from '#domain/case/model-difference.ts';
import type { Labels } from '#domain/text.ts';
import { labelIn } from '../ui/format.ts';
import { entriesAt, entryTitle } from './model-document.ts';
import type { Around, Choices, Entry, ModelField, ModelPart, Option } from './model-part.ts';

/** What may be chosen for a field, in the order in which the programme or the rules have it. */
export function optionsOf(choices: Choices, around: Around): readonly Option[] {
  const { i18n, document } = around;
  if ('of' in choices) return choices.of(around);
  if ('words' in choices) {
    return Object.entries(choices.words).map(([value, words]) => ({ value, label: i18n._(words) }));
  }
  return entriesAt(document, choices.part).map((entry) => ({
    value: nameOf(entry) ?? '',
    label: entryTitle(i18n, entry),
  }));
}

/** A value of the document in words, as a list or a difference shows it. */
export function fieldText(
  i18n: I18n,
  field: ModelField | undefined,
  value: unknown,
  document: unknown,
): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return i18n._(value ? msg`yes` : msg`no`);
  if (Array.isArray(value)) {
    return value.map((one) => fieldText(i18n, field, one, document)).join(', ') || '–';
  }
  if (typeof value === 'object') {
    if (field?.kind === 'labels') return labelIn(i18n.locale, value as Labels);
    // Without a title or a name of its own, an entry is told by what stands in it.
    if (field?.kind === 'list' && (field.title !== undefined || !('labels' in value))) {
      const title = field.title?.({ i18n, document, entry: value as Entry });
      const inner = field.fields.filter((one) => one.asked?.(value as Entry) ?? true);
      const said = innerText(i18n, inner, value, document);
      return title === undefined ? said : `${title} (${said})`;
    }
    if (field?.kind !== 'group') return entryTitle(i18n, value);
    return innerText(i18n, field.fields, value, document);
  }
  const choices = field !== undefined && 'choices' in field ? field.choices : undefined;
  const options = choices && optionsOf(choices, { i18n, document });
  return options?.find((one) => one.value === String(value))?.label ?? String(value);
}

/** What the fields of something say, each with its name. */
function innerText(
  i18n: I18n,
  fields: readonly ModelField[],
  value: object,
  document: unknown,
): string {
  return fields
    .map((one) => {
      const text = fieldText(i18n, one, Reflect.get(value, one.key), document);
      return `${i18n._(one.label)}: ${text}`;
    })
    .join(' · ');
}

/** What an entry of a part is called: its name, or what stands in its place. */
export function titleIn(i18n: I18n, part: ModelPart, entry: object, document: unknown): string {
  const keys = part.list?.title;
  if (keys === undefined) return entryTitle(i18n, entry);
  const said = keys.map((key) => {
    const field = part.fields.find((one) => one.key === key);
    return fieldText(i18n, field, Reflect.get(entry, key), document);
  });
  return said.join(' · ');
}
