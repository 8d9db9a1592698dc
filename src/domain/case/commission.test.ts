import { describe, expect, it } from 'vitest';
import { bodies, caseFile, MODEL, problemOf } from '#test/case-file.ts';
import { isSilent, mattersOf } from './commission-state.ts';
import { openSteps } from './plan.ts';
import { tasksOf } from './task.ts';

function withPlan() {
  const file = caseFile();
  file.done('agree_plan', bodies.plan(file));
  const [step] = openSteps(file.state.plan);
  if (step === undefined) throw new Error('a plan without a step');
  const matter = { matter_id: file.id() };
  const asked = { session_on: '2026-11-20', asked: 'A room' };
  const put = { ...matter, step_id: step.step_id, commission: 'district', ...asked };
  const decision = {
    ...{ ...matter, number: '17/4', decided_on: '2026-11-09', agency: 'education' },
    ...{ what: 'A place at school', due_on: '2026-11-30' },
  };
  return { file, step, matter, put, decision };
}
const kinds = (file: ReturnType<typeof caseFile>) =>
  tasksOf(file.state, MODEL).map(({ kind, ref }) => `${kind} ${ref}`);

describe('a step before a commission', () => {
  // Broken once by leaving `stepsHeldUp` out of the tasks: seen to fail.
  it('is held up by the decision until the answer is there, and then goes on', () => {
    const { file, step, matter, put, decision } = withPlan();
    file.done('put_to_commission', put);
    expect(kinds(file)).toContain(`step ${step.step_id}`);
    file.done('record_decision', decision);
    expect(kinds(file)).not.toContain(`step ${step.step_id}`);
    expect(kinds(file)).toContain(`commission_answer ${matter.matter_id}`);
    file.done('record_decision_answer', { ...matter, on: '2026-11-24', outcome: 'partly' });
    expect(kinds(file)).toContain(`step ${step.step_id}`);
    expect(kinds(file)).not.toContain(`commission_answer ${matter.matter_id}`);
    expect(file.state.plan.outcomes).toEqual({});
  });

  it('is silent on the day after the days of the model, not before', () => {
    const { file, put, decision } = withPlan();
    file.done('put_to_commission', put);
    file.done('record_decision', decision);
    const [matter] = mattersOf(file.state.commission);
    if (matter === undefined) throw new Error('no matter');
    expect(MODEL.commissions?.silence_days).toBe(14);
    expect(isSilent(matter, '2026-11-23', MODEL)).toBe(false);
    expect(isSilent(matter, '2026-11-24', MODEL)).toBe(true);
  });

  it('is refused where it does not fit', () => {
    const { file, matter, put, decision } = withPlan();
    const say = (kind: string, body: object) => problemOf(file.say(kind, body));
    expect(say('put_to_commission', { ...put, step_id: file.id() })).toBe('step_unknown');
    expect(say('put_to_commission', { ...put, commission: 'galaxy' })).toBe('commission_unknown');
    expect(say('record_decision', decision)).toBe('matter_unknown');
    file.done('put_to_commission', put);
    expect(say('put_to_commission', put)).toBe('already_recorded');
    expect(say('put_to_commission', { ...put, matter_id: file.id() })).toBe('matter_under_way');
    const answer = { ...matter, on: '2026-11-24', outcome: 'done' };
    expect(say('record_decision_answer', answer)).toBe('matter_step_unfit');
    expect(say('record_decision', { ...decision, agency: 'moon' })).toBe('agency_unknown');
    expect(say('record_decision', { ...decision, decided_on: '2026-11-25' })).toBe(
      'day_in_the_future',
    );
    expect(say('record_decision', { ...decision, due_on: '2026-11-01' })).toBe('ends_before_start');
    file.done('record_decision', decision);
    expect(say('record_decision_answer', { ...answer, on: '2026-11-08' })).toBe(
      'ends_before_start',
    );
    file.done('record_decision_answer', answer);
    expect(say('record_decision_answer', answer)).toBe('matter_over');
    expect(say('withdraw_matter', { ...matter, reason: 'not_needed' })).toBe('matter_over');
  });
});

describe('a case conference', () => {
  const held = (file: ReturnType<typeof caseFile>) => ({
    ...{ conference_id: file.id(), on: '2026-11-23', chair: 'Head of the centre' },
    ...{ disciplines: ['social_work', 'psychology', 'education'], view: 'Wants to sew' },
    view_by: 'told_before',
    decisions: [
      { decision_id: file.id(), what: 'A machine', owner: 'supervisor', due_on: '2026-12-01' },
    ],
  });

  it('needs three professions, the person’s view and a decision with an owner and a day', () => {
    const file = caseFile();
    const body = held(file);
    const say = (patch: object) => problemOf(file.say('record_conference', { ...body, ...patch }));
    expect(say({ disciplines: ['social_work', 'social_work', 'law'] })).toBe(
      'conference_too_small',
    );
    expect(say({ disciplines: ['social_work', 'law', 'theology'] })).toBe('discipline_unknown');
    expect(say({ view: undefined })).toBe('invalid_input');
    expect(say({ view: '' })).toBe('invalid_input');
    expect(say({ decisions: [] })).toBe('invalid_input');
    expect(say({ on: '2026-11-25' })).toBe('day_in_the_future');
    expect(say({})).toBe(null);
    expect(say({ conference_id: file.id() })).toBe('same_id_twice');
  });

  it('leaves what a supervisor took on to the supervisors, until it is ended', () => {
    const file = caseFile();
    const body = held(file);
    file.done('record_conference', body);
    const decision_id = body.decisions[0]?.decision_id;
    const task = tasksOf(file.state, MODEL).find(({ ref }) => ref === decision_id);
    expect(task).toMatchObject({ kind: 'conference_decision', account_id: null });
    file.done('end_conference_decision', { decision_id, outcome: 'done' });
    expect(tasksOf(file.state, MODEL).some(({ ref }) => ref === decision_id)).toBe(false);
    const again = { decision_id, outcome: 'done' };
    expect(problemOf(file.say('end_conference_decision', again))).toBe('decision_over');
  });
});
