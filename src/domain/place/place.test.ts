import { describe, expect, it } from 'vitest';
import { parsePlaces } from './place.ts';

const HEADER = ['code', 'parent', 'level', 'name_en', 'name_ru'];
const parse = (...lines: string[]) =>
  parsePlaces(
    HEADER,
    lines.map((line, index) => ({ row: index + 2, cells: line.split(',') })),
  );
const issues = (...lines: string[]) => {
  const read = parse(...lines);
  return 'issues' in read ? read.issues.map((one) => `${one.row} ${one.code} ${one.column}`) : [];
};

describe('places', () => {
  it('reads a tree whatever the order of its rows, parents first', () => {
    const read = parse('d1,r1,district,D,', 'r1,c,region,R,', 'c,,country,C,Ц');
    expect('places' in read && read.places.map((one) => one.code)).toEqual(['c', 'r1', 'd1']);
  });

  it.each([
    ['a code twice', ['c,,country,C,', 'c,,country,C,'], ['3 duplicate_code code']],
    ['a parent nobody has', ['c,,country,C,', 'r,x,region,R,'], ['3 parent_not_in_file parent']],
    ['no parent', ['r,,region,R,'], ['2 parent_missing parent']],
    ['its own parent', ['r,r,region,R,'], ['2 cycle parent']],
    ['a circle', ['r,d,region,R,', 'd,r,district,D,'], ['2 cycle parent', '3 cycle parent']],
    ['a level left out', ['c,,country,C,', 'd,c,district,D,'], ['3 parent_of_wrong_level parent']],
    ['a country below one', ['c,,country,C,', 'e,c,country,E,'], ['3 country_with_parent parent']],
    ['an unknown level', ['c,,planet,C,'], ['2 level_unknown level']],
    ['no code', [',,country,C,'], ['2 code_missing code']],
    ['no name', ['c,,country,,'], ['2 name_missing name_en']],
    ['a spaced code', ['a b,,country,C,'], ['2 not_a_code code']],
  ])('names the row of %s', (_, lines, expected) => {
    expect(issues(...lines)).toEqual(expected);
  });

  it('reads the clock of a place where a column says it, and refuses one that is none', () => {
    const header = ['code', 'parent', 'level', 'time_zone', 'name_en'];
    const zones = (...cells: string[]) =>
      parsePlaces(header, [{ row: 2, cells: ['c', '', 'country', ...cells] }]);
    expect(zones('Asia/Almaty', 'C')).toMatchObject({ places: [{ time_zone: 'Asia/Almaty' }] });
    expect(zones('', 'C')).toMatchObject({ places: [{ time_zone: null }] });
    expect(zones('Moon/Sea', 'C')).toEqual({
      issues: [{ row: 2, code: 'zone_unknown', column: 'time_zone' }],
    });
  });

  it('names the columns that are missing', () => {
    expect(parsePlaces(['code', 'parent'], [])).toEqual({
      issues: [
        { row: 1, code: 'column_missing', column: 'level' },
        { row: 1, code: 'column_missing', column: 'name_en' },
      ],
    });
  });
});
