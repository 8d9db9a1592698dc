import { describe, expect, it } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { FILE_MESSAGES, fileMessage } from './file-messages.ts';
import { messages as en } from './locales/en.po';
import { messages as ru } from './locales/ru.po';
import { messages as uz } from './locales/uz.po';

describe('what is wrong with a file', () => {
  // Seen to fail before: a list of 300 columns was too large "to be sent", and nobody knew what to do.
  it.each([
    [{ code: 'too_large', details: { limit_columns: 200, row: 1 } }, /columns/],
    [{ code: 'too_large', details: { limit_bytes: 20_000_000 } }, /as CSV/],
    [{ code: 'file_unreadable', details: { reason: 'quote_not_closed', row: 7 } }, /row \{row\}/],
    [{ code: 'file_unreadable', details: { reason: 'workbook_too_complex' } }, /as CSV/],
    [{ code: 'unsupported_media', details: { format: 'xls' } }, /\.xlsx/],
  ] satisfies [Problem, RegExp][])('is said of %j', (problem, words) => {
    expect(fileMessage(problem)?.message).toMatch(words);
  });

  it('is left to the code where nothing more is known', () => {
    expect(fileMessage({ code: 'too_large' })).toBeUndefined();
    expect(fileMessage({ code: 'unsupported_media', details: { format: 'pdf' } })).toBeUndefined();
    expect(fileMessage({ code: 'gone', details: { row: 1 } })).toBeUndefined();
  });

  it('is said in every language', () => {
    for (const { id } of Object.values(FILE_MESSAGES).flatMap((one) => Object.values(one))) {
      for (const messages of [en, ru, uz]) expect(messages[id]).toBeDefined();
    }
  });
});
