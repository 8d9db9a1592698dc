import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { arrivalEntry } from '#domain/arrival/entry.ts';
import type { ArrivalMapping } from '#domain/arrival/field.ts';
import type { GuessedMapping } from '#domain/arrival/guess-mapping.ts';
import { placeWords } from '#domain/arrival/place-words.ts';
import { parsePlaces } from '#domain/place/place.ts';
import { seedFiles } from '../../../seed/arrival-list.ts';
import { type ListItem, openList } from './read-list.ts';
import { lookAtList, readRows, tryList } from './try-list.ts';

const fileAt = (url: URL) => ({ name: fileURLToPath(url), open: () => createReadStream(url) });
const seed = (name: string) => new URL(`../../../seed/${name}`, import.meta.url);
const TODAY = '2026-11-24';

function mappingOf(guess: GuessedMapping, more: Partial<ArrivalMapping> = {}): ArrivalMapping {
  const columns = guess.columns.flatMap(({ column, field }) => (field ? [{ column, field }] : []));
  const order = guess.name_order ? { name_order: guess.name_order } : {};
  return { columns, context: 'conflict_zone', ...order, ...more };
}

async function places() {
  const opened = await openList(fileAt(seed('places.csv')));
  if ('problem' in opened) throw new Error('places.csv cannot be read');
  const items: ListItem[] = [];
  for await (const item of opened.rows) items.push(item);
  const rows = items.flatMap((item) => ('row' in item ? [item] : []));
  const plain = rows.map(({ row, cells }) => ({ row, cells: cells.map(String) }));
  const [header, ...rest] = plain;
  const read = parsePlaces(header?.cells ?? [], rest);
  if ('issues' in read) throw new Error(JSON.stringify(read.issues));
  return read.places;
}

describe('the demo’s arrival list', () => {
  it('is what its generator writes', () => {
    const files = seedFiles();
    expect(readFileSync(seed('arrival-list.csv'), 'utf8')).toBe(files.csv);
    expect(readFileSync(seed('arrival-list-small.xlsx')).equals(files.xlsx)).toBe(true);
  });

  it('is read, mapped and tried: families, children without parental care, doubles, faults', async () => {
    const file = fileAt(seed('arrival-list.csv'));
    const looked = await lookAtList(file);
    if ('problem' in looked) throw new Error(looked.problem.code);
    expect(looked).toMatchObject({ encoding: 'utf-8', delimiter: ';', heading_row: 1 });
    expect(looked.guess.columns.filter((one) => !one.field).map((one) => one.drop)).toEqual([
      'running_number',
      'forbidden',
      'not_collected',
    ]);
    const tree = await places();
    const known = placeWords(
      tree.map((one, at) => ({
        ...one,
        id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      })),
    );
    const context = { today: TODAY, places: known };
    let entries = 0;
    const answers = {
      date_order: 'day_first',
      first_of_january: 'year_only',
      short_years: 'leave_out',
    } as const;
    const mapping = mappingOf(looked.guess, answers);
    const report = await tryList(file, {}, mapping, context, ({ entry }) => {
      if (entry) entries += Number(arrivalEntry.safeParse(entry).success);
    });
    if ('problem' in report) throw new Error(report.problem.code);
    const { counts } = report;
    expect(counts.rows).toBeGreaterThan(515);
    expect(counts.rows).toBeLessThan(545);
    expect(counts.refused).toBe(4);
    expect(entries).toBe(counts.rows - 4);
    // Of 382 children a tenth; the two children among the rows written twice stand alone here as well.
    expect(counts.children_without_parental_care / counts.children).toBeGreaterThan(0.08);
    expect(counts.children_without_parental_care / counts.children).toBeLessThan(0.12);
    expect(counts.children / counts.adults).toBeGreaterThan(2.5);
    expect(report.duplicates.filter((one) => one.level === 'likely')).toHaveLength(6);
    expect(report.can_import).toBe(true);
    expect(report.columns.forbidden).toEqual([{ column: 18, topic: 'religion' }]);
    expect(report.problems.map((one) => one.code)).not.toContain('place_unknown');
  });

  it('reads the same from a workbook', async () => {
    const looked = await lookAtList(fileAt(seed('arrival-list-small.xlsx')));
    const text = await lookAtList(fileAt(seed('arrival-list.csv')));
    if ('problem' in looked || 'problem' in text) throw new Error('cannot be read');
    expect(looked.headings).toEqual(text.headings);
    expect(looked.sample).toEqual(text.sample);
  });

  it('answers a mapping of a forbidden column with its name, before it reads a row', async () => {
    const file = fileAt(seed('arrival-list.csv'));
    const columns = [
      { column: 2, field: 'full_name' as const },
      { column: 18, field: 'operation' as const },
    ];
    const context = { today: TODAY, places: new Map() };
    const tried = await tryList(file, {}, { columns, context: 'other' }, context);
    expect(tried).toMatchObject({
      problem: { code: 'invalid_input', fields: [{ code: 'column_forbidden' }] },
    });
  });
});

const PEOPLE = new URL(
  '../../../../shared/data/names/people-multiscript/negatives_global.csv',
  import.meta.url,
);
const present = existsSync(PEOPLE);
if (!present) process.stdout.write('skipped: 50,000 people, the folder shared/data is absent\n');

// Its different people are kept apart, in a thread of bounded memory: see test/fuzz/arrival-list.test.ts.
describe.skipIf(!present)('a real file of 50,000 people in many scripts', () => {
  it('is mapped, and every row is read as an entry', async () => {
    const file = fileAt(PEOPLE);
    const looked = await lookAtList(file);
    if ('problem' in looked) throw new Error(looked.problem.code);
    expect(looked.guess.columns.map((one) => one.field ?? one.drop)).toEqual([
      'parts_preferred',
      'given_name',
      'patronymic',
      'family_name',
      'sex',
      'birth_date',
      'not_collected',
      'citizenship',
    ]);
    let rows = 0;
    const began = performance.now();
    const context = { today: TODAY, places: new Map() };
    const failed = await readRows(file, {}, mappingOf(looked.guess), context, ({ entry }) => {
      rows += 1;
      if (entry === undefined) throw new Error(`row ${rows} is no entry`);
      if (rows % 50 === 0) expect(arrivalEntry.safeParse(entry).success).toBe(true);
    });
    expect(failed).toBeUndefined();
    expect(rows).toBe(50_000);
    const seconds = (performance.now() - began) / 1e3;
    process.stdout.write(`50,000 people: ${Math.round(rows / seconds)} rows/s read\n`);
  });
});
