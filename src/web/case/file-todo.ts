import type { Requirement } from '#domain/case/model.ts';
import { unmet } from '#domain/case/workflow.ts';
import type { CaseFile } from './case-file.ts';

/**
 * What is still to do before a file goes on: what its stage asks for, and, when all of that is there,
 * what the next stage does. A stage that begins with an arrival in reception is for those who arrive.
 */
export function stillToDo({ state, situation, model }: CaseFile): readonly Requirement[] {
  const at = model.stages.findIndex((stage) => stage.code === state.stage.current);
  const here = model.stages[at];
  if (here === undefined || here.phase === 'closed') return [];
  const open = unmet(here.leave, state, situation);
  if (open.length > 0) return open;
  const asked = model.stages.slice(at + 1).map((stage) => unmet(stage.enter, state, situation));
  return asked.find((list) => !list.includes('reception_entered')) ?? [];
}
