import { describe, expect, it } from 'vitest';
import { adulthood, ageBandsOn, ageOn, birth, lastDay } from './birth.ts';

const born = (date: string, precision: 'day' | 'month' | 'year' = 'day') => ({
  date,
  precision,
  estimated: false,
});

describe('birth', () => {
  it.each([
    [born('2014-05-03'), '2026-05-02', { least: 11, most: 11 }],
    [born('2014-05-03'), '2026-05-03', { least: 12, most: 12 }],
    [born('2014-05-01', 'month'), '2026-05-15', { least: 11, most: 12 }],
    [born('2014-01-01', 'year'), '2026-11-24', { least: 11, most: 12 }],
    [born('2008-02-29'), '2026-02-28', { least: 17, most: 17 }],
    [born('2008-02-29'), '2026-03-01', { least: 18, most: 18 }],
    [born('2026-12-01'), '2026-11-24', undefined],
  ])('%j on %s is %j years old', (date, on, age) => {
    expect(ageOn(date, on)).toEqual(age);
  });

  it('names every band that a coarse date allows', () => {
    expect(ageBandsOn(born('2008-01-01', 'year'), '2026-11-24')).toEqual(['12-17', '18-59']);
    expect(ageBandsOn(born('2008-03-01'), '2026-11-24')).toEqual(['18-59']);
  });

  it('does not decide between child and adult where the date does not', () => {
    expect(adulthood(born('2008-01-01', 'year'), '2026-11-24')).toBe('unclear');
    expect(adulthood(undefined, '2026-11-24')).toBe('unclear');
    expect(adulthood(born('2008-11-25'), '2026-11-24')).toBe('child');
    expect(adulthood(born('2008-11-24'), '2026-11-24')).toBe('adult');
  });

  it('refuses a date finer than its precision', () => {
    expect(birth.safeParse(born('2014-05-03', 'year')).success).toBe(false);
    expect(birth.safeParse(born('2014-02-30')).success).toBe(false);
    expect(lastDay('2024-02-01', 'month')).toBe('2024-02-29');
  });
});
