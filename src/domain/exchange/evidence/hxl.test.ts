import { describe, expect, it } from 'vitest';
import { letter, readHxl, readTag, writeTag } from './hxl.ts';

describe('a hashtag', () => {
  it('is read with its attributes, however it is spaced and cased', () => {
    expect(readTag(' #Affected + F +children ')).toEqual({
      tag: '#affected',
      attributes: ['f', 'children'],
    });
    expect(writeTag({ tag: '#adm1', attributes: ['name'] })).toBe('#adm1+name');
    for (const wrong of ['affected', '#', '#1a', '#a b', '#affected f', '# +f', '']) {
      expect([wrong, readTag(wrong)]).toEqual([wrong, null]);
    }
  });
});

describe('a tagged table', () => {
  const rows = [
    ['Returns by region', '', ''],
    ['Region', 'People', ''],
    ['#adm1+name', '#affected', ''],
    ['Navro‘zobod', '120', ''],
    ['', '', ''],
    ['Chinorli', '80', '', ' ', 'Karimova'],
  ];

  it('says where each column and row stands in the file', () => {
    const table = readHxl(rows);
    if ('code' in table) throw new Error(table.code);
    expect(table.preamble.map(({ cells }) => cells[0])).toEqual(['Returns by region']);
    expect(table.rows.map(({ line }) => line)).toEqual([4, 6]);
    const columns = table.columns.map(({ position, header, beyond }) => [
      letter(position),
      header,
      beyond,
    ]);
    expect(columns).toEqual([
      ['A', 'Region', false],
      ['B', 'People', false],
      // A blank is something: it stands in the file.
      ['D', '', true],
      ['E', '', true],
    ]);
  });

  it('is refused where there is no row of hashtags, where one is none, and where no values follow', () => {
    expect(readHxl([['Region'], ['A']])).toMatchObject({ code: 'evidence_not_tagged' });
    expect(readHxl([['#adm1', '#affected', 'people'], ['A']])).toEqual({
      code: 'evidence_tag_wrong',
      details: { row: 1, column: 'C', cell: 'people' },
    });
    expect(
      readHxl([
        ['#adm1', '#affected'],
        ['', ''],
      ]),
    ).toEqual({ code: 'evidence_empty' });
  });

  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 27, 701, 702].map(letter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});
