import type { PrintLayout } from './layout.ts';

/** The plan on paper where a programme model is from before prints: what is the person's own always prints. */
export const PLAIN_PLAN: PrintLayout = {
  code: 'plan',
  page: { margin_mm: 18 },
  blocks: [
    { kind: 'head', fields: ['called', 'agreed_on'] },
    { kind: 'words', words: 'strengths', empty_lines: 0 },
    { kind: 'words', words: 'wishes', empty_lines: 0 },
    { kind: 'table', table: 'steps', columns: ['done', 'what', 'who', 'until'], empty_rows: 0 },
    { kind: 'table', table: 'family', columns: ['done', 'what', 'until'], empty_rows: 0 },
  ],
};
