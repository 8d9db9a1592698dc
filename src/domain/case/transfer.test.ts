import { describe, expect, it } from 'vitest';
import {
  asReceiver,
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  DISTRICT,
  firstCode,
  MODEL,
  OTHER_DISTRICT,
  OTHER_WORKER,
  problemOf,
  REGION,
  testId,
  WORKER,
} from '#test/case-file.ts';
import { reachOf } from '../access/reach.ts';
import { isWithdrawn, mayLeave } from './referral-state.ts';
import { tasksOf } from './task.ts';

const PURPOSE = firstCode(MODEL.consent_purposes.filter(({ entitlement }) => entitlement));

function proposed(file: CaseFile, more: object = {}) {
  const transfer_id = file.id();
  const outcome = file.say('propose_transfer', {
    ...{ transfer_id, to_place_id: OTHER_DISTRICT, reason: 'family', wished_on: '2026-12-01' },
    ...{ persons: 1, goes_along: [], ...more },
  });
  return { transfer_id, outcome };
}
function given(file: CaseFile, account_id?: string): string {
  const { transfer_id } = proposed(file);
  file.done('accept_transfer', { transfer_id, ...(account_id ? { account_id } : {}) }, asReceiver);
  return transfer_id;
}
function worked(): CaseFile {
  const file = caseFile();
  file.done('assign_worker', { account_id: WORKER }, asSupervisor);
  return file;
}
const keys = (file: CaseFile) =>
  reachOf(file.state)
    .map(({ key, compartment, reads_to }) => `${key} ${compartment}${reads_to ? ' reads' : ''}`)
    .toSorted();

describe('a transfer between regions', () => {
  it('moves nothing until the other region accepts, and then all at once', () => {
    const file = worked();
    file.done('assign_specialist', { account_id: testId(32), compartment: 'health' }, asSupervisor);
    const before = keys(file);
    const { transfer_id } = proposed(file);
    const asked = keys(file).filter((key) => !before.includes(key));
    expect(asked.every((key) => key.endsWith(' transfer'))).toBe(true);
    expect(asked).toContain(`supervisor:${OTHER_DISTRICT} transfer`);
    expect(file.state.opening.place_id).toBe(REGION);

    const yes = { transfer_id, account_id: OTHER_WORKER };
    expect(problemOf(file.say('accept_transfer', yes, asSupervisor))).toBe('not_allowed');
    const { facts } = file.done('accept_transfer', yes, asReceiver);
    expect(facts.map((fact) => fact.kind)).toEqual([
      ...['transfer_accepted', 'specialist_released', 'place_changed', 'worker_assigned'],
    ]);
    expect(file.state.opening.place_id).toBe(OTHER_DISTRICT);
    expect(file.state.assignment).toMatchObject({ worker: { account_id: OTHER_WORKER } });
    const now = keys(file);
    expect(now).toContain(`account:${WORKER} general reads`);
    expect(now).toContain(`supervisor:${REGION} general reads`);
    // What protects somebody is not read by the region that gave the file away.
    expect(now).not.toContain(`supervisor:${REGION} protection`);
    expect(now.some((key) => key.endsWith(' transfer'))).toBe(false);
    expect(
      problemOf(file.say('add_note', { note_id: file.id(), words: 'x', compartment: 'general' })),
    ).toBe('given_away');
    expect(problemOf(file.say('accept_transfer', yes, asReceiver))).toBe('transfer_over');
  });

  it('without a worker leaves nobody of before as one: not who opened it, nor who received the person', () => {
    const file = worked();
    given(file);
    expect(file.state.assignment.worker).toBeNull();
    const now = keys(file);
    expect(now).toContain(`account:${WORKER} general reads`);
    expect(now).not.toContain(`account:${WORKER} general`);
    expect(now.filter((key) => key.startsWith('intake_officer'))).toEqual([]);
  });

  it('asks consents again and calls nothing back; a law stays', () => {
    const file = worked();
    const consent = bodies.consent(file, [PURPOSE]);
    file.done('record_consent', consent);
    const referral_id = file.id();
    file.done('refer', {
      ...{ referral_id, service_id: testId(30), organisation_id: testId(31), purpose: PURPOSE },
      ...{ urgency: 'routine', fields: ['person.name'], interpreter: { needed: false } },
      accompanied_by: 'nobody',
    });
    file.done('send_referral', { referral_id });
    given(file, OTHER_WORKER);
    const open = tasksOf(file.state, MODEL).filter(({ kind }) => kind === 'consent_again');
    expect(open).toMatchObject([{ ref: consent.consent_id, account_id: OTHER_WORKER }]);
    const referral = file.state.referral.referrals[referral_id];
    if (referral === undefined) throw new Error('no referral');
    expect(isWithdrawn(file.state, referral)).toBe(false);
    expect(mayLeave(file.state, referral, '2026-11-24')).toBe(false);
  });

  it('is refused within the region, to a country, in the past, and twice', () => {
    const file = worked();
    const code = (more: object) => problemOf(proposed(file, more).outcome);
    expect(code({ to_place_id: DISTRICT })).toBe('same_region');
    expect(code({ to_place_id: testId(8) })).toBe('place_unknown');
    expect(code({ wished_on: '2026-11-01' })).toBe('day_in_the_past');
    expect(code({})).toBeNull();
    expect(code({})).toBe('transfer_under_way');
  });
});
