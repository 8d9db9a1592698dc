import { expect, it } from 'vitest';
import { isOpen } from './open-hours.ts';

const ZONE = 'Asia/Tashkent';
const weekdays = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '18:00' };

// 2026-11-27 is a Friday; Tashkent is five hours ahead of UTC.
it.each([
  ['open', weekdays, '2026-11-27T04:00:00.000Z', true],
  ['a minute before', weekdays, '2026-11-27T03:59:00.000Z', false],
  ['just closed', weekdays, '2026-11-27T13:00:00.000Z', false],
  ['on Saturday', weekdays, '2026-11-28T06:00:00.000Z', false],
  ['over midnight', { opens_at: '20:00', closes_at: '02:00' }, '2026-11-27T20:30:00.000Z', true],
  [
    'after the night of Friday',
    { ...weekdays, opens_at: '20:00', closes_at: '02:00' },
    '2026-11-27T20:30:00.000Z',
    true,
  ],
  ['an offset of its own', { ...weekdays, timezone: 0 }, '2026-11-27T04:00:00.000Z', false],
  ['no longer valid', { ...weekdays, valid_to: '2026-11-01' }, '2026-11-27T06:00:00.000Z', false],
  [
    'a day of the month',
    { freq: 'MONTHLY', bymonthday: '1,27', opens_at: '09:00' },
    '2026-11-27T06:00:00.000Z',
    true,
  ],
])('%s', (_what, hours, at, open) => {
  expect(isOpen([hours], at, ZONE)).toBe(open);
});

// Broken once: without the question for the holiday the weekday's hours held.
it.each([
  ['the hours of weekdays', weekdays, false],
  ['hours of every day', { opens_at: '09:00', closes_at: '18:00' }, true],
  [
    'hours of that very day',
    { ...weekdays, valid_from: '2026-11-27', valid_to: '2026-11-27' },
    true,
  ],
])('on a holiday, %s', (_what, hours, open) => {
  const holiday = (day: string) => day === '2026-11-27';
  expect(isOpen([hours], '2026-11-27T06:00:00.000Z', ZONE, holiday)).toBe(open);
});

it('says nothing where no hours are told', () => {
  expect(isOpen([], '2026-11-27T04:00:00.000Z', ZONE)).toBeNull();
  expect(isOpen([{ byday: 'MO' }], '2026-11-27T04:00:00.000Z', ZONE)).toBeNull();
});
