import { expect, it } from 'vitest';
import { pointsAtSomebody } from './supervision.ts';

it('notices a number of a file and a name, also with an ending, and nothing else', () => {
  const names = ['Zuhra', 'Каримова'];
  const points = (words: string) => pointsAtSomebody(words, names);
  expect(points('We spoke of K7P3-Q2ZM at length')).toBe(true);
  expect(points('How zuhra’s day went')).toBe(true);
  expect(points('О Каримовой больше не говорили')).toBe(false);
  expect(points('Говорили: Каримова, школа')).toBe(true);
  expect(points('Too many visits a week; well-known limits')).toBe(false);
  expect(points('')).toBe(false);
});
