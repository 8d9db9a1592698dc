import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEvidence } from '#domain/exchange/evidence/check-evidence.ts';
import { readEvidenceFile } from './read-file.ts';

const DATA = resolve(import.meta.dirname, '../../../../../shared/data');
const HXL = join(DATA, 'statistics/hxl/tests/files');
const present = existsSync(HXL);
if (!present) process.stdout.write('skipped: HXL files, the folder shared/data is absent\n');

const said = (bytes: Uint8Array) => {
  const read = readEvidenceFile(bytes);
  if (!('code' in read)) return `${read.columns.length} x ${read.rows.length}`;
  return [read.code, ...Object.values(read.details ?? {})].join(' ');
};
/** What the check has to say of a file that was read. */
const checked = (path: string) => {
  const read = readEvidenceFile(readFileSync(path));
  const found = 'code' in read ? [] : checkEvidence(read);
  return found.map(({ code, column, cells }) => ` ${code} ${column ?? ''}${cells}`).join();
};
const file = (text: string) => said(Buffer.from(text));

describe('a file of a table', () => {
  it('is read with a comma, a semicolon or a tab, with or without a mark of its encoding', () => {
    for (const by of [',', ';', '\t']) {
      expect(file(`\ufeffRegion${by}People\n#adm1${by}#affected\nA${by}"1${by}2"`)).toBe('2 x 1');
    }
    expect(said(Buffer.from('\ufeff#adm1,#affected\nA,10', 'utf16le'))).toBe('2 x 1');
  });

  it('is refused with a reason, never with a fault', () => {
    expect(file('')).toBe('file_empty');
    expect(file(' \n \n')).toBe('file_empty');
    expect(file('#adm1\n"open')).toBe('file_unreadable quote_not_closed');
    expect(file('#adm1\n\u0000')).toBe('file_unreadable not_text');
    expect(said(Uint8Array.of(0x23, 0x61, 0xff, 0xff))).toBe('file_unreadable not_unicode');
    expect(file(`#adm1\n${'x,'.repeat(80)}`)).toBe('too_large 60 2');
    expect(file(`#adm1\n${'x\n'.repeat(25_001)}`)).toBe('too_large 25000');
    expect(said(Buffer.alloc(3_000_001, 'x'))).toBe('too_large 3000000');
  });
});

describe.skipIf(!present)('every file of the HXL library', () => {
  it('is read, or refused for what it is', () => {
    const all = globSync(join(HXL, '**/*.*'))
      .toSorted()
      .map((path) => `${relative(HXL, path)}: ${said(readFileSync(path))}${checked(path)}`);
    expect(all).toMatchSnapshot();
  });
});

describe.skipIf(!present)('the figures of UNHCR', () => {
  const TAGS = {
    ...{
      year: '#date+year',
      coo_name: '#country+name+origin',
      coo: '#country+code+v_unhcr+origin',
    },
    ...{ coo_iso: '#country+code+v_iso3+origin', coa_name: '#country+name+asylum' },
    ...{ coa: '#country+code+v_unhcr+asylum', coa_iso: '#country+code+v_iso3+asylum' },
  };
  const tagged = (name: string) => {
    const text = readFileSync(join(DATA, 'returns/unhcr', name), 'utf8');
    const [header = '', ...rows] = text.split('\n');
    const tags = header
      .replaceAll('"', '')
      .split(',')
      .map((column) => new Map(Object.entries(TAGS)).get(column) ?? `#affected+${column}`);
    return Buffer.from([header, tags.join(), ...rows].join('\n'));
  };

  it('need a row of hashtags, and then show nobody: 1 to 4 people stand in it as 5', () => {
    const raw = readFileSync(join(DATA, 'returns/unhcr/solutions.csv'));
    expect(said(raw)).toBe('evidence_not_tagged');
    for (const name of ['solutions.csv', 'population.csv']) {
      const read = readEvidenceFile(tagged(name));
      if ('code' in read) throw new Error(read.code);
      expect([name, read.rows.length > 16_000]).toEqual([name, true]);
      const found = checkEvidence(read).map(
        ({ code, column, cells }) => `${code} ${column} ${cells}`,
      );
      expect(found).toMatchSnapshot();
    }
  });
});
