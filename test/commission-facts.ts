import { openSteps } from '#domain/case/plan.ts';
import type { CaseFile } from './case-file.ts';

/** A step before a commission, decided and answered; another one withdrawn; a case conference. */
export function commissionFacts(file: CaseFile): void {
  const steps = openSteps(file.state.plan).map(({ step_id }) => step_id);
  const put = (step_id: string | undefined) => {
    const matter_id = file.id();
    const asked = { session_on: '2026-11-20', asked: 'A room near the school' };
    file.done('put_to_commission', { matter_id, step_id, commission: 'district', ...asked });
    return { matter_id };
  };
  file.done('withdraw_matter', { ...put(steps[0]), reason: 'not_wished' });
  const matter = put(steps[0]);
  file.done('record_decision', {
    ...{ ...matter, number: '17/4', decided_on: '2026-11-20', agency: 'local_government' },
    ...{ what: 'A room is given', due_on: '2026-12-10' },
  });
  const answer = { on: '2026-11-24', outcome: 'done', words: 'From Monday on' };
  file.done('record_decision_answer', { ...matter, ...answer });
  const decision_id = file.id();
  file.done('record_conference', {
    ...{ conference_id: file.id(), on: '2026-11-23', chair: 'Head of the centre' },
    ...{ disciplines: ['social_work', 'psychology', 'education'], view: 'Wants to sew at home' },
    view_by: 'in_person',
    decisions: [{ decision_id, what: 'Ask for a machine', owner: 'worker', due_on: '2026-12-05' }],
  });
  file.done('end_conference_decision', { decision_id, outcome: 'done', words: 'It came' });
}
