import { describe, expect, it } from 'vitest';
import {
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  firstCode,
  MODEL,
  problemOf,
} from '#test/case-file.ts';
import { openCheckIns } from './closure.ts';
import { rowOf } from './row.ts';

const PLANNED = firstCode(MODEL.closure_reasons.filter((reason) => reason.ending === 'planned'));
const ABRUPT = firstCode(MODEL.closure_reasons.filter((reason) => reason.ending === 'abrupt'));

const closing = (file: CaseFile, more: object = {}) => ({
  ...{ closure_id: file.id(), reason: PLANNED, summary: 'Home, school, work.' },
  ...{ feedback_offered: true, check_ins: [], ...more },
});

function approveClosure(file: CaseFile): void {
  const approval_id = file.id();
  file.done('propose_approval', { approval_id, kind: 'closure' });
  file.done('approve', { approval_id }, asSupervisor);
}

function closed(more: object = {}): CaseFile {
  const file = caseFile();
  file.done('prepare_closure', closing(file, more));
  approveClosure(file);
  return file;
}

describe('completing', () => {
  it('goes from wherever the file stands to its approval, then to the end', () => {
    const file = caseFile();
    file.done('prepare_closure', closing(file));
    const stage = MODEL.stages.find((one) => one.leave.includes('closure_approved'));
    expect(file.state.stage.current).toBe(stage?.code);
    expect(rowOf(file.state).closed_at).toBeNull();
    approveClosure(file);
    expect(file.state.stage.phase).toBe('closed');
    expect(rowOf(file.state).closed_at).toBe(file.state.stage.since);
  });

  // Seen to fail: case_closed, and what a service may keep reading went on.
  it('does not end the right to take a consent back', () => {
    const file = caseFile();
    const consent = bodies.consent(file, ['education']);
    file.done('record_consent', consent);
    file.done('prepare_closure', closing(file));
    approveClosure(file);
    expect(problemOf(file.say('record_consent', bodies.consent(file, ['education'])))).toBe(
      'case_closed',
    );
    file.done('withdraw_consent', { consent_id: consent.consent_id, channel: 'phone' });
  });

  it('waits in aftercare for its check-ins, done or declined', () => {
    const file = caseFile();
    const [first, second] = [file.id(), file.id()];
    const check_ins = [
      { check_in_id: second, due_on: '2027-02-24' },
      { check_in_id: first, due_on: '2026-12-24' },
    ];
    file.done('prepare_closure', closing(file, { check_ins }));
    const early = { check_in_id: first, outcome: 'done', on: '2026-11-24' };
    expect(problemOf(file.say('check_in', early))).toBe('not_closed');
    approveClosure(file);
    expect(file.state.stage.phase).not.toBe('closed');
    expect(openCheckIns(file.state.closure).map((one) => one.check_in_id)).toEqual([first, second]);
    const on = '2026-12-24';
    expect(problemOf(file.say('check_in', { ...early, on }))).toBe('day_in_the_future');
    const unknown = { ...early, check_in_id: file.id() };
    expect(problemOf(file.say('check_in', unknown))).toBe('check_in_unknown');
    file.done('check_in', { ...early, on }, { on });
    const again = file.say('check_in', { ...early, on }, { on });
    expect(again).toEqual({ answer: 'stale', problem: { code: 'check_in_ended' } });
    const voice = { on: '2027-02-25' };
    const last = { check_in_id: second, outcome: 'declined', on: '2027-02-24' };
    file.done('check_in', last, voice);
    expect(file.state.stage.phase).toBe('closed');
  });

  it('may be abrupt: then nobody has to have been asked how it was', () => {
    const file = closed({ reason: ABRUPT, feedback_offered: false });
    expect(file.state.closure.prepared?.ending).toBe('abrupt');
    expect(file.state.stage.phase).toBe('closed');
  });

  it('goes to the ending that its reason names, check-ins or not', () => {
    const moved = MODEL.closure_reasons.find((reason) => reason.stage === 'transferred');
    expect(closed({ reason: moved?.code }).state.stage.current).toBe('transferred');
    const file = caseFile();
    const check_ins = [{ check_in_id: file.id(), due_on: '2026-12-24' }];
    file.done('prepare_closure', closing(file, { reason: moved?.code, check_ins }));
    approveClosure(file);
    expect(file.state.stage.phase).toBe('aftercare');
    const [planned] = check_ins;
    const ended = { check_in_id: planned?.check_in_id, outcome: 'done', on: '2026-12-24' };
    file.done('check_in', ended, { on: '2026-12-24' });
    expect(file.state.stage.current).toBe('transferred');
  });

  it('is not put forward before the person was offered to say how it was', () => {
    const file = caseFile();
    file.done('prepare_closure', closing(file, { feedback_offered: false }));
    const proposal = { approval_id: file.id(), kind: 'closure' };
    expect(problemOf(file.say('propose_approval', proposal))).toBe('feedback_not_offered');
    file.done('prepare_closure', closing(file));
    file.done('propose_approval', proposal);
  });

  it('is refused with an unknown reason, a past check-in, one id twice, or once it is approved', () => {
    const file = caseFile();
    const say = (more: object) => problemOf(file.say('prepare_closure', closing(file, more)));
    expect(say({ reason: 'deradicalised' })).toBe('closure_reason_unknown');
    const check_in_id = file.id();
    expect(say({ check_ins: [{ check_in_id, due_on: '2026-01-01' }] })).toBe('day_in_the_past');
    const twice = { check_in_id, due_on: '2027-01-01' };
    expect(say({ check_ins: [twice, twice] })).toBe('same_id_twice');
    file.done('prepare_closure', closing(file, { check_ins: [twice] }));
    approveClosure(file);
    expect(say({})).toBe('closure_approved_already');
  });

  it('keeps the content by the periods of the model', () => {
    const period = MODEL.retention.find((entry) => entry.category === 'case_file');
    const { amount = 0, child_until_age = 0 } = period ?? {};
    expect(closed().state.closure.prepared?.retain_until).toBe(`${2026 + amount}-11-24`);
    const birth = { date: '2020-05-01', precision: 'day', estimated: false } as const;
    const child = caseFile({
      person: { birth, guardian_ids: ['019b0000-0000-7000-8000-000000000099'] },
    });
    child.done('prepare_closure', closing(child));
    expect(child.state.closure.prepared?.retain_until).toBe(`${2020 + child_until_age}-05-01`);
  });
});

describe('a completed file', () => {
  // Seen to fail with the check of the phase taken out of `decide`.
  it('takes no ordinary command, and can be taken up again', () => {
    const file = closed();
    expect(problemOf(file.say('assess_needs', bodies.assessment()))).toBe('case_closed');
    expect(problemOf(file.say('prepare_closure', closing(file)))).toBe('case_closed');
    const { facts } = file.done('reopen_case', { reason: 'She lost her home.' });
    expect(facts.map((fact) => fact.kind)).toEqual(['case_reopened', 'stage_entered']);
    expect(file.state.stage.current).toBe(MODEL.reopened_stage);
    expect(rowOf(file.state).closed_at).toBeNull();
    file.done('assess_needs', bodies.assessment('urgent'));
    file.done('prepare_closure', closing(file));
    expect(file.state.stage.phase).not.toBe('closed');
    approveClosure(file);
    expect(file.state.stage.phase).toBe('closed');
  });

  it('that was never completed cannot be taken up again', () => {
    const file = caseFile();
    expect(problemOf(file.say('reopen_case', { reason: 'x' }))).toBe('not_closed');
  });

  it('taking it up again makes a waiting proposal to complete it stale', () => {
    const file = caseFile();
    file.done('prepare_closure', closing(file));
    const approval_id = file.id();
    file.done('propose_approval', { approval_id, kind: 'closure' });
    file.done('reopen_case', { reason: 'They changed their mind.' });
    const late = file.say('approve', { approval_id }, asSupervisor);
    expect(late).toEqual({ answer: 'stale', problem: { code: 'approval_outdated' } });
    expect(file.state.stage.phase).not.toBe('closed');
  });
});
