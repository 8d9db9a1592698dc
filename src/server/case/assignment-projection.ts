import { notifyHolders } from '../notification/notify.ts';
import type { Projection } from './projections.ts';

/** Whoever is given a file by somebody else is told that there is one; a transfer tells it by itself. */
export const assignmentProjection: Projection = {
  kinds: ['worker_assigned', 'transfer_accepted'],
  async write(acting, facts, state, now) {
    if (!facts.every((fact) => fact.kind === 'worker_assigned')) return;
    const worker = state.assignment.worker?.account_id;
    if (worker === undefined || worker === acting.actor.id) return;
    const details = { case_id: state.opening.case_id ?? '' };
    await notifyHolders(acting, [], null, { kind: 'file_given', details, now, also: [worker] });
  },
  // A bell that has rung is no state of the file.
  async rewrite() {},
};
