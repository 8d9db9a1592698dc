import type { PersonSummary } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import { applyFact, EMPTY } from '#domain/case/file.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { TrialResult } from '#domain/programme/model-draft.ts';
import { TrialSum, tryFile } from '#domain/programme/model-trial.ts';
import { modelOf } from '../case/model.ts';
import type { Deps } from '../deps.ts';
import { newestModel } from './newest-model.ts';

/** Counts as a job, not as the coordinator who asked: no state of a file is within a coordinator's rights. */
export const COUNTER = { kind: 'job', id: '01900000-0000-7000-8000-000000000002' } as const;
/** Few at once: no transaction of it is long. */
const AT_ONCE = 50;

interface Row {
  readonly case_id: string;
  readonly person_id: string;
  readonly household: string;
  readonly model_id: string;
  readonly state: CaseState;
  readonly later: readonly Fact[];
  readonly person: PersonSummary;
}

/**
 * The dry run of a draft over every open file. Changes nothing, and tells nothing but counts that have
 * passed disclosure control. Null where nobody wants it any more.
 *
 * @param onFiles is told after every few files how many were tried, and says whether to go on
 */
export async function tryModel(
  deps: Pick<Deps, 'database' | 'clock'>,
  draft: ProgrammeModel,
  onFiles: (tried: number) => Promise<boolean> = async () => true,
): Promise<TrialResult | null> {
  const now = deps.clock().toISOString();
  const sum = new TrialSum();
  let after = '00000000-0000-0000-0000-000000000000';
  let tried = 0;
  for (;;) {
    const cases = await tryNext(deps, draft, sum, after, now);
    const last = cases.at(-1);
    if (last === undefined) break;
    after = last;
    tried += cases.length;
    if (!(await onFiles(tried))) return null;
  }
  const inForce = await deps.database.as(COUNTER, newestModel);
  return inForce === null ? null : sum.result(inForce, now);
}

/** Some files in a transaction of their own; which ones, in order. */
async function tryNext(
  { database }: Pick<Deps, 'database'>,
  draft: ProgrammeModel,
  sum: TrialSum,
  after: string,
  now: string,
): Promise<readonly string[]> {
  const tried = await database.as(COUNTER, async (acting) => {
    const { rows } = await acting.client.query<Row>({
      name: 'model_trial_files',
      text: 'select * from model_trial_files($1, $2)',
      values: [after, AT_ONCE],
    });
    const found: (Row & { readonly own: ProgrammeModel | null })[] = [];
    for (const row of rows) found.push({ ...row, own: await modelOf(acting, row.model_id) });
    return found;
  });
  // Counted after the transaction, which may run more than once.
  for (const { person_id, household, person, own, ...row } of tried) {
    if (own === null) continue;
    const state = row.later.reduce(applyFact, { ...EMPTY, ...row.state });
    sum.add(person_id, household, tryFile({ state, person, own }, draft, now));
  }
  return tried.map(({ case_id }) => case_id);
}
