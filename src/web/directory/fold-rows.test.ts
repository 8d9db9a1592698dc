import { expect, it } from 'vitest';
import { foldRows } from './fold-rows.ts';

// Broken on purpose: with the values left out of the comparison, two different limits became one line.
it('says the same fault of several rows once, with all of them named', () => {
  const wrong = (
    row: number | string,
    column: string,
    code: string,
    details?: Record<string, string | number>,
  ) => ({
    ...{ path: `rows.${row}.${column}`, code, ...(details === undefined ? {} : { details }) },
  });
  const fields = [
    wrong(1, 'x_directory', 'need_domain_missing'),
    wrong(4, 'status', 'not_one_of'),
    ...[2, 3, 7].map((row) => wrong(row, 'x_directory', 'need_domain_missing')),
    wrong(9, 'seats', 'too_small', { minimum: 0 }),
    wrong(10, 'seats', 'too_small', { minimum: 1 }),
    { path: 'services.12.name', code: 'required' },
    { path: 'services.13.name', code: 'required' },
  ];
  expect(foldRows(fields).map(({ where, column }) => `${where} ${column}`)).toEqual([
    ...['1–3, 7 x_directory', '4 status', '9 seats', '10 seats', 'services 12–13 name'],
  ]);
});
