import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { timesText, withFirst } from './safe-times.ts';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
i18n._ = ((message: { message?: string }) => message.message ?? '') as typeof i18n._;

const working = { days: ['mon' as const, 'tue' as const], from: '10:00', to: '17:00' };
const sunday = { days: ['sun' as const], from: '08:00', to: '09:00' };

// Shown to fail: only the hours of the first span were told, and an hour changed made it every day.
describe('when somebody may be called', () => {
  it('tells every span with its days', () => {
    expect(timesText(i18n, [working, sunday])).toBe('Mon, Tue 10:00–17:00; Sun 08:00–09:00');
  });
  it('needs no days where any day is fine', () => {
    const [every] = withFirst([], { from: '09:00' });
    expect(timesText(i18n, every ? [every] : [])).toBe('09:00–21:00');
  });
  it('keeps the days and the other spans when an hour changes', () => {
    expect(withFirst([working, sunday], { to: '16:00' })).toEqual([
      { ...working, to: '16:00' },
      sunday,
    ]);
  });
  it('drops the span whose beginning is taken out', () => {
    expect(withFirst([working, sunday], { from: '' })).toEqual([sunday]);
  });
});
