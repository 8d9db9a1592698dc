import { describe, expect, it } from 'vitest';
import { person } from './person.ts';

const whole = {
  id: '01900000-0000-7000-8000-000000000001',
  name: { kind: 'current', given: 'Дилноза', family: 'Каримова' },
  former_names: [],
  sex: 'female',
  birth: { date: '1990-01-01', precision: 'year', estimated: true },
  languages: ['uz', 'uz-Cyrl', 'kaa'],
  interpreter_needed: false,
  citizenships: ['UZ'],
  papers: [{ kind: 'passport', state: 'lost' }],
  contacts: [
    {
      channel: 'telephone',
      value: '+998 00 000-00-00',
      safe: { times: [{ days: ['mon'], from: '09:00', to: '12:30' }], do_not_contact: false },
    },
  ],
};

describe('person', () => {
  it('takes a whole person', () => {
    expect(person.parse(whole)).toEqual(whole);
  });

  it.each(['photo', 'religion', 'ideology', 'ethnicity', 'convictions', 'dna'])(
    'has no place for %s',
    (field) => {
      expect(person.safeParse({ ...whole, [field]: 'x' }).success).toBe(false);
      expect(JSON.stringify(Object.keys(person.shape))).not.toContain(field);
    },
  );

  it.each([
    ['sex', 'f'],
    ['citizenships', ['XX']],
    ['citizenships', ['uz']],
    ['languages', ['Uzbek language']],
    ['papers', [{ kind: 'passport', state: 'never_had', number: 'AA1' }]],
    ['papers', [{ kind: 'passport', state: 'stolen' }]],
    ['birth', { date: '1990-05-01', precision: 'year', estimated: true }],
    ['name', { kind: 'current' }],
  ])('refuses %s %j', (field, value) => {
    expect(person.safeParse({ ...whole, [field]: value }).success).toBe(false);
  });

  it('takes the stateless and the unknown', () => {
    expect(person.safeParse({ ...whole, citizenships: ['none'] }).success).toBe(true);
    expect(person.safeParse({ ...whole, citizenships: ['unknown'] }).success).toBe(true);
  });
});
