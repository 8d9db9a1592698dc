import { nameOf } from '../case/model-difference.ts';
import type { DraftDocument } from './model-draft.ts';
import { type ModelPiece, modelPieces, pieceIn, pieceName } from './model-piece.ts';

/** A place of a model that names an entry of another part. */
interface Pointer {
  readonly at: string;
  readonly to: string;
}

/** Where a model names what stands elsewhere in it; `*` = any entry. */
const POINTERS: Readonly<Record<string, string>> = {
  reopened_stage: 'stages',
  'stages.*.approval': 'approvals',
  'timers.*.pause_reasons.*': 'pause_reasons',
  'closure_reasons.*.stage': 'stages',
  'consent_purposes.*.need_domain': 'need_domains',
  'legal_bases.*.purposes.*': 'consent_purposes',
  'milestones.*.need_domain': 'need_domains',
  'milestones.*.after.milestone': 'milestones',
  'documents.kinds.*.need_domain': 'need_domains',
  'documents.kinds.*.milestone': 'milestones',
  'documents.kinds.*.waits_for.*': 'documents.kinds',
  'referral.packets.*.purpose': 'consent_purposes',
  'assistance.limits.*.kind': 'assistance.kinds',
  'schooling.need_domain': 'need_domains',
  'schooling.entered_milestone': 'milestones',
  'schooling.keeping_up_milestone': 'milestones',
  'business.begun_milestone': 'milestones',
  'business.kept_milestone': 'milestones',
  'business.visit_kind': 'visit_kinds',
  'vaccinations.doses.*.after.dose': 'vaccinations.doses',
  'family.sensitive_domains.*': 'need_domains',
  'word_list.entries.*.suggestion_code': 'word_list.suggestions',
};
/** What a timer starts, ends and stops on besides facts: `stage:registered`. */
const EVENTS: Readonly<Record<string, string>> = {
  stage: 'stages',
  milestone: 'milestones',
  life_event: 'life_events.events',
};

/** For what each print is offered: kinds of visits, or milestones. */
const OFFERED_FOR: Readonly<Record<string, string>> = {
  home_visit: 'visit_kinds',
  certificate: 'milestones',
};

/** What hangs on a piece that is offered, each by the name of a piece or the place of what uses it. */
export interface PieceTies {
  /** Pieces without which it would point at nothing. */
  readonly needs: readonly string[];
  /** Pieces that use it and differ too: the time limits of a stage. */
  readonly goes_with: readonly string[];
  /** Places of one's own model that still use what would go. */
  readonly used_by: readonly string[];
}

/** For every piece that differs, what hangs on it. */
export function pieceTies(
  own: DraftDocument,
  offered: DraftDocument,
): readonly (ModelPiece & PieceTies)[] {
  const pieces = modelPieces(own, offered);
  const [mine, theirs] = [pointersIn(own), pointersIn(offered)];
  const holding = (path: string) =>
    pieces.find(
      (one) => one.kind !== 'order' && (path === one.path || path.startsWith(`${one.path}.`)),
    );
  const within = (path: string, { at }: Pointer) => at === path || at.startsWith(`${path}.`);

  const neededBy = (piece: ModelPiece): readonly string[] => {
    const found = new Set<string>();
    const open = [piece];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { path } = next;
      for (const { to } of theirs.filter((pointer) => within(path, pointer))) {
        if (pieceIn(own, to) !== undefined) continue;
        const needed = holding(to);
        if (needed === undefined || needed === piece || found.has(needed.path)) continue;
        found.add(needed.path);
        open.push(needed);
      }
    }
    return [...found];
  };
  return pieces.map((piece) => {
    if (piece.kind === 'order') return { ...piece, needs: [], goes_with: [], used_by: [] };
    if (piece.kind === 'removed') {
      const users = mine.filter(
        ({ to, at }) => to === piece.path && !within(piece.path, { at, to }),
      );
      return { ...piece, needs: [], goes_with: [], used_by: users.map(({ at }) => at) };
    }
    const needs = neededBy(piece);
    const users = theirs
      .filter(({ to }) => to === piece.path || to.startsWith(`${piece.path}.`))
      .flatMap(({ at }) => holding(at) ?? [])
      .filter((one) => one.path !== piece.path && !needs.includes(one.path));
    return { ...piece, needs, goes_with: [...new Set(users.map(pieceName))], used_by: [] };
  });
}

function pointersIn(document: unknown): Pointer[] {
  return textsOf(document, [], []).flatMap(({ at, pattern, text }) => {
    const list = POINTERS[pattern];
    if (list !== undefined) return [{ at, to: `${list}.${text}` }];
    if (/^timers\.\*\.(starts|ends|stops)_on\.\*$/.test(pattern)) {
      const [kind = '', name = ''] = text.split(':');
      const events = EVENTS[kind];
      return events === undefined ? [] : [{ at, to: `${events}.${name}` }];
    }
    if (pattern === 'prints.*.offered_for.*') {
      const kinds = OFFERED_FOR[at.split('.')[1] ?? ''];
      return kinds === undefined ? [] : [{ at, to: `${kinds}.${text}` }];
    }
    const approved = /^stages\.\*\.(enter|leave)\.\*$/.test(pattern)
      ? /^(.+)_approved$/.exec(text)?.[1]
      : undefined;
    return approved === undefined ? [] : [{ at, to: `approvals.${approved}` }];
  });
}

/** Every text with its place by names (`stages.reception.approval`) and as a pattern (`stages.*.approval`). */
function textsOf(
  value: unknown,
  place: readonly string[],
  pattern: readonly string[],
): { readonly at: string; readonly pattern: string; readonly text: string }[] {
  if (typeof value === 'string') {
    return [{ at: place.join('.'), pattern: pattern.join('.'), text: value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, [...place, list ? nameAt(inner, key) : key], [...pattern, list ? '*' : key]),
  );
}

function nameAt(entry: unknown, index: string): string {
  return (typeof entry === 'string' ? null : nameOf(entry)) ?? index;
}
