import type { PersonSummary, Situation } from '../case/command.ts';
import type { ProgrammeModel } from '../case/model.ts';
import type { CaseState } from '../case/state.ts';
import type { Task } from '../case/task.ts';
import { overlapping } from '../evidence/disclosure-control.ts';
import { ruleOf } from '../evidence/frozen-number.ts';
import type { Instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { fileDifference } from './file-difference.ts';
import { TRIAL_COUNTS, type TrialCount, type TrialResult } from './model-draft.ts';

/** One open file, as the dry run of a draft reads it. */
export interface TriedFile {
  readonly state: CaseState;
  readonly person: PersonSummary;
  /** The model that the file follows now. */
  readonly own: ProgrammeModel;
}

/** What a draft would mean for one file, by what is counted; how many tasks where that counts tasks. */
export type Tried = Readonly<Partial<Record<TrialCount, number>>>;

/** Folds one file under its own model and under the draft, and counts what would be different. Pure. */
export function tryFile(file: TriedFile, draft: ProgrammeModel, now: Instant): Tried {
  const found = fileDifference(file.state, file.own, draft, situationOf(file, now));
  const isDue = (task: Task | null) => task !== null && task.due_at <= now;
  const newly_due = found.due.filter(({ before, after }) => isDue(after) && !isDue(before)).length;
  const no_longer = found.due.filter(({ before, after }) => isDue(before) && !isDue(after)).length;
  return {
    ...(newly_due > 0 ? { newly_due } : {}),
    ...(no_longer > 0 ? { no_longer_due: no_longer } : {}),
    ...(found.lacking.length > 0 ? { unmet: 1 } : {}),
    ...(found.moves_to !== null ? { moves_on: 1 } : {}),
    ...(found.stage_gone ? { stage_gone: 1 } : {}),
  };
}

function situationOf({ state, person, own }: TriedFile, now: Instant): Situation {
  return {
    ...{ now, today: dayAt(now, own.time_zone), model: own, person },
    actor: { kind: 'job', id: person.id },
    role: 'coordinator',
    organisation_id: null,
    place_path: state.opening.place_path,
  };
}

/** Adds up what files would mean, by the people and households behind them. */
export class TrialSum {
  readonly #all = { people: new Set<string>(), households: new Set<string>() };
  readonly #by = new Map(
    TRIAL_COUNTS.map((code) => [
      code,
      { people: new Set<string>(), households: new Set<string>(), tasks: 0 },
    ]),
  );

  add(person: string, household: string, tried: Tried): void {
    this.#all.people.add(person);
    this.#all.households.add(household);
    for (const [code, found] of this.#by) {
      const tasks = tried[code];
      if (tasks === undefined) continue;
      found.people.add(person);
      found.households.add(household);
      found.tasks += tasks;
    }
  }

  /** As it may be shown: no small cell, nor all but a few, rounded, so that two trials side by side tell of nobody. */
  result(inForce: ProgrammeModel, tried_at: Instant): TrialResult {
    const rule = ruleOf(inForce);
    const all = { code: 'all', ...sizes(this.#all) };
    const counts = [...this.#by].map(([code, found]) => ({ code, ...sizes(found) }));
    const { cells } = overlapping(counts, all, rule);
    const round = (count: number) => Math.round(count / rule.rounded_to) * rule.rounded_to;
    const few = all.people < rule.smallest_cell || all.households < rule.smallest_households;
    return {
      tried_at,
      people: few ? null : round(all.people),
      counts: TRIAL_COUNTS.map((code) => {
        const people = cells.find((cell) => cell.code === code)?.people ?? null;
        const tasks = people === null ? null : round(this.#by.get(code)?.tasks ?? 0);
        return code.endsWith('due') ? { code, people, tasks } : { code, people };
      }),
      rule: { smallest_cell: rule.smallest_cell, rounded_to: rule.rounded_to },
    };
  }
}

function sizes(found: { people: ReadonlySet<string>; households: ReadonlySet<string> }) {
  return { people: found.people.size, households: found.households.size };
}
