import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, isTimeZone } from '../zone.ts';
import { dayAfter, endOfDay, isWorkingDay, startOfDay } from './calendar.ts';

/** Zones with and without summer time, half hours, and clocks put forward at midnight. */
const ZONES = [
  'Asia/Tashkent',
  'Asia/Almaty',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

const zone = fc.constantFrom(...ZONES);
const instant = fc
  .integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2045, 0, 1) })
  .map((ms) => new Date(ms).toISOString());
const day = instant.map((at) => at.slice(0, 10));

const before = (at: string) => new Date(Date.parse(at) - 1).toISOString();

describe('a day in a time zone', () => {
  it('begins at midnight of the place', () => {
    expect(startOfDay('2026-11-24', 'Asia/Tashkent')).toBe('2026-11-23T19:00:00.000Z');
    expect(endOfDay('2026-11-24', 'Asia/Tashkent')).toBe('2026-11-24T18:59:59.999Z');
    expect(dayAt('2026-11-23T19:00:00.000Z', 'Asia/Tashkent')).toBe('2026-11-24');
    expect(dayAt('2026-11-23T18:59:59.999Z', 'Asia/Tashkent')).toBe('2026-11-23');
  });

  it('is 23 or 25 hours long where the clock is put forward or back', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z');
    expect(startOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
    expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z');
  });

  it('begins after the gap where midnight itself is left out', () => {
    // Beirut put the clock from 00:00 to 01:00 on 31 March 2024.
    expect(startOfDay('2024-03-31', 'Asia/Beirut')).toBe('2024-03-30T22:00:00.000Z');
    expect(dayAt('2024-03-30T21:59:59.999Z', 'Asia/Beirut')).toBe('2024-03-30');
  });

  it('may be left out whole: Samoa had no 30 December 2011', () => {
    expect(startOfDay('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(dayAt('2011-12-30T09:59:59.999Z', 'Pacific/Apia')).toBe('2011-12-29');
  });

  // Seen to fail with the offset of the day before taken for every day.
  it('holds its first instant and not the one before, in every zone', () => {
    fc.assert(
      fc.property(day, zone, (on, where) => {
        const start = startOfDay(on, where);
        expect(dayAt(start, where) >= on).toBe(true);
        expect(dayAt(before(start), where) < on).toBe(true);
        expect(dayAt(endOfDay(on, where), where) <= on).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('is the day in which an instant lies', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const on = dayAt(at, where);
        expect(startOfDay(on, where) <= at && at <= endOfDay(on, where)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('counting days', () => {
  it('goes over months and leap years', () => {
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('leaves out weekend and holidays', () => {
    const calendar = {
      time_zone: 'Asia/Tashkent',
      weekend: [6, 7],
      holidays: ['03-21', '2026-03-20'].map((on) => ({
        ...{ code: 'holiday', labels: {}, on, source_citation: 'test', verified: false },
      })),
    };
    // 16 March 2026 was a Monday; Friday 20 is a holiday once, 21 March every year.
    const week = Array.from({ length: 7 }, (_, at) => dayAfter('2026-03-16', at));
    expect(week.filter((on) => isWorkingDay(on, calendar))).toEqual(week.slice(0, 4));
    expect(isWorkingDay('2027-03-20', { ...calendar, weekend: [] })).toBe(true);
    expect(isWorkingDay('2028-03-21', calendar)).toBe(false);
    expect(isWorkingDay('1969-12-31', { ...calendar, weekend: [3] })).toBe(false);
  });
});

it('knows which time zones there are', () => {
  expect(isTimeZone('Asia/Samarkand')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  // PostgreSQL reads the sign of an offset the other way round.
  expect(isTimeZone('+05:00')).toBe(false);
});
