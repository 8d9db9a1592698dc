import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, localTimeAt } from '../../zone.ts';
import { instantOf } from './wall-clock.ts';

describe('the clock on the wall', () => {
  const zones = ['Asia/Tashkent', 'Europe/Brussels', 'Asia/Kolkata', 'Asia/Singapore', 'UTC'];
  it('shows an instant, and the shown time leads back to it, but for the hour that comes twice', () => {
    const at = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), (ms, zone) => {
        const shown = localTimeAt(new Date(ms - (ms % 60_000)).toISOString(), zone);
        expect(localTimeAt(instantOf(shown, zone), zone)).toBe(shown);
      }),
    );
    expect(instantOf('2027-05-12T09:30', 'Asia/Tashkent')).toBe('2027-05-12T04:30:00.000Z');
    // Brussels: skipped at two, twice at half past two.
    expect(localTimeAt(instantOf('2027-03-28T02:30', 'Europe/Brussels'), 'Europe/Brussels')).toBe(
      '2027-03-28T03:30',
    );
    expect(instantOf('2027-10-31T02:30', 'Europe/Brussels')).toBe('2027-10-31T00:30:00.000Z');
  });

  it('knows zones by name and nothing else', () => {
    expect(['Asia/Tashkent', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
    expect(['+05:00', 'Tashkent', '', 'Asia/Nowhere', '../etc', 'CET5'].some(isTimeZone)).toBe(
      false,
    );
  });
});
