import { describe, expect, it } from 'vitest';
import { columnOrder, orderOf, splitFullName } from './split-name.ts';

const brief = (name: string, order?: 'family_first' | 'given_first') => {
  const {
    family = '',
    given = '',
    patronymic = '',
    single = '',
    clear,
  } = splitFullName(name, order);
  return [family, given, patronymic, single, clear ? 'clear' : 'unclear'].join('|');
};

describe('full names', () => {
  it.each([
    ['Каримова Дилноза Аббосовна', 'Каримова|Дилноза|Аббосовна||clear'],
    ['Дилноза Аббосовна Каримова', 'Каримова|Дилноза|Аббосовна||clear'],
    ['Karimova Dilnoza Abbos qizi', 'Karimova|Dilnoza|Abbos qizi||clear'],
    ['Каримова Дилноза Аббос қизи', 'Каримова|Дилноза|Аббос қизи||clear'],
    ['Karimov Botir Abbos oʻgʻli', 'Karimov|Botir|Abbos oʻgʻli||clear'],
    ["Karimov Botir Abbos o'g'li", "Karimov|Botir|Abbos o'g'li||clear"],
    ['Каримов Ботир Аббос угли', 'Каримов|Ботир|Аббос угли||clear'],
    ['Dilnoza Abbos qizi', '|Dilnoza|Abbos qizi||clear'],
    ['Каримова Дилноза', 'Каримова|Дилноза|||clear'],
    ['Дилноза Каримова', 'Каримова|Дилноза|||clear'],
    ['Karimova, Dilnoza', 'Karimova|Dilnoza|||clear'],
    ['Дилноза', '|||Дилноза|clear'],
    ['Muhammad ibn Ahmad Halabiy', 'Halabiy|Muhammad|ibn Ahmad||clear'],
    ['Асанов Нурлан Бакыт уулу', 'Асанов|Нурлан|Бакыт уулу||clear'],
  ])('%s', (name, expected) => {
    expect(brief(name)).toBe(expected);
  });

  it('follows the order of the column where the name does not tell', () => {
    expect(brief('Patricia Lucas Wheeler', 'given_first')).toBe('Wheeler|Patricia Lucas|||unclear');
    expect(brief('Oydin Barno', 'family_first')).toBe('Oydin|Barno|||unclear');
    expect(brief('Oydin Barno', 'given_first')).toBe('Barno|Oydin|||unclear');
    expect(orderOf('Oydin Barno')).toBeUndefined();
  });

  it('finds the order of a column only where its names agree', () => {
    const first = ['Каримова Дилноза Аббосовна', 'Саидов Фархад', 'Ойдин', 'Barno Lola'];
    expect(columnOrder(first)).toBe('family_first');
    expect(columnOrder(['Dilnoza Karimova', 'Botir Karimov'])).toBe('given_first');
    expect(columnOrder(['Dilnoza Karimova', 'Karimov Botir'])).toBeUndefined();
    expect(columnOrder(['Barno Lola'])).toBeUndefined();
  });

  it('loses no word of a name', () => {
    for (const name of [
      'a b c d e f',
      'ibn ibn ibn',
      'qizi qizi',
      'Abbos qizi',
      'ўғли',
      ',,,',
      '',
    ]) {
      const { clear: _, ...parts } = splitFullName(name, undefined);
      const words = (text: string) => text.split(/[ ,]+/).filter(Boolean).toSorted().join(' ');
      expect(words(Object.values(parts).join(' '))).toBe(words(name));
    }
  });
});
