import { nameOf } from '../case/model-difference.ts';
import type { DraftDocument } from './model-draft.ts';

/**
 * What one model has otherwise than another and what can be taken over by itself: an entry of a list (a
 * stage, a time limit), a figure, a part that one of them lacks, or the order of a list.
 */
export interface ModelPiece {
  /** E.g. `stages.reception`, `thresholds.caseload_warn`, `schooling`; with `order`, the list. */
  readonly path: string;
  /** As seen from one's own model: `added` = the other one has it and one's own does not. */
  readonly kind: 'added' | 'removed' | 'changed' | 'order';
}

type Keys = readonly string[];
interface Placed extends ModelPiece {
  readonly keys: Keys;
}
type Dictionary = Readonly<Record<string, unknown>>;

/** Cases and versions go by them: they are one's own and never taken over. */
const OWN: ReadonlySet<string> = new Set(['code', 'version']);
/** Parts stand at most so deep (`closing.check_ins`); what is below belongs to one piece. */
const DEEPEST = 2;

/** Every piece in which the offered model differs from one's own, in the order of the offered document. */
export function modelPieces(own: DraftDocument, offered: DraftDocument): ModelPiece[] {
  return placed(own, offered).map(({ path, kind }) => ({ path, kind }));
}

/** The name of a piece: an order is told apart from the list whose order it is. */
export function pieceName({ path, kind }: ModelPiece): string {
  return kind === 'order' ? `${path}#order` : path;
}

/**
 * One's own document with the chosen pieces (by `pieceName`) as the other model has them, and everything
 * else as it was. A new entry of a list stands behind the one that it stands behind there.
 */
export function adoptPieces(
  own: DraftDocument,
  offered: DraftDocument,
  chosen: ReadonlySet<string>,
): DraftDocument {
  const wanted = placed(own, offered).filter((piece) => chosen.has(pieceName(piece)));
  let document: unknown = own;
  // Orders come last: they look at the entries that are there by then.
  for (const piece of [...wanted].sort((a, b) => rank(a) - rank(b))) {
    document = adopted(document, offered, piece.keys, piece.kind === 'order');
  }
  return document as DraftDocument;
}

/** What stands at a piece's place in a document, or undefined. */
export function pieceIn(document: unknown, path: string): unknown {
  let value = document;
  for (const key of path.split('.')) value = inner(value, key);
  return value;
}

function rank({ kind }: ModelPiece): number {
  return kind === 'order' ? 1 : 0;
}

function placed(own: DraftDocument, offered: DraftDocument): Placed[] {
  return differing([], own, offered);
}

function differing(keys: Keys, own: unknown, offered: unknown): Placed[] {
  const piece = (kind: ModelPiece['kind']): Placed[] => [{ path: keys.join('.'), keys, kind }];
  if (JSON.stringify(own) === JSON.stringify(offered)) return [];
  if (own === undefined) return piece('added');
  if (offered === undefined) return piece('removed');
  const [first, second] = [named(own), named(offered)];
  if (first !== null && second !== null) {
    const names = [...new Set([...second.keys(), ...first.keys()])];
    const entries = names.flatMap((name): Placed[] => {
      const [was, is] = [first.get(name), second.get(name)];
      if (same(was, is)) return [];
      const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      return [{ path: [...keys, name].join('.'), keys: [...keys, name], kind }];
    });
    return isReordered([...first.keys()], [...second.keys()])
      ? [...entries, ...piece('order')]
      : entries;
  }
  if (isPart(own) && isPart(offered) && keys.length < DEEPEST && keys.at(-1) !== 'labels') {
    const names = [...new Set([...Object.keys(offered), ...Object.keys(own)])];
    return names
      .filter((name) => keys.length > 0 || !OWN.has(name))
      .flatMap((name) => differing([...keys, name], inner(own, name), inner(offered, name)));
  }
  return same(own, offered) ? [] : piece('changed');
}

/** The same content, in whatever order its keys were written. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPart(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function adopted(document: unknown, offered: unknown, keys: Keys, order: boolean): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return order && Array.isArray(document) && Array.isArray(offered)
      ? inOrderOf(document, offered)
      : offered;
  }
  const theirs = inner(offered, key);
  if (Array.isArray(document)) return withEntry(document, offered, key, theirs);
  const part: Dictionary = isPart(document) ? document : {};
  const next = adopted(part[key], theirs, rest, order);
  if (next === undefined) {
    return Object.fromEntries(Object.entries(part).filter(([name]) => name !== key));
  }
  return { ...part, [key]: next };
}

function withEntry(list: readonly unknown[], offered: unknown, name: string, theirs: unknown) {
  const at = list.findIndex((entry) => nameOf(entry) === name);
  if (theirs === undefined) return list.filter((_entry, index) => index !== at);
  if (at !== -1) return list.with(at, theirs);
  const names = Array.isArray(offered) ? offered.map(nameOf) : [];
  const before = names.slice(0, names.indexOf(name)).reverse();
  const here = list.map(nameOf);
  const after = before.find((one) => here.includes(one));
  return list.toSpliced(after === undefined ? 0 : here.indexOf(after) + 1, 0, theirs);
}

/** The entries in the order of the other list; what it does not know stays behind what it stood behind. */
function inOrderOf(list: readonly unknown[], offered: readonly unknown[]): unknown[] {
  const order = offered.map(nameOf);
  const known = list.filter((entry) => order.includes(nameOf(entry)));
  const result = known.toSorted((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
  list.forEach((entry, at) => {
    if (order.includes(nameOf(entry))) return;
    const before = at === 0 ? -1 : result.indexOf(list[at - 1]);
    result.splice(before + 1, 0, entry);
  });
  return result;
}

/** A list's entries by name; null for what is taken over whole. */
function named(value: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(value) || value.length === 0) return Array.isArray(value) ? new Map() : null;
  const names = value.map((entry) => (typeof entry === 'string' ? null : nameOf(entry)));
  // A dot in a name (of a draft that is not sound) could be taken for a place in it.
  if (names.some((name) => name === null || name.includes('.'))) return null;
  if (new Set(names).size < names.length) return null;
  return new Map(value.map((entry, at) => [names[at] ?? '', entry]));
}

function isReordered(own: readonly string[], offered: readonly string[]): boolean {
  const kept = own.filter((name) => offered.includes(name));
  const there = offered.filter((name) => own.includes(name));
  return kept.some((name, at) => name !== there[at]);
}

function inner(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.find((entry) => nameOf(entry) === key);
  return isPart(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isPart(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
