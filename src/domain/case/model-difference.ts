import type { ProgrammeModel } from './model.ts';

/** One thing that differs between two models; `path` names entries by their code. */
export interface ModelChange {
  /** E.g. `timers.plan_review.amount`, `stages.reception`, `need_domains` (their order). */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What repinning a case from one model to another changes, in the order of the document. */
export function modelDifference(before: ProgrammeModel, after: ProgrammeModel): ModelChange[] {
  return differences('', before, after);
}

/** The same between two documents of which one is still being worked on and may be unsound. */
export function documentDifference(before: unknown, after: unknown): ModelChange[] {
  return differences('', before, after);
}

function differences(path: string, before: unknown, after: unknown): ModelChange[] {
  if (Object.is(before, after)) return [];
  if (before === undefined) return [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  const [first, second] = [entriesOf(before), entriesOf(after)];
  if (first === null || second === null) {
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ path, kind: 'changed', before, after }];
  }
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const inner = names.flatMap((name) =>
    differences(path === '' ? name : `${path}.${name}`, first.get(name), second.get(name)),
  );
  return Array.isArray(before) && isReordered(first, second)
    ? [{ path, kind: 'reordered', before: [...first.keys()], after: [...second.keys()] }, ...inner]
    : inner;
}

/** An object's entries, or a list's by the name of each; null for what is compared whole. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  if (names.some((name) => name === null) || new Set(names).size < names.length) return null;
  return new Map(value.map((entry, at) => [names[at] ?? '', entry]));
}

/** What an entry of a list is called: its code, or what stands in its place; a plain text is itself. */
export function nameOf(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return null;
  for (const key of ['code', 'category', 'purpose']) {
    const name: unknown = Reflect.get(entry, key);
    if (typeof name === 'string') return name;
  }
  const { list, language, suggestion_code } = entry as Record<string, unknown>;
  return typeof list === 'string' ? `${list}:${language}:${suggestion_code}` : null;
}

function isReordered(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): boolean {
  const kept = [...before.keys()].filter((name) => after.has(name));
  const now = [...after.keys()].filter((name) => before.has(name));
  return kept.some((name, at) => name !== now[at]);
}
