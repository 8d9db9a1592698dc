import { nameOf } from '#domain/case/model-difference.ts';
import type { FieldProblem } from '#domain/problem.ts';
import type { Draft, DraftDocument } from '#domain/programme/model-draft.ts';
import { entriesAt, valueAt, withValue } from './model-document.ts';
import type { Entry, ModelField, ModelPart } from './model-part.ts';

/** An entry of a part by its name; null = the part is one object; undefined where there is none. */
export function entryOf(part: ModelPart, document: DraftDocument, name: string | null) {
  if (name === null) return valueAt(document, part.path) as Entry | undefined;
  return entriesAt(document, part.path).find((one) => nameOf(one) === name) as Entry | undefined;
}

/** The document with this entry: in its old place, or at the end. Keys that no field shows stay. */
export function withEntry(
  part: ModelPart,
  document: DraftDocument,
  name: string | null,
  value: Entry,
): DraftDocument {
  if (name === null) {
    if (part.path !== '') return withValue(document, part.path, value);
    const own = part.fields.map(({ key }) => [key, value[key]] as const);
    return { ...document, ...Object.fromEntries(own) };
  }
  const all = entriesAt(document, part.path);
  const at = all.findIndex((one) => nameOf(one) === name);
  const next = at === -1 ? [...all, value] : all.with(at, value);
  return withValue(document, part.path, next);
}

/** Another entry of the part has this name already: one of them could not be found again. */
export function isTaken(
  part: ModelPart,
  document: DraftDocument,
  name: string | null,
  value: Entry,
): boolean {
  const wanted = nameOf(value);
  if (name === null || wanted === name) return false;
  return entriesAt(document, part.path).some((one) => nameOf(one) === wanted);
}

/** What is wrong in this entry, with paths as its fields have them; `''` = the entry as a whole. */
export function faultsAt(part: ModelPart, draft: Draft, name: string | null): FieldProblem[] {
  const at = entriesAt(draft.document, part.path).findIndex((one) => nameOf(one) === name);
  const index = name === null ? [] : [String(at)];
  const prefix = ['model', part.path, ...index].filter((one) => one !== '').join('.');
  return draft.problems.flatMap((fault) => {
    if (fault.path === prefix) return { ...fault, path: '' };
    if (!fault.path.startsWith(`${prefix}.`)) return [];
    const path = shownAt(part.fields, fault.path.slice(prefix.length + 1).split('.'));
    return path === null ? [] : { ...fault, path };
  });
}

/** Where a fault is said: one of several things that are chosen or typed together is said at all of them. */
function shownAt(fields: readonly ModelField[], keys: readonly string[]): string | null {
  const [key = '', ...rest] = keys;
  const field = fields.find((one) => one.key === key);
  if (field === undefined) return null;
  if (field.kind === 'choices' || field.kind === 'lines') return key;
  if (field.kind === 'group' && rest.length > 0) {
    const inner = shownAt(field.fields, rest);
    return inner === null ? key : `${key}.${inner}`;
  }
  const [at, ...below] = rest;
  if (field.kind === 'list' && at !== undefined) {
    const inner = below.length === 0 ? null : shownAt(field.fields, below);
    return inner === null ? key : `${key}.${at}.${inner}`;
  }
  return keys.join('.');
}
