import { expect, it } from 'vitest';
import { type FitQuestion, fitOf, fitOrder, type Opening } from './fit.ts';

const parents = new Map<string, string | null>([
  ['country', null],
  ...(['region', 'other_region'].map((one) => [one, 'country']) as [string, string][]),
  ...([
    ['district', 'region'],
    ['next_district', 'region'],
    ['far', 'other_region'],
  ] as const),
]);
const asked = (more: Partial<FitQuestion> = {}): FitQuestion => ({
  ...{
    wishes: ['7533.5', '7512'],
    experience: ['5120'],
    place_id: 'district',
    languages: ['uz-Latn'],
  },
  ...{
    hours: 'part',
    distance: 'district',
    childcare: true,
    papers_missing: true,
    lighter_work: true,
  },
  ...more,
});
const opening = (more: Partial<Opening> = {}): Opening => ({
  ...{ occupation: '7533', place_id: 'district', at_home: false, hours: 'part', languages: ['uz'] },
  ...{ experience_needed: false, papers_needed: false, childcare: true, heavy: false, ...more },
});
const told = (one: Partial<Opening>, question: Partial<FitQuestion> = {}) =>
  fitOf(opening(one), asked(question), { parents, demanded: new Set(['7533']) });

it('says what speaks for an opening, what against it, and what has to be asked', () => {
  expect(told({})).toEqual({
    for: [
      'wished',
      'in_demand',
      'in_reach',
      'language',
      'hours',
      'childcare',
      'no_papers',
      'light',
    ],
    ...{ against: [], ask: [], wish: 1 },
  });
  const other = { occupation: '8322', place_id: 'far', hours: 'full', languages: ['ru'] };
  expect(
    told({ ...other, experience_needed: true, papers_needed: true, childcare: false, heavy: true }),
  ).toEqual({
    ...{ for: [], ask: [], wish: null },
    against: [
      ...['another_occupation', 'experience_needed', 'too_far', 'language', 'hours'],
      ...['no_childcare', 'papers_needed', 'heavy'],
    ],
  });
  const silent = {
    occupation: null,
    hours: null,
    papers_needed: null,
    childcare: null,
    heavy: null,
  };
  expect(told({ ...silent, place_id: 'region' }).ask).toEqual([
    ...['occupation', 'distance', 'hours', 'childcare', 'papers', 'heavy'],
  ]);
});

it('a limit that the person does not have says nothing; work at home is in reach of everybody', () => {
  const free = {
    hours: 'any',
    childcare: false,
    papers_missing: false,
    lighter_work: false,
  } as const;
  const heavy = { hours: 'full', papers_needed: true, childcare: false, heavy: true };
  expect(told(heavy, free)).toMatchObject({ against: [], ask: [] });
  expect(told({ place_id: 'far', at_home: true }, { distance: 'home' }).for).toContain('at_home');
  expect(told({}, { distance: 'home' }).against).toEqual(['too_far']);
  const reach = (place_id: string, distance: FitQuestion['distance']) =>
    told({ place_id }, { distance }).for.includes('in_reach');
  expect(reach('next_district', 'district')).toBe(false);
  expect(reach('next_district', 'region')).toBe(true);
  expect(reach('far', 'region')).toBe(false);
  expect(reach('far', 'anywhere')).toBe(true);
});

// Seen to fail with the demand before the wish: what others look for came before what the person wants.
it('the wish comes first, then what is looked for, what was done, and how near it is; nothing is left out', () => {
  const all = [
    { occupation: '5120' },
    { occupation: '7533', place_id: 'far' },
    { occupation: '8322' },
    { occupation: '7512' },
    { occupation: '7531' },
    { occupation: '7533' },
  ];
  const ordered = all
    .map((one) => ({ ...one, fit: told(one) }))
    .toSorted((a, b) => fitOrder(a.fit, b.fit))
    .map(({ occupation, place_id }) => `${occupation} ${place_id ?? ''}`.trim());
  expect(ordered).toEqual(['7533', '7533 far', '7512', '7531', '5120', '8322']);
});
