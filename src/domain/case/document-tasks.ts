import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { dayAfter } from './calendar.ts';
import { documentKindOf } from './document-kind.ts';
import { type Document, documentsOf, isUnderWay } from './document-state.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';

const LATE_FOR = { escalate_to: 'supervisor' } as const;

/**
 * What a worker has to do about papers, by day. Overdue ones are on the supervisor's list as every task
 * is; the reminder of an appeal is late days before the appeal itself, while it can still be written.
 * A legal matter gives its next day and nothing else, alike for those who read it and those who do not.
 */
export function documentTasks(
  { document }: CaseState,
  model: ProgrammeModel,
  account_id: Id | null,
  end: (day: Day) => Instant,
): Task[] {
  const all = documentsOf(document).filter(({ compartment }) => compartment === 'general');
  const remind = model.documents?.appeal_reminder_days ?? 0;
  const task = (kind: Task['kind'], one: Document, on: Day): Task => ({
    ...{ kind, ref: one.document_id, account_id, due_at: end(on) },
    details: { document: one.kind, ...LATE_FOR },
  });
  return [
    ...all.filter(isUnderWay).flatMap((one) => awaited(one, remind, task)),
    ...all.flatMap((one, at) => {
      // Applied for anew since: that is its renewal.
      const renewed = all.slice(at + 1).some(({ kind }) => kind === one.kind);
      const days = documentKindOf(model, one.kind)?.renewal_days;
      if (one.status !== 'issued' || one.valid_until === null || renewed) return [];
      return [task('document_renewal', one, dayAfter(one.valid_until, -(days ?? 0)))];
    }),
    ...Object.values(document.apart)
      .filter(({ ended }) => !ended)
      .flatMap(({ document_id: ref, next_on }): Task[] =>
        next_on === null
          ? []
          : [{ kind: 'document_apart', ref, account_id, due_at: end(next_on), details: LATE_FOR }],
      ),
  ];
}

function awaited(
  one: Document,
  remind: number,
  task: (kind: Task['kind'], one: Document, on: Day) => Task,
): Task[] {
  const { awaits, last_on } = one;
  if (awaits === null) return [];
  const { what, on } = awaits;
  // What an office still wants is wanted now, where it named no day.
  if (what === 'missing') {
    const by = on ?? last_on;
    return by === null ? [] : [task('document_missing', one, by)];
  }
  if (on === null || what === 'issue') return [];
  if (what === 'answer') return [task('document_answer', one, on)];
  if (what === 'hearing') return [task('document_hearing', one, on)];
  const before = dayAfter(on, -remind);
  const reminder = last_on !== null && before > last_on ? before : null;
  return [
    ...(reminder === null ? [] : [task('document_appeal_reminder', one, reminder)]),
    task('document_appeal', one, on),
  ];
}
