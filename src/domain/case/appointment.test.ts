import { describe, expect, it } from 'vitest';
import { caseFile, MODEL, WORKER } from '#test/case-file.ts';
import { tasksOf } from './task.ts';

const AT = '2026-12-01T05:00:00.000Z';
const REMIND = '2026-11-30T05:00:00.000Z';

function file() {
  const made = caseFile();
  const appointment_id = made.id();
  const book = { appointment_id, title: 'Appointment', with: { kind: 'worker' }, at: AT };
  return { made, appointment_id, book };
}

const code = (outcome: object) => {
  const { answer, problem } = outcome as { answer: string; problem?: { code: string } };
  return problem === undefined ? answer : `${answer} ${problem.code}`;
};

describe('an appointment', () => {
  it('is a task, and its reminder another, until it was kept', () => {
    const { made, appointment_id, book } = file();
    made.done('book_appointment', { ...book, remind_at: REMIND });
    const tasks = () =>
      tasksOf(made.state, MODEL).filter(({ kind }) => kind.startsWith('appointment'));
    expect(tasks().map(({ kind, due_at, ref }) => [kind, due_at, ref])).toEqual([
      ['appointment_reminder', REMIND, appointment_id],
      ['appointment', AT, appointment_id],
    ]);
    // What it is called is content: a list of tasks has none.
    expect(JSON.stringify(tasks())).not.toContain('"Appointment"');
    made.done('keep_appointment', { appointment_id }, { on: '2026-12-01' });
    expect(tasks()).toEqual([]);
    const again = made.say('miss_appointment', { appointment_id, reason: 'ill' });
    expect(code(again)).toBe('stale appointment_ended');
  });

  it('is neither booked in the past nor told of before its time', () => {
    const { made, appointment_id, book } = file();
    const past = { ...book, at: '2026-11-01T05:00:00.000Z' };
    expect(code(made.say('book_appointment', past))).toBe('refused moment_in_the_past');
    const late = { ...book, remind_at: '2026-12-02T05:00:00.000Z' };
    expect(code(made.say('book_appointment', late))).toBe('refused reminder_too_late');
    made.done('book_appointment', book);
    expect(code(made.say('book_appointment', book))).toBe('refused already_recorded');
    for (const kind of ['keep_appointment', 'miss_appointment']) {
      const body = kind === 'miss_appointment' ? { reason: 'ill' } : {};
      const said = made.say(kind, { appointment_id, ...body });
      expect(code(said)).toBe('refused appointment_ahead');
    }
  });

  it('that was missed may be given a new time; one called off is over', () => {
    const { made, appointment_id, book } = file();
    made.done('book_appointment', book);
    made.done('miss_appointment', { appointment_id, reason: 'no_transport' }, { on: '2026-12-02' });
    const move = { appointment_id, at: '2026-12-09T05:00:00.000Z' };
    made.done('move_appointment', move, { on: '2026-12-02' });
    expect(made.state.appointment.appointments[appointment_id]).toMatchObject({
      ...{ status: 'booked', at: move.at },
    });
    made.done('cancel_appointment', { appointment_id }, { on: '2026-12-02' });
    expect(code(made.say('move_appointment', move))).toBe('stale appointment_ended');
    const unknown = { appointment_id: made.id() };
    expect(code(made.say('cancel_appointment', unknown))).toBe('refused appointment_unknown');
  });

  it('moved by two people keeps both times until somebody decides', () => {
    const { made, appointment_id, book } = file();
    made.done('book_appointment', book);
    const by = made.state.appointment.appointments[appointment_id]?.by ?? '';
    const seen = { [`appointment:${appointment_id}`]: by };
    const first = { appointment_id, at: '2026-12-02T05:00:00.000Z' };
    const second = { appointment_id, at: '2026-12-03T05:00:00.000Z' };
    expect(made.done('move_appointment', first, { seen }).answer).toBe('applied');
    expect(made.done('move_appointment', second, { seen, account: WORKER }).answer).toBe(
      'conflict',
    );
    expect(made.state.appointment.appointments[appointment_id]).toMatchObject({
      ...{ at: second.at, conflict: { at: first.at } },
    });
  });
});
