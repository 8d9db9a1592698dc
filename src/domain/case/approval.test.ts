import { describe, expect, it } from 'vitest';
import {
  asOtherSupervisor,
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  problemOf,
  SUPERVISOR,
} from '#test/case-file.ts';
import { changedSince } from './approvable.ts';
import { waiting } from './approval.ts';
import { PREDICATES } from './workflow.ts';

/** A file with an assessment and a plan; returns what a test goes on with. */
function planned() {
  const file = caseFile();
  file.done('assess_needs', bodies.assessment());
  const plan = bodies.plan(file);
  file.done('agree_plan', plan);
  return { file, plan };
}

function propose(file: CaseFile, kind: string, voice = {}): string {
  const approval_id = file.id();
  file.done('propose_approval', { approval_id, kind }, voice);
  return approval_id;
}

describe('a proposal', () => {
  it('pins the fact that it puts forward and waits', () => {
    const { file } = planned();
    const approval_id = propose(file, 'plan');
    const [found] = waiting(file.state.approval);
    expect(found).toMatchObject({ approval_id, pin: file.state.plan.plan?.by, state: 'waiting' });
  });

  it('is refused where there is nothing new to approve', () => {
    const file = caseFile();
    const say = (kind: string) => file.say('propose_approval', { approval_id: file.id(), kind });
    expect(problemOf(say('plan'))).toBe('nothing_to_approve');
    expect(problemOf(say('assessment'))).toBe('nothing_to_approve');
    expect(problemOf(say('closure'))).toBe('nothing_to_approve');
    file.done('assess_needs', bodies.assessment());
    const approval_id = propose(file, 'assessment');
    expect(problemOf(say('assessment'))).toBe('already_proposed');
    file.done('approve', { approval_id }, asSupervisor);
    expect(problemOf(say('assessment'))).toBe('already_approved');
    const again = { approval_id, kind: 'plan' };
    expect(problemOf(file.say('propose_approval', again))).toBe('already_recorded');
  });

  it('of something that the model does not want approved is refused', () => {
    const { file } = planned();
    const model = { ...file.situation.model, approvals: [] };
    const bare = caseFile({ model });
    bare.done('assess_needs', bodies.assessment());
    const body = { approval_id: bare.id(), kind: 'assessment' };
    expect(problemOf(bare.say('propose_approval', body))).toBe('approval_unknown');
  });

  it('takes the place of an older one of its kind', () => {
    const { file, plan } = planned();
    const older = propose(file, 'plan');
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    const newer = propose(file, 'plan');
    expect(waiting(file.state.approval).map((one) => one.approval_id)).toEqual([newer]);
    expect(file.state.approval.approvals[older]?.state).toBe('replaced');
  });
});

describe('a decision', () => {
  it('approves what was proposed, or returns it with a reason', () => {
    const { file } = planned();
    const first = propose(file, 'plan');
    const reason = 'Who takes her to the clinic?';
    file.done('return_approval', { approval_id: first, reason }, asSupervisor);
    expect(file.state.approval.approvals[first]).toMatchObject({ state: 'returned', reason });
    expect(PREDICATES.plan_approved(file.state, file.situation)).toBe(false);
    const second = propose(file, 'plan');
    file.done('approve', { approval_id: second }, asSupervisor);
    expect(PREDICATES.plan_approved(file.state, file.situation)).toBe(true);
    expect(waiting(file.state.approval)).toEqual([]);
  });

  it('is the right of a supervisor alone', () => {
    const { file } = planned();
    const approval_id = propose(file, 'plan');
    expect(problemOf(file.say('approve', { approval_id }))).toBe('not_allowed');
    const back = { approval_id, reason: 'no' };
    expect(problemOf(file.say('return_approval', back))).toBe('not_allowed');
  });

  // Seen to fail with the comparison to `proposed_by` taken out.
  it("is never about one's own proposal", () => {
    const { file } = planned();
    const approval_id = propose(file, 'plan', asSupervisor);
    expect(problemOf(file.say('approve', { approval_id }, asSupervisor))).toBe('own_proposal');
    file.done('approve', { approval_id }, asOtherSupervisor);
  });

  // Seen to fail with `authorsOf` answering the last author only.
  it('is never about what one wrote oneself, be it an earlier version not approved since', () => {
    const file = caseFile();
    const plan = bodies.plan(file);
    file.done('agree_plan', plan, asSupervisor);
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    const approval_id = propose(file, 'plan');
    expect(problemOf(file.say('approve', { approval_id }, asSupervisor))).toBe('own_work');
    file.done('approve', { approval_id }, asOtherSupervisor);
    // Approved by another: what came before no longer counts.
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    const next = propose(file, 'plan');
    file.done('approve', { approval_id: next }, asSupervisor);
  });

  it('holds for a domain of the assessment that one answered', () => {
    const file = caseFile();
    const [first, ...rest] = bodies.assessment().answers;
    file.done('assess_needs', { answers: [first] }, asSupervisor);
    file.done('assess_needs', { answers: rest });
    const approval_id = propose(file, 'assessment');
    expect(problemOf(file.say('approve', { approval_id }, asSupervisor))).toBe('own_work');
  });

  it('is stale where what was proposed has been replaced, or somebody has decided', () => {
    const { file, plan } = planned();
    const approval_id = propose(file, 'plan');
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    const outdated = file.say('approve', { approval_id }, asSupervisor);
    expect(outdated).toEqual({ answer: 'stale', problem: { code: 'approval_outdated' } });
    file.done('return_approval', { approval_id, reason: 'see version 2' }, asSupervisor);
    const decided = file.say('approve', { approval_id }, asOtherSupervisor);
    expect(decided).toEqual({ answer: 'stale', problem: { code: 'approval_decided' } });
    const missing = file.say('approve', { approval_id: file.id() }, asSupervisor);
    expect(problemOf(missing)).toBe('approval_missing');
  });
});

describe('while an approval waits', () => {
  // Seen to fail with `decide` refusing commands while `waiting` was not empty.
  it('work goes on and urgent help does not wait', () => {
    const { file, plan } = planned();
    propose(file, 'assessment');
    propose(file, 'plan');
    const need = { need_id: file.id(), domain: plan.goals[0]?.domain, urgent: true, words: 'Heat' };
    file.done('identify_need', need);
    const step_id = plan.goals[0]?.steps[0]?.step_id;
    file.done('complete_step', { step_id, outcome: 'done' });
    expect(waiting(file.state.approval)).toHaveLength(2);
  });
});

describe('what changed since the last approval', () => {
  it('is a list of the facts of that kind after the pinned one, all of them before the first', () => {
    const { file, plan } = planned();
    const [agreed] = file.facts.filter((fact) => fact.kind === 'plan_agreed');
    const changes = () => changedSince(file.facts, 'plan', file.state.approval.approved.plan);
    expect(changes()).toEqual([agreed?.id]);
    const approval_id = propose(file, 'plan');
    file.done('approve', { approval_id }, asSupervisor);
    expect(changes()).toEqual([]);
    file.done('assess_needs', bodies.assessment('none'));
    const { facts } = file.done('revise_plan', plan, {
      seen: { plan: file.state.plan.plan?.by ?? '' },
    });
    expect(changes()).toEqual([facts[0]?.id]);
  });

  it('says who decided', () => {
    const { file } = planned();
    const approval_id = propose(file, 'plan');
    file.done('approve', { approval_id, words: 'Well done' }, asSupervisor);
    expect(file.state.approval.approvals[approval_id]).toMatchObject({
      ...{ decided_by: SUPERVISOR, reason: 'Well done' },
    });
  });
});
