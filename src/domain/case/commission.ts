import { accept, commandKind, type Decision, type Noun, refuse, stale } from './command.ts';
import {
  type CommissionState,
  isOver,
  type Matter,
  putToCommission,
  recordDecision,
  recordDecisionAnswer,
  withdrawMatter,
} from './commission-state.ts';
import { factKind } from './fact.ts';
import type { ProgrammeModel } from './model.ts';
import { openSteps } from './plan.ts';

function change(
  slice: CommissionState,
  matterId: string,
  to: (known: Matter) => Matter,
): CommissionState {
  const known = slice.matters[matterId];
  if (known === undefined) return slice;
  return { matters: { ...slice.matters, [matterId]: to(known) } };
}

/** The matter of this id where it stands as it has to, or what is wrong. */
function standing(
  slice: CommissionState,
  matterId: string,
  fits: (known: Matter) => boolean,
): { readonly known: Matter } | { readonly answer: Decision } {
  const known = slice.matters[matterId];
  if (known === undefined) return { answer: refuse('matter_unknown') };
  if (isOver(known)) return { answer: stale('matter_over') };
  return fits(known) ? { known } : { answer: refuse('matter_step_unfit') };
}

const knows = (list: readonly { code: string }[] | undefined, code: string) =>
  list?.some((one) => one.code === code) ?? false;

/** What a model does not know of what was said, by the name of the field. */
function unknownCode(model: ProgrammeModel, said: { commission?: string; agency?: string }) {
  const { commission, agency } = said;
  if (commission !== undefined && !knows(model.commissions?.commissions, commission)) {
    return refuse('commission_unknown');
  }
  if (agency !== undefined && !knows(model.commissions?.agencies, agency)) {
    return refuse('agency_unknown');
  }
  return null;
}

/**
 * A step of the plan before a commission: put on an agenda, decided, answered by the agency that the
 * decision names. The agenda that leaves the house holds numbers of files and nothing else.
 */
export const commission = {
  slice: 'commission',
  initial: { matters: {} } as CommissionState,
  facts: {
    matter_put: factKind({
      version: 1,
      compartment: 'general',
      body: putToCommission,
      apply: (slice: CommissionState, { body }): CommissionState => ({
        matters: {
          ...slice.matters,
          [body.matter_id]: { ...body, status: 'put', decision: null, answer: null, over_on: null },
        },
      }),
    }),
    matter_decided: factKind({
      version: 1,
      compartment: 'general',
      body: recordDecision,
      apply: (slice: CommissionState, { body: { matter_id, ...decision } }): CommissionState =>
        change(slice, matter_id, (known) => ({ ...known, status: 'decided', decision })),
    }),
    matter_answered: factKind({
      version: 1,
      compartment: 'general',
      body: recordDecisionAnswer,
      apply: (slice: CommissionState, { body: { matter_id, ...answer } }): CommissionState =>
        change(slice, matter_id, (known) => ({
          ...{ ...known, status: 'answered', answer, over_on: answer.on },
        })),
    }),
    matter_withdrawn: factKind({
      version: 1,
      compartment: 'general',
      body: withdrawMatter,
      apply: (slice: CommissionState, { body, recorded_at }): CommissionState =>
        change(slice, body.matter_id, (known) => ({
          ...{ ...known, status: 'withdrawn', over_on: recorded_at.slice(0, 10) },
        })),
    }),
  },
  commands: {
    put_to_commission: commandKind({
      body: putToCommission,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model }) => {
        const { matters } = state.commission;
        if (matters[body.matter_id] !== undefined) return refuse('already_recorded');
        const unknown = unknownCode(model, body);
        if (unknown !== null) return unknown;
        // The step ended, or left the plan, while the device was away.
        if (!openSteps(state.plan).some(({ step_id }) => step_id === body.step_id)) {
          return stale('step_unknown');
        }
        const same = Object.values(matters).some(
          (one) => one.step_id === body.step_id && !isOver(one),
        );
        return same ? refuse('matter_under_way') : accept({ kind: 'matter_put', body });
      },
    }),
    record_decision: commandKind({
      body: recordDecision,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model, today }) => {
        const found = standing(state.commission, body.matter_id, ({ status }) => status === 'put');
        if ('answer' in found) return found.answer;
        const unknown = unknownCode(model, body);
        if (unknown !== null) return unknown;
        if (body.decided_on > today) return refuse('day_in_the_future');
        if (body.due_on < body.decided_on) return refuse('ends_before_start');
        return accept({ kind: 'matter_decided', body });
      },
    }),
    record_decision_answer: commandKind({
      body: recordDecisionAnswer,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = standing(
          state.commission,
          body.matter_id,
          ({ status }) => status === 'decided',
        );
        if ('answer' in found) return found.answer;
        if (body.on > today) return refuse('day_in_the_future');
        const decided = found.known.decision?.decided_on;
        if (decided !== undefined && body.on < decided) return refuse('ends_before_start');
        return accept({ kind: 'matter_answered', body });
      },
    }),
    withdraw_matter: commandKind({
      body: withdrawMatter,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const found = standing(state.commission, body.matter_id, () => true);
        return 'answer' in found ? found.answer : accept({ kind: 'matter_withdrawn', body });
      },
    }),
  },
} as const satisfies Noun<'commission'>;
