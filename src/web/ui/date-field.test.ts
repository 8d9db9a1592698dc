import { describe, expect, it } from 'vitest';
import { isNoDate, isStillToCome } from './date-field.tsx';

// Shown to fail: a year of 1800 or a 31 February let the form go on, and the birth was dropped unsaid.
describe('a date that holds the form', () => {
  it.each([
    ['a year long ago', { day: '', month: '', year: '1800' }],
    ['31 February', { day: '31', month: '02', year: '2015' }],
    ['a day and a month without a year', { day: '12', month: '05', year: '' }],
    ['half a year', { day: '', month: '', year: '19' }],
  ])('%s', (_, parts) => {
    expect(isNoDate(parts)).toBe(true);
  });
  it.each([
    ['nothing', { day: '', month: '', year: '' }],
    ['a year', { day: '', month: '', year: '1990' }],
    ['a day', { day: '29', month: '02', year: '2016' }],
  ])('not %s', (_, parts) => {
    expect(isNoDate(parts)).toBe(false);
  });
});

// Seen to fail with any year let through: a 2062 typed for 1962 made a child of an adult.
it.each([
  ['2062', true],
  ['2027', true],
  ['2026', false],
  ['1962', false],
])('a birth in %s is still to come: %s', (year, ahead) => {
  expect(isStillToCome({ day: '', month: '', year }, '2026-11-30')).toBe(ahead);
});
