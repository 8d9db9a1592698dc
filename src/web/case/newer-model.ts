import { useMemo } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { useRows } from '../device/use-rows.ts';
import type { CaseFile } from './case-file.ts';
import { modelRow } from './rows.ts';

export interface HeldModel {
  readonly id: string;
  readonly document: ProgrammeModel;
}

/** The versions that this device holds, the newest first; undefined until they are read. */
export function useModels(): readonly HeldModel[] | undefined {
  const models = useRows('programme_model', modelRow);
  return useMemo(
    () =>
      models && [...models.values()].toSorted((a, b) => b.document.version - a.document.version),
    [models],
  );
}

/** Whether a file follows an earlier version and can go to this one. */
export function isBehind({ model, row }: CaseFile, newest: HeldModel): boolean {
  const { code, version } = newest.document;
  return row.closed_at === null && model.code === code && model.version < version;
}

/** How a file came to its version, where it was moved to it: from which one, when and by whom. */
export function lastMove({ facts, model }: CaseFile, models: readonly HeldModel[]) {
  const fact = facts.findLast(({ kind }) => kind === 'model_changed');
  if (fact === undefined) return undefined;
  const { from } = fact.body as { readonly from: number };
  const before = models.find(
    ({ document }) => document.code === model.code && document.version === from,
  );
  return before && { before: before.document, at: fact.recorded_at, by: fact.actor.id };
}
