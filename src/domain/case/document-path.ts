import type { Paper } from '../people/person.ts';
import { type DocumentKind, documentKinds, waitsOn } from './document-kind.ts';
import { type Document, documentsOf, isUnderWay } from './document-state.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';

/** How far a paper is, for the picture: in hand, on its way, said no to, or not asked for yet. */
export type PathState = 'in_hand' | 'under_way' | 'refused' | 'open';

/** One line of the picture of what waits for what. */
export interface PathLine {
  readonly kind: DocumentKind;
  readonly state: PathState;
  /** Lines above it, by their place, that are usually asked for first. */
  readonly waits: readonly { readonly line: number; readonly done: boolean }[];
  /** True where it is under way, or what is under way waits for it or leads to it. */
  readonly near: boolean;
}

/**
 * What waits for what, in an order in which nothing stands before what it waits for. `near` = around
 * what is under way or was refused; where nothing is, everything is.
 */
export function documentPath(
  model: ProgrammeModel,
  { document }: Pick<CaseState, 'document'>,
  papers: readonly Paper[],
): readonly PathLine[] {
  const kinds = inOrder(documentKinds(model));
  const all = documentsOf(document);
  const stateOf = (kind: DocumentKind): PathState => {
    const last = all.findLast((one) => one.kind === kind.code && one.status !== 'withdrawn');
    const held = papers.some((paper) => paper.kind === kind.paper && paper.state === 'held');
    return last === undefined || !isUnderWay(last) ? settled(kind, last, held) : going(last);
  };
  const states = new Map(kinds.map((kind) => [kind.code, stateOf(kind)]));
  const moving = kinds.filter(({ code }) => !['open', 'in_hand'].includes(states.get(code) ?? ''));
  const before = new Set(moving.flatMap(({ code }) => [...waitsOn(kinds, code)]));
  const next = kinds.filter(({ waits_for }) =>
    waits_for.some((code) => moving.some((one) => one.code === code)),
  );
  return kinds.map((kind) => ({
    kind,
    state: states.get(kind.code) ?? 'open',
    waits: kind.waits_for.map((code) => ({
      line: kinds.findIndex((one) => one.code === code),
      done: states.get(code) === 'in_hand',
    })),
    near: moving.length === 0 || before.has(kind.code) || next.includes(kind),
  }));
}

/**
 * Identity papers are in hand where the person's own list says so: one that was issued may have been
 * lost since. Of what has no such line, the last word is that it was issued.
 */
function settled(kind: DocumentKind, last: Document | undefined, held: boolean): PathState {
  const issued = kind.paper === undefined && last?.status === 'issued';
  return held || issued ? 'in_hand' : 'open';
}

function going(last: Document): PathState {
  return last.status === 'refused' ? 'refused' : 'under_way';
}

/** The order of the model, with what is waited for moved before what waits. */
function inOrder(kinds: readonly DocumentKind[]): readonly DocumentKind[] {
  const placed: DocumentKind[] = [];
  const place = (kind: DocumentKind) => {
    if (placed.includes(kind)) return;
    for (const code of kind.waits_for) {
      const first = kinds.find((one) => one.code === code);
      if (first !== undefined) place(first);
    }
    placed.push(kind);
  };
  kinds.forEach(place);
  return placed;
}

/**
 * The papers of a person after one of a kind was issued: in hand, under no number until somebody writes
 * it down. It takes the line of one that was missing, unless that line tells of another paper (a number,
 * a country): nothing that was written by hand is lost. One that is in hand already stays as it is.
 */
export function withIssued(papers: readonly Paper[], kind: Paper['kind']): readonly Paper[] {
  const same = (paper: Paper) => paper.kind === kind;
  if (papers.some((paper) => same(paper) && paper.state === 'held')) return papers;
  const at = papers.findIndex((one) => same(one) && !one.number && !one.country);
  const held: Paper = { kind, state: 'held' };
  return at < 0 ? [...papers, held] : papers.with(at, held);
}
