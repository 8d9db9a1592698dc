import type { ArrivalPlan } from '#domain/arrival/list.ts';
import type { RETURN_CONTEXTS } from '#domain/people/return.ts';
import type { Problem } from '#domain/problem.ts';
import type { ArrivalFile } from './read-list.ts';
import { lookAtList } from './try-list.ts';

/** The plan that the guess makes of a file, for where no human looks at it first: command line, demo. */
export async function guessedPlan(
  file: ArrivalFile,
  context: (typeof RETURN_CONTEXTS)[number],
): Promise<ArrivalPlan | { readonly problem: Problem }> {
  const looked = await lookAtList(file);
  if ('problem' in looked) return looked;
  const { columns, name_order } = looked.guess;
  const mapped = columns.flatMap(({ column, field }) =>
    field === undefined ? [] : [{ column, field }],
  );
  return {
    mapping: { columns: mapped, context, ...(name_order === undefined ? {} : { name_order }) },
  };
}
