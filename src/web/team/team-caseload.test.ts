import { expect, it } from 'vitest';
import { shared } from './team-caseload.ts';

it('shares files evenly, the urgent ones first, to whoever carries least', () => {
  const file = (id: string, urgent_needs = 0) => ({ row: { id, urgent_needs } });
  const files = [file('a'), file('b', 1), file('c'), file('d')];
  expect(
    shared(files, [
      ['many', 9],
      ['few', 2],
      ['some', 4],
    ]),
  ).toEqual({ b: 'few', a: 'few', c: 'some', d: 'few' });
  expect(shared(files, [])).toEqual({});
});
