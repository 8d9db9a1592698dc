import { describe, expect, it } from 'vitest';
import { checkEvidence } from './check-evidence.ts';
import { describedIn, evidenceRows } from './evidence-file.ts';
import { mayBePublished } from './finding.ts';
import { type HxlTable, readHxl } from './hxl.ts';

/** A table as it is typed here: rows by lines, cells by bars. */
function table(text: string): HxlTable {
  const read = readHxl(
    text
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim())),
  );
  if ('code' in read) throw new Error(read.code);
  return read;
}
/** `code column:row×cells` of all that was found. */
const found = (text: string, earlier?: string) =>
  checkEvidence(table(text), earlier === undefined ? null : table(earlier)).map(
    ({ code, column, row, cells }) => `${code} ${column ?? '-'}:${row ?? '-'}×${cells}`,
  );

const GOOD = `
Region     | Women   | Men     | All
#adm1+name | #affected+f | #affected+m | #affected+total
Chinorli   | 120     | 80      | 200
Daryoboʻyi | 44      | 36      | 80
Total      | 164     | 116     | 280`;

/** The good table with one more column. */
const withColumn = (...cells: readonly string[]) =>
  GOOD.trim()
    .split('\n')
    .map((row, index) => (cells[index] === undefined ? row : `${row} | ${cells[index]}`))
    .join('\n');

describe('a table of numbers', () => {
  it('passes where nobody can be seen in it', () => {
    expect(found(GOOD)).toEqual([]);
    expect(mayBePublished(checkEvidence(table(GOOD)))).toBe(true);
  });

  it('passes with places, organisations and what was done under their own hashtags', () => {
    const text = `
Country name | Organisation | Passports issued | Phone calls | Births registered
#country+name | #org+name | #output+passports+num | #output+num | #reached+births
Georgia | Sergeli Centre | 40 | 100 | 12
Jordan | Red Crescent Society | 55 | 88 | 17
Los Santos | Ivanov Foundation | 60 | 70 | 18`;
    expect(found(text)).toEqual([]);
  });
});

describe('columns about single people', () => {
  // Broken once by passing over columns without a hashtag: the names were published unseen.
  it('are found where they are hidden: no header, beyond the header row, unseen characters', () => {
    expect(found(withColumn('', '', 'Karimova Dilnoza', 'Rahimov Jasur'))).toEqual([
      'column_beyond_header E:3×2',
      'names_of_people E:3×2',
    ]);
    expect(found(withColumn('\u3164', '', 'Karimova D.', 'Rahimov J.', ''))).toEqual([
      'invisible_characters E:-×0',
      'column_beyond_header E:3×2',
      'names_of_people E:3×2',
    ]);
    const inside = GOOD.replace('| Women', '| | Women')
      .replace('| #affected+f', '| | #affected+f')
      .replace('| 120', '| Aziza | 120')
      .replace('| 44', '| Malika | 44')
      .replace('| 164', '| | 164');
    expect(found(inside)).toEqual(['column_without_header B:3×2', 'names_of_people B:3×2']);
    expect(found(GOOD.replace('| 120', '| 12\u200b0'))).toEqual(['invisible_characters B:3×1']);
  });

  it('are found by what stands above them, in three languages', () => {
    const headers = {
      names_of_people: [
        'Full name',
        'ФИО',
        'Ф.И.О.',
        'Фамилия',
        'Ism',
        'Otasining ismi',
        'Child_name',
      ],
      dates_of_birth: ['DOB', 'Date of birth', 'Дата рождения', 'Tugʻilgan sanasi', 'birth_year'],
      document_numbers: [
        'Passport No',
        'Паспорт',
        'ПИНФЛ',
        'JSHSHIR',
        'Case ID',
        'Номер документа',
      ],
      phones: ['Phone', 'Моб. телефон', 'Telefon raqami', 'WhatsApp'],
      emails: ['E-mail', 'Электронная почта', 'Elektron pochta'],
      coordinates: ['Latitude', 'Долгота', 'Kenglik', 'GPS'],
      addresses: ['Home address', 'Адрес', 'Manzil'],
    };
    for (const [code, names] of Object.entries(headers)) {
      for (const name of names) {
        const codes = found(withColumn(name, '#meta', 'a', 'b', '')).map(
          (one) => one.split(' ')[0],
        );
        expect([name, codes]).toEqual([name, [code]]);
      }
    }
  });

  it('are found by what stands in them, under a harmless header too', () => {
    const cells = {
      emails: ['write to a.b@example.org', ''],
      phones: ['+998 90 123-45-67', '998901234567'],
      document_numbers: ['AB1234567', '31203851234567'],
      coordinates: ['41.31147, 69.27971', ''],
      names_of_people: ['seen with Rustamovna, of Karimova Dilnoza Rustamovna', ''],
      dates_of_birth: ['', ''],
    };
    for (const [code, [one = '', other = '']] of Object.entries(cells)) {
      if (one === '') continue;
      const codes = found(withColumn('Remarks', '#meta', one, other, '')).map(
        (finding) => finding.split(' ')[0],
      );
      expect([code, codes.includes(code)]).toEqual([code, true]);
    }
    const days = `
Group | Since | People
#group | #date | #affected
a | 1988-03-14 | 10
b | 1992-11-05 | 20
c | 2009-07-21 | 30
d | 2014-02-09 | 40`;
    expect(found(days)).toEqual(['dates_of_birth B:3×4']);
  });

  it('is any list without counts: each row may be somebody', () => {
    expect(found('Sex|Region\n#meta+sex|#adm1\nf|A\nf|A\nm|B')).toEqual(['no_counts -:3×3']);
  });
});

describe('small counts', () => {
  it('are named cell by cell; zero and what is kept back are no small counts', () => {
    const text = `
Region | People | %
#adm1 | #affected | #affected+pct
A | 4 | 10
B | 0 | 0
C | <5 |
D | * |
E | 50 | 4
F | five | 2`;
    expect(found(text)).toEqual([
      'small_count B:3×1',
      'not_a_number B:8×1',
      'small_count_by_share C:7×1',
    ]);
  });

  it('are what is left of everybody, where a part and the whole are shown', () => {
    expect(found('#adm1|#affected+f|#affected+total\nA|27|30\nB|40|90')).toEqual([
      'small_rest B:2×1',
    ]);
  });

  it('are found in thousands with commas and spaces, and numbers that a spreadsheet cut are told', () => {
    const text = '#adm1|#affected\nA|1,234\nB|1 234 567\nC|2e+06';
    expect(found(text)).toEqual(['number_cut B:4×1']);
  });
});

describe('what can be worked out', () => {
  const hidden = (text: string) => GOOD.replace('44 ', text);

  it('is a cell that follows from its row, its column, or both', () => {
    expect(found(hidden('*'))).toEqual(['follows_from_total B:4×1']);
    const both = hidden('*').replace('36', '*');
    // The row no longer tells them, but the columns do.
    expect(found(both)).toEqual(['follows_from_total B:4×1', 'follows_from_total C:4×1']);
  });

  it('is not, where enough is kept back beside it', () => {
    const text = `
Region | Women | Men | All
#adm1 | #affected+f | #affected+m | #affected+total
A | * | * | 200
B | * | * | 80
C | 30 | 40 | 70
Total | 164 | 186 | 350`;
    expect(found(text)).toEqual([]);
    // Two cells that are two people together tell nearly as much as one.
    expect(found('#adm1|#affected\nA|*\nB|*\nC|90\nAll|92')).toEqual(['follows_from_total B:2×2']);
  });

  it('is a district in its region, and a region in its country', () => {
    const text = `
Region | District | People
#adm1 | #adm2 | #affected
| | 301
A | | 200
B | | 101
A | A1 | 121
A | A2 | *
B | B1 | 41
B | B2 | 60`;
    expect(found(text)).toEqual(['follows_from_total C:7×1']);
  });

  it('is what an earlier version showed, or showed beside it', () => {
    const old = '#adm1|#affected\nA|10\nB|*\nC|40\nD|*\nAll|70';
    expect(found('#adm1|#affected\nA|*\nB|*\nC|40\nD|*\nAll|70', old)).toEqual([
      'shown_earlier B:2×1',
    ]);
    expect(found('#adm1|#affected\nA|*\nB|*\nC|60\nAll|72', '#adm1|#affected\nA|10\nC|60')).toEqual(
      ['shown_earlier B:2×1', 'follows_from_earlier B:3×1'],
    );
    expect(found('#adm1|#affected\nA|12', '#adm1|#affected\nA|10')).toEqual(['small_change B:2×1']);
  });

  it('is nothing where numbers overlap, and that is told', () => {
    const text = '#need|#affected\nhealth|60\nschool|70\nwork|*\nTotal|100';
    expect(found(text)).toEqual([]);
    expect(found('#need|#affected\nhealth|60\nschool|70\nTotal|100')).toEqual([
      'does_not_add_up B:4×1',
    ]);
  });

  it('allows for rounding', () => {
    const text = '#adm1|#affected\nA|100\nB|45\nC|30\nD|*\nE|25\nAll|205';
    // 205 - 200 = 5, each to the nearest five: anything up to 17 and more.
    expect(found(text)).toEqual([]);
  });
});

describe('an evidence file', () => {
  const description = {
    ...{ title: 'Returns', method: 'Counted once', denominators: 'All who returned' },
    ...{ source: 'A ministry', period: '2025', geography: 'By region' },
  };

  it('carries its description above the table, and is read again as it was', () => {
    const rows = evidenceRows(description, table(GOOD.replace('36 ', '<5').replace('44', '<5')));
    const again = readHxl(rows);
    if ('code' in again) throw new Error(again.code);
    expect(describedIn(again)).toEqual(description);
    expect(again.rows[1]?.cells).toEqual(['Daryoboʻyi', '*', '*', '80']);
    expect(evidenceRows(description, again)).toEqual(rows);
  });

  it('tells of rows above the table that are not taken', () => {
    expect(found(`Made by Karimova\n\n${GOOD.trim()}`)).toEqual(['header_left_over -:1×2']);
  });
});
