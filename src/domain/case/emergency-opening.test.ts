import { describe, expect, it } from 'vitest';
import {
  asSupervisor,
  bodies,
  caseFile,
  firstCode,
  MODEL,
  problemOf,
  testId,
  WORKER,
} from '#test/case-file.ts';
import { reachOf } from '../access/reach.ts';

const GUEST = testId(40);
const guest = { account: GUEST };
const supervisorOfElsewhere = { role: 'supervisor', account: GUEST } as const;

function opened(model = MODEL) {
  const file = caseFile({ model });
  const opening_id = file.id();
  file.done('assign_worker', { account_id: WORKER }, asSupervisor);
  const body = { opening_id, reason: 'at_the_door', words: 'She stands here' } as const;
  file.done('open_in_emergency', body, guest);
  return { file, opening_id, body };
}
const reachOfGuest = (file: ReturnType<typeof caseFile>) =>
  reachOf(file.state).filter((one) => one.key === `account:${GUEST}`);

describe('a file opened in an emergency', () => {
  it('is reached for the hours of the model, its general part alone', () => {
    for (const emergency_hours of [undefined, 1, 24]) {
      const thresholds = { ...MODEL.thresholds, ...(emergency_hours && { emergency_hours }) };
      const { file } = opened({ ...MODEL, thresholds });
      const [reach, ...others] = reachOfGuest(file);
      expect(others).toEqual([]);
      expect(reach?.compartment).toBe('general');
      const from = file.facts.find((fact) => fact.kind === 'opened_in_emergency')?.recorded_at;
      const hours = (Date.parse(reach?.until ?? '') - Date.parse(from ?? '')) / 3_600_000;
      expect(hours).toBe(emergency_hours ?? 3);
    }
  });

  it('is reached as its own once whoever opened it works with the person', () => {
    const { file, body } = opened();
    file.done('assign_worker', { account_id: GUEST }, asSupervisor);
    expect(reachOfGuest(file)).toEqual([
      { key: `account:${GUEST}`, compartment: 'general', until: null },
    ]);
    const again = { ...body, opening_id: file.id() };
    expect(problemOf(file.say('open_in_emergency', again, guest))).toBe('in_reach_already');
    expect(problemOf(file.say('agree_plan', bodies.plan(file), guest))).toBe(null);
  });

  it('takes what helps, and after its time the rule holds no longer: reach does', () => {
    const { file } = opened();
    const note = { note_id: file.id(), words: 'Went along', compartment: 'general' };
    expect(problemOf(file.say('add_note', note, guest))).toBe(null);
    const refused = 'not_in_emergency';
    expect(problemOf(file.say('agree_plan', bodies.plan(file), guest))).toBe(refused);
    const pause = { pause_id: file.id(), reason: firstCode(MODEL.pause_reasons) };
    const from = { ...pause, from: '2026-11-24' };
    expect(problemOf(file.say('start_pause', from, supervisorOfElsewhere))).toBe(refused);
    const given = { account_id: testId(41) };
    expect(problemOf(file.say('assign_worker', given, supervisorOfElsewhere))).toBe(refused);
    const later = { ...guest, on: '2026-11-25' };
    expect(problemOf(file.say('agree_plan', bodies.plan(file), later))).toBe(null);
  });

  it('stays closed where a concern is open or somebody is feared, and opens when that is over', () => {
    const { file, body } = opened();
    const again = () =>
      problemOf(file.say('open_in_emergency', { ...body, opening_id: file.id() }, guest));
    const concern_id = file.id();
    const about = { who: 'household_member' };
    file.done('raise_concern', { concern_id, about, urgency: 'now', words: 'x' });
    expect(again()).toBe('emergency_not_opened');
    file.done('close_concern', { concern_id, outcome: 'no_harm_found', words: 'x' }, asSupervisor);
    expect(again()).toBe(null);
    const withhold = [{ from: 'my husband', what: 'where I live', reason: 'fear_of_harm' }];
    const consent = { ...bodies.consent(file, [firstCode(MODEL.consent_purposes)]), withhold };
    file.done('record_consent', consent);
    expect(again()).toBe('emergency_not_opened');
    file.done('withdraw_consent', { consent_id: consent.consent_id, channel: 'phone' });
    expect(again()).toBe(null);
  });

  it('is reviewed once, by a supervisor, never by whoever opened it', () => {
    const { file, opening_id } = opened();
    const review = (voice: object, id = opening_id) =>
      problemOf(file.say('review_emergency', { opening_id: id, outcome: 'in_order' }, voice));
    expect(review({})).toBe('not_allowed');
    expect(review({ ...supervisorOfElsewhere, on: '2026-11-25' })).toBe('own_work');
    expect(review(asSupervisor, testId(50))).toBe('emergency_unknown');
    expect(review(asSupervisor)).toBe(null);
    expect(review(asSupervisor)).toBe('emergency_reviewed');
  });
});
