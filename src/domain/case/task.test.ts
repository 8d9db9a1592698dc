import { describe, expect, it } from 'vitest';
import { asSupervisor, bodies, caseFile, firstCode, MODEL, WORKER } from '#test/case-file.ts';
import { tasksOf } from './task.ts';

const PLANNED = firstCode(MODEL.closure_reasons.filter((reason) => reason.ending === 'planned'));
const tasks = (file: ReturnType<typeof caseFile>) => tasksOf(file.state, MODEL);
const kinds = (file: ReturnType<typeof caseFile>) => tasks(file).map((task) => task.kind);
const duties = (file: ReturnType<typeof caseFile>) =>
  tasks(file).flatMap((task) => (task.kind === 'timer' ? [task.details.duty] : []));

describe('what is to be done', () => {
  it('is on nobody’s list until a worker is there, then on theirs', () => {
    const file = caseFile();
    expect(duties(file)).toContain('assignment');
    expect(tasks(file).every((task) => task.account_id === null)).toBe(true);
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    expect(duties(file)).not.toContain('assignment');
    expect(duties(file)).toContain('first_visit');
    expect(tasks(file).every((task) => task.account_id === WORKER)).toBe(true);
  });

  it('comes in one order, the earliest due first', () => {
    const file = caseFile();
    file.done('agree_plan', bodies.plan(file));
    const due = tasks(file).map((task) => task.due_at);
    expect(due).toEqual([...due].sort());
    expect(kinds(file)).toContain('step');
  });

  it('is due at the end of a day where people live, not where the clock of the server stands', () => {
    const file = caseFile();
    file.done('agree_plan', bodies.plan(file));
    const [step] = tasks(file).filter((task) => task.kind === 'step');
    expect(step?.due_at).toBe('2026-12-01T18:59:59.999Z');
  });

  it('an approval waits for the supervisor, once, by the time that the model gives', () => {
    const file = caseFile();
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    const plan = bodies.plan(file);
    file.done('agree_plan', plan);
    const approval_id = file.id();
    file.done('propose_approval', { approval_id, kind: 'plan' });
    const [waiting, ...more] = tasks(file).filter((task) =>
      JSON.stringify(task).includes(approval_id),
    );
    expect(waiting).toMatchObject({ kind: 'approval', ref: approval_id, account_id: null });
    // Five working days from Tuesday 24 November 2026.
    expect(waiting?.due_at).toBe('2026-12-01T18:59:59.999Z');
    expect(more).toEqual([]);
    // Replaced by a revision: nothing that a supervisor could approve any more.
    file.done('revise_plan', plan, { seen: { plan: file.state.plan.plan?.by ?? '' } });
    expect(kinds(file)).not.toContain('approval');
  });

  it('a pause holds up the timers that list its reason, and nothing else', () => {
    const file = caseFile();
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    file.done('agree_plan', bodies.plan(file));
    const before = duties(file);
    const reason = 'away';
    const held = MODEL.timers.filter((timer) => timer.pause_reasons.includes(reason));
    const pause_id = file.id();
    file.done('start_pause', { pause_id, reason, from: '2026-11-24' });
    const now = duties(file);
    const missing = before.filter((duty) => !now.includes(duty));
    expect(missing).not.toEqual([]);
    expect(held.map((timer) => timer.duty)).toEqual(expect.arrayContaining(missing));
    expect(kinds(file)).toContain('step');
    file.done('end_pause', { pause_id, on: '2026-11-24' });
    expect(duties(file)).toEqual(before);
  });

  it('check-ins are tasks once completing is approved, and a closed file has none', () => {
    const file = caseFile();
    const check_in_id = file.id();
    file.done('prepare_closure', {
      ...{ closure_id: file.id(), reason: PLANNED, summary: 'Settled.', feedback_offered: true },
      check_ins: [{ check_in_id, due_on: '2026-12-24' }],
    });
    expect(kinds(file)).not.toContain('check_in');
    const approval_id = file.id();
    file.done('propose_approval', { approval_id, kind: 'closure' });
    file.done('approve', { approval_id }, asSupervisor);
    expect(tasks(file).filter((task) => task.kind === 'check_in')).toMatchObject([
      { ref: check_in_id, due_at: '2026-12-24T18:59:59.999Z' },
    ]);
    expect(duties(file).filter((duty) => duty?.startsWith('check_in'))).toEqual([]);
    const on = '2026-12-24';
    file.done('check_in', { check_in_id, outcome: 'done', on }, { on });
    expect(tasks(file)).toEqual([]);
  });

  it('names no content', () => {
    const file = caseFile();
    file.done('agree_plan', bodies.plan(file));
    expect(JSON.stringify(tasks(file))).not.toContain('certificate');
  });
});
