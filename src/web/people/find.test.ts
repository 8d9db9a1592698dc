import { describe, expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import { find } from './find.ts';

const name = (given: string, family: string) => ({ kind: 'current', given, family }) as const;
const number = caseNumber('019b0000-0000-7000-8000-0000000abcde');
const SHAHNOZA = {
  person_id: 'a',
  names: [{ ...name('Шаҳноза', 'Юсупова'), patronymic: 'Рустам қизи' }],
  numbers: [number],
};
const PEOPLE = [
  SHAHNOZA,
  { person_id: 'b', names: [name('Dilorom', 'Qodirova')], numbers: [] },
  { person_id: 'c', names: [name('Husan', 'Toshev')], numbers: [] },
  { person_id: 'd', names: [name('Oysha', 'Karimova'), name('Aisha', 'Sobirova')], numbers: [] },
];
const ids = (typed: string) => find(PEOPLE, typed).map((one) => one.person_id);

describe('search on the device', () => {
  it.each([
    'Шаҳноза Юсупова',
    'Шахноза Юсупова',
    'Shahnoza Yusupova',
    'Shakhnoza Yusupova',
    'شهنوزا يوسفوفا',
    'Yusupova Shahnoza',
    'Shahnza Yusupva',
    'Юсупова',
    'shah',
    'Yusupova Sh',
  ])('finds one and the same name written as %s', (typed) => {
    expect(ids(typed)[0]).toBe('a');
  });

  it('finds by the number of the file, and by a former name', () => {
    expect(ids(number.toLowerCase().replace('-', ''))).toEqual(['a']);
    expect(ids('Собирова')).toEqual(['d']);
  });

  it('finds nobody where nobody is meant', () => {
    for (const typed of ['', '   ', '!!', 'Hasan Tursunov', 'Zzyzx'])
      expect(ids(typed)).toEqual([]);
  });
});
