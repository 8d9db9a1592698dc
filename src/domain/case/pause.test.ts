import { describe, expect, it } from 'vitest';
import { caseFile, firstCode, MODEL, problemOf } from '#test/case-file.ts';
import { pausesOf } from './timer-events.ts';

const reason = firstCode(MODEL.pause_reasons);

describe('a pause', () => {
  it('begins and ends, in the time zone of the model', () => {
    const file = caseFile();
    const pause_id = file.id();
    file.done('start_pause', { pause_id, reason, from: '2026-11-01' });
    const from = '2026-10-31T19:00:00.000Z';
    expect(pausesOf(file.state, MODEL)).toEqual([{ reason, from, to: null }]);
    file.done('end_pause', { pause_id, on: '2026-11-20' });
    expect(pausesOf(file.state, MODEL)).toEqual([{ reason, from, to: '2026-11-19T19:00:00.000Z' }]);
  });

  it('is refused with an unknown reason, in the future, twice, or ended before it began', () => {
    const file = caseFile();
    const body = { pause_id: file.id(), reason, from: '2026-11-10' };
    const say = (more: object) => problemOf(file.say('start_pause', { ...body, ...more }));
    expect(say({ reason: 'being_watched' })).toBe('pause_reason_unknown');
    expect(say({ from: '2026-11-25' })).toBe('day_in_the_future');
    file.done('start_pause', body);
    expect(say({})).toBe('already_recorded');
    expect(say({ pause_id: file.id() })).toBe('paused_already');
    const end = (more: object) =>
      file.say('end_pause', { pause_id: body.pause_id, on: '2026-11-20', ...more });
    expect(problemOf(end({ pause_id: file.id() }))).toBe('pause_unknown');
    expect(problemOf(end({ on: '2026-11-25' }))).toBe('day_in_the_future');
    expect(problemOf(end({ on: '2026-11-01' }))).toBe('ends_before_start');
    expect(problemOf(end({}))).toBeNull();
    expect(end({})).toEqual({ answer: 'stale', problem: { code: 'pause_ended' } });
  });
});
