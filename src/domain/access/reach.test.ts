import { expect, it } from 'vitest';
import { EMPTY } from '../case/file.ts';
import type { CaseState } from '../case/state.ts';
import { reachOf } from './reach.ts';

const WORKER = '01900000-0000-7000-8000-000000000001';
const consent = (over: Record<string, unknown>) => ({
  consent_id: 'c',
  decision: 'given',
  purposes: ['specialist_to_worker'],
  recipient_ids: [],
  withhold: [],
  said_by: { person_id: 'p', as: 'self' },
  expression: 'spoken',
  language: 'uz',
  notice_version: '1',
  recorded_at: '2026-11-01T00:00:00.000Z',
  withdrawn_at: null,
  ...over,
});

function stateWith(...given: readonly Record<string, unknown>[]): CaseState {
  const records = Object.fromEntries(given.map((one, index) => [String(index), consent(one)]));
  return {
    ...EMPTY,
    assignment: {
      worker: { account_id: WORKER, since: '2026-11-01T00:00:00.000Z' },
      specialists: {},
    },
    consent: { records } as unknown as CaseState['consent'],
  };
}

const mine = (state: CaseState) =>
  reachOf(state)
    .filter((reach) => reach.key === `account:${WORKER}`)
    .map((reach) => reach.compartment);

// Broken once to see it fail: BY_CONSENT added without asking `told`.
it('a worker reads the general part, and what a specialist writes only by the person’s own consent', () => {
  expect(mine(stateWith())).toEqual(['general']);
  expect(mine(stateWith({}))).toEqual(['general', 'health', 'psychosocial', 'legal']);
  expect(mine(stateWith({ decision: 'refused' }))).toEqual(['general']);
  expect(mine(stateWith({ withdrawn_at: '2026-11-02T00:00:00.000Z' }))).toEqual(['general']);
  const later = { decision: 'refused', recorded_at: '2026-11-03T00:00:00.000Z' };
  expect(mine(stateWith({}, later))).toEqual(['general']);
});

it('such reach ends with the consent', () => {
  const reach = reachOf(stateWith({ expires_on: '2026-12-31' }));
  expect(reach.find((one) => one.compartment === 'health')?.until).toBe('2026-12-31T23:59:59.999Z');
});
