import { describe, expect, it } from 'vitest';
import {
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  firstCode,
  MODEL,
  WORKER,
} from '#test/case-file.ts';
import { REQUIREMENTS, type Requirement } from './model.ts';
import { PREDICATES, progress, unmet } from './workflow.ts';

const PURPOSE = firstCode(MODEL.consent_purposes);
const PLANNED = firstCode(MODEL.closure_reasons.filter((reason) => reason.ending === 'planned'));

const holds = (file: CaseFile, name: Requirement) => PREDICATES[name](file.state, file.situation);

function approve(file: CaseFile, kind: string): void {
  const approval_id = file.id();
  file.done('propose_approval', { approval_id, kind });
  file.done('approve', { approval_id }, asSupervisor);
}

function prepare(file: CaseFile, more: object = {}): void {
  file.done('prepare_closure', {
    ...{ closure_id: file.id(), reason: PLANNED, summary: 'Settled.', feedback_offered: true },
    ...{ check_ins: [], ...more },
  });
}

const child = { date: '2020-01-01', precision: 'year', estimated: false } as const;
const adult = { date: '1990-01-01', precision: 'year', estimated: false } as const;

/** A file for which the requirement does not hold, and what makes it hold. */
const BY_COMMANDS: Readonly<Partial<Record<Requirement, (file: CaseFile) => void>>> = {
  reception_entered: (file) => file.done('enter_reception', { place: 'Centre', on: '2026-11-01' }),
  consent_or_basis: (file) => file.done('record_consent', bodies.consent(file, [PURPOSE])),
  worker_assigned: (file) => file.done('assign_worker', { account_id: WORKER }, asSupervisor),
  all_domains_answered: (file) => file.done('assess_needs', bodies.assessment('declined')),
  assessment_approved: (file) => {
    file.done('assess_needs', bodies.assessment());
    approve(file, 'assessment');
  },
  goal_with_step: (file) => file.done('agree_plan', bodies.plan(file)),
  plan_agreed: (file) => file.done('agree_plan', bodies.plan(file)),
  plan_copy_given: (file) => {
    const plan_id = file.id();
    file.done('agree_plan', { ...bodies.plan(file, plan_id), copy_given: false });
    expect(holds(file, 'plan_copy_given')).toBe(false);
    file.done('give_plan_copy', { plan_id });
  },
  plan_approved: (file) => {
    file.done('agree_plan', bodies.plan(file));
    approve(file, 'plan');
  },
  service_delivered: (file) => {
    const plan = bodies.plan(file);
    file.done('agree_plan', plan);
    file.done('complete_step', { step_id: plan.goals[0]?.steps[0]?.step_id, outcome: 'done' });
  },
  review_done: (file) => {
    file.done('agree_plan', bodies.plan(file));
    file.done('record_review', {
      ...{ review_id: file.id(), on: '2026-11-20', outcome: 'no_change', with_person: true },
      words: 'Goes well',
    });
  },
  closure_summary: prepare,
  feedback_offered: (file) => {
    prepare(file, { feedback_offered: false });
    expect(holds(file, 'feedback_offered')).toBe(false);
    prepare(file);
  },
  retention_set: prepare,
  closure_approved: (file) => {
    prepare(file);
    approve(file, 'closure');
  },
  check_ins_done: (file) => {
    const check_in_id = file.id();
    prepare(file, { check_ins: [{ check_in_id, due_on: '2026-12-24' }] });
    approve(file, 'closure');
    expect(holds(file, 'check_ins_done')).toBe(false);
    const on = '2026-12-24';
    file.done('check_in', { check_in_id, outcome: 'declined', on }, { on });
  },
};

/** What rows outside the file, or the opening, decide: a file that does not meet it, and one that does. */
const BY_ROWS: Readonly<Partial<Record<Requirement, readonly [CaseFile, CaseFile]>>> = {
  identity_known: [caseFile({ person: { has_name: false } }), caseFile()],
  language_known: [caseFile({ person: { languages: [] } }), caseFile()],
  guardian_known: [caseFile({ person: { birth: child } }), caseFile({ person: { birth: adult } })],
};

describe('what a stage may ask for', () => {
  // Each was seen to fail with its predicate answering `true`, then `false`.
  it.each(Object.entries(BY_COMMANDS))('%s', (name, make) => {
    const file = caseFile();
    expect(holds(file, name as Requirement)).toBe(false);
    make(file);
    expect(holds(file, name as Requirement)).toBe(true);
  });

  it.each(Object.entries(BY_ROWS))('%s', (name, [without, having]) => {
    expect(holds(without, name as Requirement)).toBe(false);
    expect(holds(having, name as Requirement)).toBe(true);
  });

  it('reception_left and safety_asked hold unless a stay goes on or nobody asked', () => {
    const file = caseFile();
    expect(holds(file, 'reception_left')).toBe(true);
    file.done('enter_reception', { place: 'Centre', on: '2026-11-01' });
    expect(holds(file, 'reception_left')).toBe(false);
    expect(holds(file, 'safety_asked')).toBe(true);
    const opening = { ...file.state.opening, safety_asked: false };
    const { safety: _safety, ...domains } = file.state.need.domains;
    const unasked = { ...file.state, opening, need: { ...file.state.need, domains } };
    expect(PREDICATES.safety_asked(unasked, file.situation)).toBe(false);
    // Who came on an arrival list is asked by the worker.
    const answer = { value: 'none', by: file.id(), said_by: file.id(), at: '' } as const;
    const asked = { ...unasked, need: { ...unasked.need, domains: { safety: answer } } };
    expect(PREDICATES.safety_asked(asked, file.situation)).toBe(true);
  });

  it('is every requirement that a model may name', () => {
    const tested = [...Object.keys(BY_COMMANDS), ...Object.keys(BY_ROWS)];
    expect([...tested, 'reception_left', 'safety_asked'].sort()).toEqual([...REQUIREMENTS].sort());
  });

  it('a child, or somebody who may be one, needs a guardian; an adult does not', () => {
    const known = caseFile({ person: { birth: child, guardian_ids: [WORKER] } });
    expect(holds(known, 'guardian_known')).toBe(true);
    expect(holds(caseFile({ person: { birth: null } }), 'guardian_known')).toBe(false);
  });

  it('a refusal, a withdrawn or an expired consent is no basis', () => {
    const file = caseFile();
    file.done('record_consent', { ...bodies.consent(file, [PURPOSE]), decision: 'refused' });
    expect(holds(file, 'consent_or_basis')).toBe(false);
    const given = { ...bodies.consent(file, [PURPOSE]), expires_on: '2026-11-24' };
    file.done('record_consent', given);
    expect(holds(file, 'consent_or_basis')).toBe(true);
    const later = { ...file.situation, today: '2026-11-25' };
    expect(PREDICATES.consent_or_basis(file.state, later)).toBe(false);
    file.done('withdraw_consent', { consent_id: given.consent_id, channel: 'in_person' });
    expect(holds(file, 'consent_or_basis')).toBe(false);
  });

  it('a plan that was revised after its approval is not the approved one', () => {
    const file = caseFile();
    const plan = bodies.plan(file);
    file.done('agree_plan', plan);
    approve(file, 'plan');
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    expect(holds(file, 'plan_approved')).toBe(false);
  });
});

describe('stages', () => {
  it('follow from what is there, and the file says what is still to do', () => {
    const file = caseFile();
    expect(file.state.stage.current).toBe(MODEL.stages[0]?.code);
    file.done('record_consent', bodies.consent(file, [PURPOSE]));
    expect(file.state.stage.current).toBe('registered');
    expect(progress(file.state, file.situation)).toContainEqual({
      requirement: 'worker_assigned',
      met: false,
    });
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    file.done('assess_needs', bodies.assessment());
    expect(file.state.stage.current).toBe('assessed');
    expect(unmet(['assessment_approved'], file.state, file.situation)).toHaveLength(1);
  });

  it('never fall back: what no longer holds shows as a warning', () => {
    const file = caseFile();
    const given = bodies.consent(file, [PURPOSE]);
    file.done('record_consent', given);
    file.done('withdraw_consent', { consent_id: given.consent_id, channel: 'phone' });
    expect(file.state.stage.current).toBe('registered');
  });

  it('lead through reception and hand-over whoever was received', () => {
    const file = caseFile({ person: { languages: [] } });
    expect(file.state.stage.current).toBe('identified');
    file.done('enter_reception', { place: 'Centre', on: '2026-11-01' });
    expect(file.state.stage.current).toBe('identified');
    const received = caseFile();
    received.done('enter_reception', { place: 'Centre', on: '2026-11-01' });
    expect(received.state.stage.current).toBe('reception');
    received.done('leave_reception', { on: '2026-11-20' });
    expect(received.state.stage.current).toBe('hand_over');
  });

  it('reach the end of a whole accompaniment', () => {
    const file = caseFile();
    file.done('record_consent', bodies.consent(file, [PURPOSE]));
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    file.done('assess_needs', bodies.assessment());
    approve(file, 'assessment');
    const plan = bodies.plan(file);
    file.done('agree_plan', plan);
    approve(file, 'plan');
    file.done('complete_step', { step_id: plan.goals[0]?.steps[0]?.step_id, outcome: 'done' });
    prepare(file);
    approve(file, 'closure');
    expect(file.state.stage.history.map((entry) => entry.stage)).toEqual([
      ...['identified', 'registered', 'assessed', 'planned', 'in_service', 'closing', 'closed'],
    ]);
  });
});
