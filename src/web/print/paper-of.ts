import {
  certificateContent,
  conferenceContent,
  decisionContent,
  homeVisitContent,
  type PrintedPerson,
} from '#domain/print/case-papers.ts';
import { isOffered, layoutOf, type PrintLayout } from '#domain/print/layout.ts';
import type { PrintContent } from '#domain/print/sheet.ts';
import type { CaseFile } from '../case/case-file.ts';

export interface Paper {
  readonly layout: PrintLayout;
  readonly content: PrintContent;
  /** The part of the file that it is printed from. */
  readonly part: string;
}

/**
 * What an id of a file prints: a visit, a decision, a conference or a milestone. The address of a print
 * so holds no word of what it is. Null where the programme has no such paper, or the file no such thing.
 */
export function paperOf(file: CaseFile, about: string, who: PrintedPerson): Paper | null {
  const { state, model } = file;
  const visit = state.visit.visits[about];
  if (visit !== undefined) {
    const layout = layoutOf(model, 'home_visit');
    if (!isOffered(layout, visit.kind)) return null;
    return { layout, part: 'contacts', content: homeVisitContent(state, model, visit, who) };
  }
  const milestone = state.milestone.reached[about];
  if (milestone !== undefined) {
    const layout = layoutOf(model, 'certificate');
    if (!isOffered(layout, milestone.code)) return null;
    return { layout, part: 'milestones', content: certificateContent(model, milestone, who) };
  }
  const layout = layoutOf(model, 'decision');
  if (layout === null) return null;
  const matter = state.commission.matters[about];
  const conference = state.conference.conferences[about];
  const content =
    matter !== undefined
      ? decisionContent(state, model, matter, who)
      : conference !== undefined
        ? conferenceContent(model, conference, who)
        : null;
  return content === null ? null : { layout, content, part: 'decisions' };
}
