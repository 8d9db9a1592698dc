import { describe, expect, it } from 'vitest';
import type { ArrivalMapping } from './field.ts';
import { readDate } from './read-date.ts';

const TODAY = '2026-11-24';

/** `2014-05-03`, `2014-05-01 month`, `2014-01-01 year about`, an issue's code, or what it is. */
function brief(
  cell: string | { date: string },
  date_order?: ArrivalMapping['date_order'],
  short_years?: ArrivalMapping['short_years'],
): string {
  const read = readDate(cell, TODAY, { date_order, short_years });
  if (read.is === 'issue') return read.code;
  if (read.is === 'ambiguous') return `${read.day_first} or ${read.month_first}`;
  if (read.is === 'empty') return 'empty';
  const { date, precision, estimated } = read.birth;
  const more = [precision === 'day' ? '' : precision, estimated ? 'about' : ''];
  return [date, ...more, read.serial ? 'serial' : ''].filter(Boolean).join(' ');
}

describe('dates of a list', () => {
  it.each([
    ['2014-05-03', '2014-05-03'],
    ['2014-05-03T00:00:00.000Z', '2014-05-03'],
    ['2014/5/3', '2014-05-03'],
    ['2014.05.03', '2014-05-03'],
    ['03.05.2014', '2014-05-03'],
    ['3.5.2014 г.', '2014-05-03'],
    ['03. 05. 2014', '2014-05-03'],
    ['03,05,2014', '2014-05-03'],
    ['03.05.2014 0:00', '2014-05-03'],
    ['03.05.2014 г.р.', '2014-05-03'],
    ['25/05/2014', '2014-05-25'],
    ['05/25/2014', '2014-05-25'],
    ['5/5/2014', '2014-05-05'],
    ['25-05-2014', '2014-05-25'],
    ['3 мая 2014 года', '2014-05-03'],
    ['3-май 2014 йил', '2014-05-03'],
    ['2014 yil 3 may', '2014-05-03'],
    ['2014-yil 3-may', '2014-05-03'],
    ['May 3, 2014', '2014-05-03'],
    ['3rd of September 2014', '2014-09-03'],
    ['12 oktabr 2014', '2014-10-12'],
    ['٠٣.٠٥.٢٠١٤', '2014-05-03'],
    ['۰۳.۰۵.۲۰۱۴', '2014-05-03'],
    ['29.02.2016', '2016-02-29'],
    ['май 2014', '2014-05-01 month'],
    ['05.2014', '2014-05-01 month'],
    ['2014-05', '2014-05-01 month'],
    ['00.05.2014', '2014-05-01 month'],
    ['2014', '2014-01-01 year'],
    ['2014 г.р.', '2014-01-01 year'],
    ['2014 йил', '2014-01-01 year'],
    ['00.00.2014', '2014-01-01 year'],
    ['~2014', '2014-01-01 year about'],
    ['около 2014', '2014-01-01 year about'],
    ['2014 (примерно)', '2014-01-01 year about'],
    ['taxminan 2014 yil', '2014-01-01 year about'],
    ['41762', '2014-05-03 serial'],
    ['41762.0', '2014-05-03 serial'],
    ['', 'empty'],
    ['-', 'empty'],
    ['н/д', 'empty'],
    ['nomaʼlum', 'empty'],
    ['00.00.0000', 'empty'],
    ['31.02.2014', 'date_impossible'],
    ['29.02.2015', 'date_impossible'],
    ['32.01.2014', 'date_impossible'],
    ['03.13.2014', 'date_impossible'],
    ['13/13/2014', 'date_impossible'],
    ['2014-02-30', 'date_impossible'],
    ['25.11.2026', 'date_in_future'],
    ['2031', 'date_in_future'],
    ['31.12.1899', 'date_before_1900'],
    ['1234', 'date_before_1900'],
    ['03.05.14', 'date_short_year'],
    ['3/5/14', 'date_short_year'],
    ['в прошлом году', 'date_unreadable'],
    ['12 лет', 'date_unreadable'],
    ['99999999999999', 'date_unreadable'],
  ])('%s is %s', (cell, expected) => {
    expect(brief(cell)).toBe(expected);
  });

  it('takes a workbook’s own date as it is', () => {
    expect(brief({ date: '2014-05-03' })).toBe('2014-05-03');
    expect(brief({ date: '2031-05-03' })).toBe('date_in_future');
  });

  // Seen to fail with the question taken out of `byOrder`: the date then came back decided.
  it.each(['3/5/2014', '03-05-2014'])('asks about %s and does not guess', (cell) => {
    expect(brief(cell)).toBe('2014-05-03 or 2014-03-05');
    expect(brief(cell, 'day_first')).toBe('2014-05-03');
    expect(brief(cell, 'month_first')).toBe('2014-03-05');
  });

  // Seen to fail before: a list with years of two digits was refused row by row, and nobody was asked.
  it.each([
    ['03.05.14', '2014-05-03'],
    ['03.05.90', '1990-05-03'],
    ['24.11.26', '2026-11-24'],
    ['25.11.26', '1926-11-25'],
    ['25/05/14', '2014-05-25'],
    ['3/5/14', '2014-05-03 or 2014-03-05'],
    ['3/5/90', '1990-05-03 or 1990-03-05'],
    ['около 03.05.14', '2014-05-03 about'],
    ['31.02.14', 'date_impossible'],
  ])(
    'reads the short year of %s as the latest that is possible, once that was said: %s',
    (cell, expected) => {
      expect(brief(cell, undefined, 'latest')).toBe(expected);
    },
  );

  it('leaves dates with a short year out where that was said', () => {
    expect(brief('03.05.14', undefined, 'leave_out')).toBe('date_two_digit_year');
    expect(brief('03.05.2014', undefined, 'leave_out')).toBe('2014-05-03');
  });

  it('does not apply the answer to dates that tell themselves', () => {
    expect(brief('25/05/2014', 'month_first')).toBe('2014-05-25');
    expect(brief('03.05.2014', 'month_first')).toBe('2014-05-03');
  });
});
