import { describe, expect, it } from 'vitest';
import { proposeConsent, type Subject } from './consent-proposal.ts';
import type { Guardianship, Household, ParentState } from './household.ts';

const uuid = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const [CHILD, MOTHER, FATHER, AUNT, HOME] = [uuid(1), uuid(2), uuid(3), uuid(4), uuid(5)];
const ON = '2026-11-24';
const born = (date: string) => ({ date, precision: 'day' as const, estimated: false });
const BIRTHS = new Map([
  [MOTHER, born('1990-01-02')],
  [FATHER, born('1988-01-02')],
  [AUNT, born('1980-01-02')],
]);
const child = { id: CHILD, birth: born('2015-03-03') };

function home(
  states: readonly (readonly ['mother' | 'father', ParentState])[],
  guardianships: readonly Partial<Guardianship>[] = [],
): Household {
  return {
    id: HOME,
    members: [CHILD, MOTHER, AUNT].map((person) => ({ person })),
    kinships: [],
    guardianships: guardianships.map((one) => ({
      child: CHILD,
      guardian: { person: AUNT },
      kind: 'court',
      contested: false,
      ...one,
    })),
    parents: states.map(([which, state]) => ({
      child: CHILD,
      parent: which === 'mother' ? MOTHER : FATHER,
      which,
      state,
    })),
  };
}

const brief = (household: Household, on = ON, who: Subject = child) =>
  proposeConsent(who, household, BIRTHS, on).map((one) => [
    'person' in one.giver ? one.giver.person : Object.keys(one.giver)[0],
    one.standing,
    ...one.reasons,
  ]);

describe('who may consent for a child', () => {
  it('is the parent who is present; a father beyond reach is named as not able to', () => {
    const household = home([
      ['mother', 'present'],
      ['father', 'cannot_be_reached'],
    ]);
    expect(brief(household)).toEqual([
      [MOTHER, 'may', 'parent_present'],
      [FATHER, 'may_not', 'parent_cannot_be_reached'],
      [AUNT, 'may_not', 'relative_in_household_without_guardianship'],
    ]);
  });

  it('is the guardian with a paper before a parent, who is then asked only after a look', () => {
    const household = home([['mother', 'present']], [{ kind: 'court' }]);
    expect(brief(household)).toEqual([
      [AUNT, 'may', 'guardian_by_court'],
      [MOTHER, 'check', 'parent_present'],
    ]);
  });

  // Seen to fail when `relatives` answered 'may': the aunt was then named as one who may consent.
  it('is nobody where only an aunt cares without a paper: the guardianship authority is named', () => {
    const household = home([
      ['mother', 'deceased'],
      ['father', 'cannot_be_reached'],
    ]);
    expect(brief(household)).toEqual([
      ['authority', 'check', 'nobody_may_consent_yet'],
      [FATHER, 'may_not', 'parent_cannot_be_reached'],
      [AUNT, 'may_not', 'relative_in_household_without_guardianship'],
    ]);
  });

  it('changes with the day: a guardianship counts from its first day to its last', () => {
    const held = { kind: 'authority' as const, from: '2026-01-01', until: '2026-06-30' };
    const household = home([['mother', 'cannot_care_at_present']], [held]);
    expect(brief(household, '2026-06-30')[0]).toEqual([AUNT, 'may', 'guardian_by_authority']);
    expect(brief(household, '2026-07-01')[0]?.[0]).toBe('authority');
  });

  it('asks for a look where a guardianship is doubled or customary', () => {
    const twice = home([], [{ kind: 'court' }, { kind: 'court', guardian: { person: MOTHER } }]);
    expect(brief(twice).map((one) => one.slice(1))).toContainEqual([
      'check',
      'guardian_by_court',
      'two_guardians',
    ]);
    expect(brief(home([], [{ kind: 'customary' }]))[1]?.[1]).toBe('check');
  });

  // Seen to fail with contested guardians left at 'check', as they once were.
  it('is not a guardian whom somebody contests: the authority is named', () => {
    expect(brief(home([], [{ contested: true }])).slice(0, 2)).toEqual([
      ['authority', 'check', 'nobody_may_consent_yet'],
      [AUNT, 'may_not', 'guardian_by_court', 'guardianship_contested'],
    ]);
  });

  it('is the authority alone where the file says so, and the child where its age is enough', () => {
    const household = home([['mother', 'present']]);
    const ground = { authority_decides: true };
    const proposed = proposeConsent(child, household, BIRTHS, ON, ground);
    expect(proposed.map((one) => one.giver)).toEqual([{ authority: 'guardianship' }]);
    const alone = proposeConsent(child, household, BIRTHS, ON, {
      alone: true,
    });
    expect(alone[0]).toEqual({
      ...{ giver: { self: true }, standing: 'may', reasons: ['old_enough_alone'] },
    });
    expect(alone.map((one) => one.giver)).toContainEqual({ person: MOTHER });
  });

  it('asks for a look where care is customary', () => {
    expect(brief(home([], [{ kind: 'customary' }]))[1]?.[1]).toBe('check');
  });

  it('is the person from the eighteenth birthday, and both are asked about where age is unclear', () => {
    const household = home([['mother', 'present']]);
    expect(brief(household, '2033-03-03')).toEqual([['self', 'may', 'adult']]);
    const unclear = {
      id: CHILD,
      birth: { date: '2008-01-01', precision: 'year' as const, estimated: true },
    };
    const proposals = brief(household, ON, unclear);
    expect(proposals.every((one) => one[1] !== 'may')).toBe(true);
    expect(proposals.map((one) => one[0])).toContain('self');
    expect(proposals.map((one) => one[0])).toContain(MOTHER);
  });
});
