import type { PrintCode, PrintLayout } from './layout.ts';

const page = { margin_mm: 18 } as const;

/**
 * What prints where a programme model is from before prints, or is not at hand without a line: what is the
 * person's own, and the sheet that a commission waits for.
 */
export const PLAIN_LAYOUTS: Readonly<Partial<Record<PrintCode, PrintLayout>>> = {
  plan: {
    code: 'plan',
    page,
    blocks: [
      { kind: 'head', fields: ['called', 'agreed_on'] },
      { kind: 'words', words: 'strengths', empty_lines: 0 },
      { kind: 'words', words: 'wishes', empty_lines: 0 },
      { kind: 'table', table: 'steps', columns: ['done', 'what', 'who', 'until'], empty_rows: 0 },
      { kind: 'table', table: 'family', columns: ['done', 'what', 'until'], empty_rows: 0 },
    ],
  },
  agenda: {
    code: 'agenda',
    page,
    blocks: [
      { kind: 'head', fields: ['session_on'] },
      { kind: 'table', table: 'files', columns: ['at', 'number'], empty_rows: 0 },
    ],
  },
  complaint_slip: {
    code: 'complaint_slip',
    page: { margin_mm: 15 },
    blocks: [
      { kind: 'head', fields: ['invitation'] },
      { kind: 'words', words: 'promise', empty_lines: 0 },
      { kind: 'words', words: 'by_telephone', empty_lines: 0 },
      { kind: 'fields', fields: ['address', 'picture'], empty: 'nothing' },
      { kind: 'words', words: 'on_paper', empty_lines: 0 },
      { kind: 'table', table: 'about', columns: ['done', 'about'], empty_rows: 0 },
      { kind: 'words', words: 'own_words', empty_lines: 7 },
      { kind: 'words', words: 'answer_way', empty_lines: 2 },
    ],
  },
  link_slip: {
    code: 'link_slip',
    page: { margin_mm: 15 },
    blocks: [
      { kind: 'head', fields: ['code', 'code_until'] },
      { kind: 'words', words: 'how_to_open', empty_lines: 0 },
      { kind: 'words', words: 'keep_apart', empty_lines: 0 },
      { kind: 'words', words: 'who_asks', empty_lines: 2 },
    ],
  },
};
