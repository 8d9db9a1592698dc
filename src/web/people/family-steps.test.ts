import { expect, it } from 'vitest';
import { MODEL } from '#test/case-file.ts';
import type { HouseholdRow } from '../case/rows.ts';
import { sharedSteps } from './family-steps.ts';

const TODAY = '2026-11-24';
const step = (id: string, more: object = {}) => ({
  ...{ id, what: id, members: ['mother', 'son'], agreed: [], owner_id: null },
  ...{ due_on: '2026-12-01', outcome: null, ...more },
});
const goal = (domain: string, steps: readonly object[]) => ({
  ...{ id: domain, domain, words: 'Together', said_at: '2026-11-01T00:00:00.000Z', steps },
});
const household = (plan: readonly object[]): HouseholdRow =>
  ({
    ...{ id: 'home', family_number: null, family_plan: plan },
    members: ['mother', 'son', 'aunt'].map((person_id) => ({
      ...{ id: person_id, person_id, relation: 'other', from_day: '2026-01-01', until_day: null },
    })),
  }) as unknown as HouseholdRow;

it('are open, name the person, and are of an area that is shared', () => {
  const home = household([
    goal('housing', [
      step('later'),
      step('sooner', { due_on: '2026-11-20' }),
      step('done', { outcome: 'done' }),
      step('of others', { members: ['aunt'] }),
      step('of somebody who left', { members: ['mother', 'gone'] }),
    ]),
    goal('health', [step('stays with each')]),
  ]);
  const found = (who: string) => sharedSteps([home], who, MODEL, TODAY).map(({ step: s }) => s.id);
  expect(found('mother')).toEqual(['sooner', 'later']);
  expect(found('aunt')).toEqual(['of others']);
});
