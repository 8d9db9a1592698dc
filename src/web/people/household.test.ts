import { describe, expect, it } from 'vitest';
import { proposeConsent } from '#domain/people/consent-proposal.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { domainHousehold, treeOf } from './household.ts';

const TODAY = '2026-11-24';
const member = (person_id: string, relation: string, sex: string, over: object = {}) => ({
  ...{ id: `m-${person_id}`, person_id, relation, sex, from_day: '2026-01-01', until_day: null },
  ...{ birth_year: null, kind: 'participant' as const },
  name: { kind: 'current' as const, given: person_id },
  ...over,
});
const household: HouseholdRow = {
  ...{ id: 'h', family_number: null },
  members: [
    member('mother', 'head', 'female', { birth_year: 1990 }),
    member('granny', 'parent', 'female', { birth_year: 1960 }),
    member('child', 'child', 'male', { birth_year: 2018 }),
    member('hidden', 'child', 'female', { name: null }),
    member('left', 'child', 'male', { until_day: '2026-02-01' }),
  ],
};
const tie = (id: string, relative_id: string | null, kind: string, parent_state: string) => ({
  ...{ id, relative_id, kind, parent_state, from_day: null, until_day: null },
});
const child = {
  id: 'child',
  ...{ birth_date: '2018-01-01', birth_precision: 'year', birth_estimated: false },
  kinship: [
    tie('k1', 'mother', 'mother', 'cannot_care_at_present'),
    tie('k2', null, 'father', 'cannot_be_reached'),
  ],
  guardianship: [
    {
      ...{ id: 'g', guardian_id: 'granny', institution: null, kind: 'court', contested: false },
      ...{ from_day: '2026-03-01', until_day: null },
    },
  ],
} as unknown as PersonRow;
const tree = treeOf(household, new Map([['child', child]]), TODAY);

describe('a household as a tree', () => {
  it('stands in generations, the oldest first, with a parent known by word only', () => {
    expect(tree.generations.map((level) => level.map((one) => one.key).sort())).toEqual([
      ['granny'],
      ['k2', 'mother'],
      ['child', 'hidden'],
    ]);
  });

  it('draws care and guardianship, and says where a parent is', () => {
    const lines = tree.lines.map((line) => `${line.kind} ${line.from} ${line.to}`).sort();
    expect(lines).toEqual([
      ...['guardian granny child', 'parent granny mother', 'parent k2 child'],
      ...['parent mother child', 'parent mother hidden'],
    ]);
    const all = tree.generations.flat();
    expect(all.find((one) => one.key === 'mother')?.state).toBe('cannot_care_at_present');
    expect(all.find((one) => one.key === 'k2')).toMatchObject({
      outside: true,
      relation: 'father',
    });
  });

  it('shows a member beyond reach as kinship only, and nobody who has left', () => {
    const all = tree.generations.flat();
    expect(all.find((one) => one.key === 'hidden')).toMatchObject({
      name: null,
      relation: 'child',
    });
    expect(all.some((one) => one.key === 'left')).toBe(false);
  });

  it('is what consent is proposed from', () => {
    const birth = { date: '2018-01-01', precision: 'year', estimated: false } as const;
    const proposals = proposeConsent(
      { id: 'child', birth },
      domainHousehold(child, [household]),
      new Map(),
      TODAY,
    );
    expect(proposals[0]).toMatchObject({ giver: { person: 'granny' }, standing: 'may' });
    expect(
      proposals.find((one) => 'person' in one.giver && one.giver.person === 'mother'),
    ).toMatchObject({ standing: 'check' });
  });
});
