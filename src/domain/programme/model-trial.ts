import { dayAt } from '../case/calendar.ts';
import type { PersonSummary, Situation } from '../case/command.ts';
import type { ProgrammeModel } from '../case/model.ts';
import type { CaseState } from '../case/state.ts';
import { tasksOf } from '../case/task.ts';
import { stageAfter, unmet } from '../case/workflow.ts';
import { overlapping } from '../evidence/disclosure-control.ts';
import { ruleOf } from '../evidence/frozen-number.ts';
import type { Instant } from '../time.ts';
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

/** Folds one file under its own model and under the draft, and says what would be different. Pure. */
export function tryFile(file: TriedFile, draft: ProgrammeModel, now: Instant): Tried {
  const { state, own } = file;
  const [before, after] = [dueOf(state, own, now), dueOf(state, draft, now)];
  const newly_due = [...after].filter((task) => !before.has(task)).length;
  const no_longer_due = [...before].filter((task) => !after.has(task)).length;
  const tried: Partial<Record<TrialCount, number>> = {};
  if (newly_due > 0) tried.newly_due = newly_due;
  if (no_longer_due > 0) tried.no_longer_due = no_longer_due;
  if (!draft.stages.some(({ code }) => code === state.stage.current)) {
    return { ...tried, stage_gone: 1 };
  }
  const [were, are] = [situationOf(file, own, now), situationOf(file, draft, now)];
  if (asked(state, draft, are).some((name) => !asked(state, own, were).includes(name))) {
    tried.unmet = 1;
  }
  const onward = stageAfter(state, are);
  if (onward !== null && stageAfter(state, were) === null) tried.moves_on = 1;
  return tried;
}

/** What the stages behind a file, and the door of its own stage, ask for and the file does not have. */
function asked(state: CaseState, model: ProgrammeModel, situation: Situation) {
  const at = model.stages.findIndex(({ code }) => code === state.stage.current);
  const passed = new Set(state.stage.history.map(({ stage }) => stage));
  const behind = model.stages.slice(0, Math.max(at, 0)).filter(({ code }) => passed.has(code));
  const names = [...behind.flatMap(({ leave }) => leave), ...(model.stages[at]?.enter ?? [])];
  return unmet([...new Set(names)], state, situation);
}

function dueOf(state: CaseState, model: ProgrammeModel, now: Instant): ReadonlySet<string> {
  const due = tasksOf(state, model).filter(({ due_at }) => due_at <= now);
  return new Set(due.map(({ kind, ref }) => `${kind} ${ref}`));
}

function situationOf({ state, person }: TriedFile, model: ProgrammeModel, now: Instant): Situation {
  return {
    ...{ now, today: dayAt(now, model.time_zone), model, person },
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
