import type { I18n } from '@lingui/core';
import { nameOf } from '#domain/case/model-difference.ts';
import type { DraftDocument } from '#domain/programme/model-draft.ts';
import type { Labels } from '#domain/text.ts';
import { labelIn } from '../ui/format.ts';

/** What stands at a path of the document; undefined where nothing does. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The document with another value at a path, everything else as it was; undefined takes it away. */
export function withValue(document: DraftDocument, path: string, value: unknown): DraftDocument {
  if (path === '') return value as DraftDocument;
  const [key = '', ...rest] = path.split('.');
  const inner = document[key];
  const next =
    rest.length === 0 ? value : withValue((inner ?? {}) as DraftDocument, rest.join('.'), value);
  const { [key]: _before, ...others } = document;
  // In its old place, so that nothing else moves.
  if (next === undefined) return others;
  return key in document ? { ...document, [key]: next } : { ...others, [key]: next };
}

/** The entries of a part that is a list. */
export function entriesAt(document: unknown, path: string): readonly object[] {
  const found = valueAt(document, path);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** What an entry is called for whoever reads: its words, else its code. */
export function entryTitle(i18n: I18n, entry: unknown): string {
  const words: unknown =
    typeof entry === 'object' && entry !== null && Reflect.get(entry, 'labels');
  const said =
    typeof words === 'object' && words !== null ? labelIn(i18n.locale, words as Labels) : '';
  return said || (nameOf(entry) ?? '…');
}
