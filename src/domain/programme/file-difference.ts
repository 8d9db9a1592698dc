import type { Situation } from '../case/command.ts';
import type { ProgrammeModel, Requirement } from '../case/model.ts';
import type { CaseState } from '../case/state.ts';
import { type Task, tasksOf } from '../case/task.ts';
import { stageAfter, unmet } from '../case/workflow.ts';

/** What another version of the model means for one file. */
export interface FileDifference {
  /** What is due by another time, or only under one of the two. */
  readonly due: readonly { readonly before: Task | null; readonly after: Task | null }[];
  /** What the stages behind the file ask for and it does not have. */
  readonly lacking: readonly Requirement[];
  /** The stage it goes on to at once. */
  readonly moves_to: string | null;
  /** Its stage is not there any more: it cannot be moved. */
  readonly stage_gone: boolean;
}

/** Folds one file under two versions and says what is different for it, the earliest date first. Pure. */
export function fileDifference(
  state: CaseState,
  own: ProgrammeModel,
  next: ProgrammeModel,
  situation: Situation,
): FileDifference {
  const [before, after] = [byName(tasksOf(state, own)), byName(tasksOf(state, next))];
  const due = [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((one) => one.before?.due_at !== one.after?.due_at)
    .toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  const stage_gone = !next.stages.some(({ code }) => code === state.stage.current);
  if (stage_gone) return { due, lacking: [], moves_to: null, stage_gone };
  const [were, are] = [
    { ...situation, model: own },
    { ...situation, model: next },
  ];
  const lacked = asked(state, own, were);
  return {
    ...{ due, stage_gone },
    lacking: asked(state, next, are).filter((name) => !lacked.includes(name)),
    moves_to: stageAfter(state, were) === null ? stageAfter(state, are) : null,
  };
}

/** What the stages behind a file, and the door of its own stage, ask for and the file does not have. */
function asked(state: CaseState, model: ProgrammeModel, situation: Situation) {
  const at = model.stages.findIndex(({ code }) => code === state.stage.current);
  const passed = new Set(state.stage.history.map(({ stage }) => stage));
  const behind = model.stages.slice(0, Math.max(at, 0)).filter(({ code }) => passed.has(code));
  const names = [...behind.flatMap(({ leave }) => leave), ...(model.stages[at]?.enter ?? [])];
  return unmet([...new Set(names)], state, situation);
}

function byName(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  return new Map(tasks.map((task) => [`${task.kind} ${task.ref}`, task]));
}

function dueOf({ before, after }: FileDifference['due'][number]): string {
  return (after ?? before)?.due_at ?? '';
}
