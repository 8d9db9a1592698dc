import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { nameOf } from '#domain/case/model-difference.ts';
import type { Choices, ModelField } from './model-part.ts';
import { entriesAt, entryTitle } from './model-place.ts';

/** What may be chosen for a field, in the order in which the programme or the rules have it. */
export function optionsOf(i18n: I18n, choices: Choices, document: unknown) {
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
  if (typeof value === 'object') {
    if (!Array.isArray(value)) return entryTitle(i18n, value);
    const each = value.map((one) => fieldText(i18n, field, one, document));
    return each.join(', ') || '–';
  }
  const choices = field !== undefined && 'choices' in field ? field.choices : undefined;
  const chosen = choices && optionsOf(i18n, choices, document).find((one) => one.value === value);
  return chosen?.label ?? String(value);
}
