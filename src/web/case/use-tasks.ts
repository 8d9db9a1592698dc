import { useMemo } from 'react';
import { type Task, tasksOf } from '#domain/case/task.ts';
import { gaveAway } from '#domain/case/transfer-state.ts';
import { dayAt } from '#domain/zone.ts';
import type { CaseFile } from './case-file.ts';

/** Something to do, with the file that it is about. */
export interface FileTask {
  readonly file: CaseFile;
  readonly task: Task;
  readonly due: string;
}

// A file is folded anew only when something was said about it, and so are its tasks.
const known = new WeakMap<CaseFile, readonly FileTask[]>();

/** What is open on a file, the earliest first; `due` is the day in the time zone of its model. */
export function fileTasks(file: CaseFile): readonly FileTask[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  // What another region does now is not on the list here.
  const open = gaveAway(file.state, file.situation) ? [] : tasksOf(file.state, file.model);
  const tasks = open.map((task) => ({
    ...{ file, task, due: dayAt(task.due_at, file.model.time_zone) },
  }));
  known.set(file, tasks);
  return tasks;
}

export function useFileTasks(file: CaseFile): readonly FileTask[] {
  return useMemo(() => fileTasks(file), [file]);
}
