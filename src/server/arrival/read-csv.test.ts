import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellText } from '#domain/arrival/cell.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { LIMITS, openList, type ReadingChoice } from './read-list.ts';

/** A file of these bytes, given in pieces of 7, so that signs of several bytes are cut. */
const file = (bytes: Uint8Array, piece = 7) => ({
  name: 'list.csv',
  async *open() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

async function read(bytes: Uint8Array | string, choice?: ReadingChoice, limits = LIMITS) {
  const opened = await openList(file(Buffer.from(bytes)), choice, limits);
  if ('problem' in opened) return opened;
  const rows: (readonly string[])[] = [];
  for await (const item of opened.rows) {
    if ('problem' in item) return { ...opened, rows, problem: item.problem };
    rows.push(item.cells.map((cell) => (typeof cell === 'string' ? cell : cell.date)));
  }
  return { ...opened, rows };
}

const SPECTRUM = new URL('../../../../shared/data/hostile/csv-spectrum/', import.meta.url);
const present = existsSync(SPECTRUM);
if (!present) process.stdout.write('skipped: csv-spectrum, the folder shared/data is absent\n');

describe.skipIf(!present)('csv-spectrum', () => {
  const names = present ? readdirSync(new URL('csvs/', SPECTRUM)) : [];

  it('has its twelve files', () => {
    expect(names).toHaveLength(12);
  });

  it.each(names)('%s parses to the expected JSON', async (name) => {
    const found = await read(readFileSync(new URL(`csvs/${name}`, SPECTRUM)), { delimiter: ',' });
    const [header = [], ...rows] = 'rows' in found ? found.rows : [];
    const json = readFileSync(new URL(`json/${name.replace('.csv', '.json')}`, SPECTRUM), 'utf8');
    const expected = [JSON.parse(json)].flat();
    if (name === 'location_coordinates.csv') {
      // The suite's own two files disagree about this one number; the rest of the row is its point.
      expected[0]['Contact Phone Number'] = '2095257564';
    }
    const objects = rows.map((cells) =>
      Object.fromEntries(header.map((key, at) => [key, cells[at]])),
    );
    expect(objects).toEqual(expected);
  });

  it.each(names)('%s: its comma is found', (name) => {
    const text = readFileSync(new URL(`csvs/${name}`, SPECTRUM), 'utf8');
    expect(detectDelimiter(text)).toBe(',');
  });
});

describe('text files', () => {
  const rows = [
    ['ФИО', 'Туғилган'],
    ['Каримова; Дилноза', 'ўн икки'],
  ];

  it('are read in UTF-8 with and without a mark, and in UTF-16', async () => {
    const text = 'ФИО;Туғилган\r\n"Каримова; Дилноза";ўн икки\r\n';
    expect(await read(text)).toMatchObject({ encoding: 'utf-8', delimiter: ';', rows });
    expect(await read(`\ufeff${text}`)).toMatchObject({ encoding: 'utf-8', rows });
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await read(utf16)).toMatchObject({ encoding: 'utf-16le', rows });
  });

  it('are read in Windows-1251, the Uzbek ў included', async () => {
    // "Имя;Ўктам" and "ёж;ў"
    const bytes = Buffer.from([
      0xc8, 0xec, 0xff, 0x3b, 0xa1, 0xea, 0xf2, 0xe0, 0xec, 0x0a, 0xb8, 0xe6, 0x3b, 0xa2,
    ]);
    expect(await read(bytes)).toMatchObject({
      encoding: 'windows-1251',
      rows: [
        ['Имя', 'Ўктам'],
        ['ёж', 'ў'],
      ],
    });
  });

  it('are Windows-1251 also when the first sign that tells comes after 64 KB', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`a;b\n${'x;y\n'.repeat(30_000)}`),
      Buffer.from([0xc8, 0x3b, 0x31]),
    ]);
    const opened = await openList(file(bytes, 65_536));
    expect(opened).toMatchObject({ encoding: 'windows-1251' });
  });

  it.each([
    [';', 'a;b;c\n1,5;2,5;3,5\n4;5;6\n'],
    [',', 'a,b,c\n"1;2",3,4\n5,6,7\n'],
    ['\t', 'a\tb\tc\n1,5\t2;5\t3\n'],
    [';', 'Список, прибывшие, ноябрь\nФИО;Дата;Пол\nА;1;м\nБ;2;ж\n'],
    [',', 'only one column\nand nothing else\n'],
  ])('are cut by %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('keep the row numbers that a spreadsheet shows, blank and broken lines counted', async () => {
    const text = 'a;b\n\n"one\ntwo";2\n;;\nlast;3';
    const opened = await openList(file(Buffer.from(text)));
    const numbers: (readonly [number, string])[] = [];
    if ('rows' in opened) {
      for await (const item of opened.rows) {
        if ('row' in item) numbers.push([item.row, cellText(item.cells[0])]);
      }
    }
    expect(numbers).toEqual([
      [1, 'a'],
      [2, ''],
      [3, 'one two'],
      [4, ''],
      [5, 'last'],
    ]);
  });

  it.each([
    ['', 'file_empty'],
    ['\u00d0\u00cf\u0011\u00e0', 'unsupported_media'],
    ['%PDF-1.7', 'unsupported_media'],
    ['<!DOCTYPE html><table>', 'unsupported_media'],
    [`a;b\n1;2\n"never closed;${'x\n'.repeat(150_000)}`, 'file_unreadable'],
    ['a;b\n1;"never closed', 'file_unreadable'],
  ])('%j is refused by name', async (text, code) => {
    const found = await read(Buffer.from(text, 'latin1'));
    expect('problem' in found ? found.problem.code : 'read').toBe(code);
  });

  // Seen to fail with the check of bytes taken out of `look`: all 200 MB were then read.
  it('of 200 MB are refused as soon as the limit is passed, by size, rows and columns', async () => {
    let given = 0;
    const endless = {
      name: 'big.csv',
      async *open() {
        for (; given < 200_000_000; given += 65_536) yield Buffer.alloc(65_536, 'a;b\n');
      },
    };
    const big = await openList(endless);
    expect(big).toEqual({ problem: { code: 'too_large', details: { limit_bytes: LIMITS.bytes } } });
    expect(given).toBeLessThan(LIMITS.bytes + 200_000);
    const few = { ...LIMITS, rows: 3, columns: 4 };
    expect(await read('a\n1\n2\n3\n4\n5\n', {}, few)).toMatchObject({
      problem: { code: 'too_large', details: { limit_rows: 3 } },
    });
    expect(await read('a,b\n1,2,3,4,5\n', {}, few)).toMatchObject({
      problem: { code: 'too_large', details: { limit_columns: 4, row: 2 } },
    });
  });

  it('that fail while they are read throw, and are not taken for a short list', async () => {
    let opened = 0;
    const broken = {
      name: 'broken.csv',
      async *open() {
        opened += 1;
        yield Buffer.from('a;b\n1;2\n');
        if (opened > 2) throw new Error('disk gone');
      },
    };
    const list = await openList(broken);
    await expect(async () => {
      if ('rows' in list) for await (const _ of list.rows);
    }).rejects.toThrow('disk gone');
  });
});

// Shown to fail: five bytes named .xlsx were shown as a list with one column.
it('refuses bytes that are no text', async () => {
  expect(await read(Buffer.from([1, 2, 3, 4, 5]))).toEqual({
    problem: { code: 'unsupported_media', details: { format: 'binary' } },
  });
});
