import { expect, it } from 'vitest';
import { mayStepBack, newAlias } from './alias.ts';

it('an alias that keeps a part of the name is no alias', () => {
  const alias = (words: string) =>
    newAlias.safeParse({ alias: words, name: 'Zarina Karimova', voice_only: true }).success;
  expect(alias('Mother from the valley')).toBe(true);
  expect(alias('Zarina')).toBe(false);
  expect(alias('Ms KARIMOVA')).toBe(false);
});

it('stepping back ends with the publication', () => {
  const now = '2026-11-20T08:00:00.000Z';
  expect(mayStepBack(null, now)).toBe(true);
  expect(mayStepBack('2026-11-21T08:00:00.000Z', now)).toBe(true);
  expect(mayStepBack(now, now)).toBe(false);
});
