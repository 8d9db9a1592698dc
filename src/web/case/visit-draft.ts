import { v7 as uuid } from 'uuid';
import type { Compartment } from '#domain/access/role.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { openStay } from '#domain/case/reception.ts';
import type { CaseFile } from './case-file.ts';
import { given } from './command-form.tsx';

export interface VisitDraft {
  readonly visit_id: string;
  readonly kind: string;
  readonly on: string;
  readonly met: boolean;
  readonly words: string;
  readonly compartment: Compartment;
  readonly next_on: string;
  /** Steps that were done on the way. */
  readonly done: readonly string[];
  /** Where the child lives by a care arrangement: whether this was a visit there, and a talk alone. */
  readonly home: 'yes' | 'no';
  readonly child_alone: 'yes' | 'no' | 'too_young';
}

/** What a visit begins with: today, the person met, at home or in the reception where they still are. */
export function visitDraft(file: CaseFile): VisitDraft {
  const kinds = file.model.visit_kinds;
  const received = openStay(file.state.reception) !== null;
  const there = received ? kinds.find(({ code }) => code === 'reception') : undefined;
  return {
    ...{ visit_id: uuid(), kind: (there ?? kinds[0])?.code ?? '' },
    ...{ on: file.situation.today, met: true, words: '', compartment: 'general' },
    ...{ next_on: '', done: [], home: 'yes', child_alone: 'yes' },
  };
}

export function visitBody(draft: VisitDraft): CommandBodies['record_visit'] {
  const { visit_id, kind, on, met, words, compartment, next_on } = draft;
  return {
    ...{ visit_id, kind, on, met, words: given(words) },
    compartment: given(words) === undefined ? 'general' : compartment,
    next_on: given(next_on),
  };
}

/** A day so many days later. */
export function dayLater(day: string, days: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
