import { useMemo } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { useMe } from '../account/use-session.ts';
import { useRows } from '../device/use-rows.ts';
import type { CaseFile } from './case-file.ts';
import { modelRow } from './rows.ts';

export interface NewestModel {
  readonly id: string;
  readonly document: ProgrammeModel;
}

/** The newest version that this device holds, for who may move files to it. */
export function useNewestModel(): NewestModel | undefined {
  const me = useMe();
  const models = useRows('programme_model', modelRow);
  return useMemo(() => {
    if (!me.abilities.includes('change_model:general')) return undefined;
    const held = [...(models?.values() ?? [])];
    return held.toSorted((a, b) => b.document.version - a.document.version)[0];
  }, [me, models]);
}

/** Whether a file follows an earlier version and can go to this one. */
export function isBehind({ model, row }: CaseFile, newest: NewestModel): boolean {
  const { code, version } = newest.document;
  return row.closed_at === null && model.code === code && model.version < version;
}
