import type { I18n } from '@lingui/core';
import { nameOf } from '#domain/case/model-difference.ts';
import { languageName } from '../ui/format.ts';
import { entriesAt } from './model-document.ts';
import { titleIn } from './model-field-text.ts';
import type { ModelField, ModelPart } from './model-part.ts';
import { MODEL_PARTS } from './model-parts.ts';

/** The part that a path of the document belongs to; the nearest one where parts stand in each other. */
export function partOf(path: string): ModelPart | undefined {
  return (
    MODEL_PARTS.filter(
      (part) => part.path !== '' && (path === part.path || path.startsWith(`${part.path}.`)),
    ).toSorted((a, b) => b.path.length - a.path.length)[0] ??
    MODEL_PARTS.find(
      (part) => part.path === '' && part.fields.some(({ key }) => key === path.split('.')[0]),
    )
  );
}

/** A place of the document in words: “Time limits › Plan is looked at › Within”. Entries by code or by index. */
export function placeWords(i18n: I18n, path: string, documents: readonly unknown[]): string {
  const part = partOf(path);
  if (part === undefined) return path;
  let rest = path.slice(part.path === '' ? 0 : part.path.length + 1).split('.');
  const words = [i18n._(part.title)];
  if (part.list !== undefined && rest[0]) {
    const [name = '', ...others] = rest;
    const titles = documents.flatMap((document) => {
      const all = entriesAt(document, part.path);
      const entry = /^\d+$/.test(name)
        ? all[Number(name)]
        : all.find((one) => nameOf(one) === name);
      return entry === undefined ? [] : titleIn(i18n, part, entry, document);
    });
    words.push(titles[0] ?? name);
    rest = others;
  }
  return [...words, ...fieldWords(i18n, part.fields, rest)].join(' › ');
}

/** The field of a part that a path names, where it names one. */
export function fieldAt(path: string): ModelField | undefined {
  const part = partOf(path);
  const rest = path.slice(part?.path === '' ? 0 : (part?.path.length ?? 0) + 1).split('.');
  let fields = part?.fields ?? [];
  let found: ModelField | undefined;
  for (const key of part?.list === undefined ? rest : rest.slice(1)) {
    // Numbers of entries, and what stands below a field that has none of its own, belong to it.
    if (/^\d+$/.test(key) || (found !== undefined && !('fields' in found))) continue;
    const next = fields.find((field) => field.key === key);
    if (next === undefined) return undefined;
    found = next;
    fields = 'fields' in next ? next.fields : [];
  }
  return found;
}

function fieldWords(i18n: I18n, fields: readonly ModelField[], rest: readonly string[]): string[] {
  const [key, ...others] = rest;
  if (key === undefined || key === '') return [];
  const field = fields.find((one) => one.key === key);
  if (field === undefined) return [key];
  const label = i18n._(field.label);
  if (field.kind === 'labels' && others[0]) return [label, languageName(i18n.locale, others[0])];
  if (field.kind === 'list') {
    // Two entries may have the same fault: which one it is stands behind the name of the list.
    const [at = '', ...below] = others;
    const which = /^\d+$/.test(at) ? `${label} (${Number(at) + 1})` : label;
    return [which, ...fieldWords(i18n, field.fields, below)];
  }
  if (field.kind === 'group') return [label, ...fieldWords(i18n, field.fields, others)];
  return [label];
}
