import { describe, expect, it } from 'vitest';
import {
  asSupervisor,
  bodies,
  caseFile,
  DISTRICT,
  firstCode,
  MODEL,
  problemOf,
  REGION,
  testId,
  WORKER,
} from '#test/case-file.ts';
import { reachOf } from '../access/reach.ts';

const COUNTRY = testId(8);
const OTHER_DISTRICT = testId(40);
const FAR_REGION = testId(41);
const at = (...place_path: string[]) => ({ [WORKER]: { role: 'caseworker', place_path } });
const given = (place_path?: string[]) => {
  const file = caseFile(
    place_path === undefined ? {} : { ground: { accounts: at(...place_path) } },
  );
  // All that a next stage asks for but a worker.
  file.done('record_consent', bodies.consent(file, [firstCode(MODEL.consent_purposes)]));
  file.done('assess_needs', bodies.assessment());
  const outcome = file.done('assign_worker', { account_id: WORKER }, asSupervisor);
  return { file, kinds: outcome.facts.map((fact) => fact.kind), ids: outcome.facts };
};
const supervisors = (state: Parameters<typeof reachOf>[0]) =>
  reachOf(state)
    .filter(({ key, compartment }) => key.startsWith('supervisor:') && compartment === 'general')
    .map(({ key }) => key);

describe('a file takes the place of its worker', () => {
  it('moves to the district of a worker below, and its supervisors follow', () => {
    const { file, kinds } = given([DISTRICT, REGION, COUNTRY]);
    expect(kinds).toContain('place_changed');
    expect(file.state.opening).toMatchObject({
      place_id: DISTRICT,
      place_path: [DISTRICT, REGION, COUNTRY],
    });
    expect(supervisors(file.state)).toEqual(
      [DISTRICT, REGION, COUNTRY].map((place) => `supervisor:${place}`),
    );
  });

  it.each([
    ['of the same place', [REGION, COUNTRY]],
    ['of a place above', [COUNTRY]],
  ])('stays for a worker %s', (_, path) => {
    const { file, kinds } = given(path);
    expect(kinds).not.toContain('place_changed');
    expect(file.state.opening.place_id).toBe(REGION);
  });

  it('gives every other fact the id that a device without accounts gives it', () => {
    const device = given();
    const server = given([DISTRICT, REGION, COUNTRY]);
    const named = ({ ids }: typeof device) => ids.map(({ id, kind }) => [id, kind]);
    // Seen to fail with the place before the stages that follow.
    expect(named(server).slice(0, -1)).toEqual(named(device));
    expect(device.kinds).toContain('stage_entered');
  });
});

describe('moving house', () => {
  const places = {
    [REGION]: [REGION, COUNTRY],
    [DISTRICT]: [DISTRICT, REGION, COUNTRY],
    [OTHER_DISTRICT]: [OTHER_DISTRICT, REGION, COUNTRY],
    [FAR_REGION]: [FAR_REGION, COUNTRY],
  };
  const move = (file: ReturnType<typeof caseFile>, place_id: string, voice = asSupervisor) =>
    file.say('move_file', { place_id }, voice);

  it('goes anywhere in the region, and no further', () => {
    const file = caseFile({ ground: { places } });
    expect(problemOf(move(file, DISTRICT))).toBeNull();
    expect(problemOf(move(file, OTHER_DISTRICT))).toBeNull();
    expect(file.state.opening.place_id).toBe(OTHER_DISTRICT);
    expect(problemOf(move(file, OTHER_DISTRICT))).toBe('already_so');
    expect(problemOf(move(file, FAR_REGION))).toBe('other_region');
    expect(problemOf(move(file, COUNTRY))).toBe('place_unknown');
    expect(problemOf(move(file, testId(99)))).toBe('place_unknown');
    expect(file.state.opening.place_id).toBe(OTHER_DISTRICT);
  });

  it('is not for a worker', () => {
    const asWorker = { role: 'caseworker', account: WORKER } as const;
    expect(problemOf(move(caseFile(), DISTRICT, asWorker))).toBe('not_allowed');
  });

  it('leaves the worker who went the way with the person', () => {
    const file = caseFile({ ground: { places } });
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    file.done('move_file', { place_id: OTHER_DISTRICT }, asSupervisor);
    expect(file.state.assignment.worker?.account_id).toBe(WORKER);
  });
});

describe('a worker takes a file herself', () => {
  const full = MODEL.thresholds.caseload_full;
  const accounts = at(DISTRICT, REGION, COUNTRY);
  const take = (caseload: number) => {
    const file = caseFile({ ground: { accounts, caseload } });
    return { file, outcome: file.say('take_file', {}) };
  };

  it('while she has room; the file takes her place', () => {
    const { file, outcome } = take(full - 1);
    expect(problemOf(outcome)).toBeNull();
    expect(file.state.assignment.worker?.account_id).toBe(WORKER);
    expect(file.state.opening.place_id).toBe(DISTRICT);
  });

  it('not with as many as the model calls full, where a supervisor still may', () => {
    const { file, outcome } = take(full);
    expect(outcome).toMatchObject({
      problem: { code: 'caseload_full', details: { files: full, full } },
    });
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
  });

  it('not one that somebody has', () => {
    const { file } = take(0);
    expect(problemOf(file.say('take_file', {}))).toBe('already_assigned');
    const other = { role: 'caseworker', account: testId(77) } as const;
    expect(problemOf(file.say('take_file', {}, other))).toBe('already_assigned');
  });

  it('is for workers', () => {
    expect(problemOf(caseFile().say('take_file', {}, asSupervisor))).toBe('not_allowed');
  });
});
