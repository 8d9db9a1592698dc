import { describe, expect, it } from 'vitest';
import { MODEL } from '#test/case-file.ts';
import { allPapers, SECRETS } from '#test/papers.ts';
import { parseModel } from '../case/model.ts';
import { nameOn, printLanguageOf } from './language.ts';
import { layoutOf, PRINT_CODES } from './layout.ts';
import { filled } from './sheet.ts';

const papers = allPapers();

describe('papers that leave', () => {
  // Broken once with the goals of every area on the report, and once with the words of the sensitive step.
  it.each(Object.entries(papers))('%s holds nothing that only specialists read', (_, paper) => {
    const text = JSON.stringify(paper.content);
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it.each(Object.entries(papers))('%s names no programme', (_, { layout, content }) => {
    expect(JSON.stringify([layout, content])).not.toMatch(/homeward|reintegrat|реинтегр|qaytgan/i);
  });

  it('the plan that goes home has no heading that tells what it is', () => {
    const { layout, content } = papers.plan ?? {};
    if (!layout || !content) throw new Error('there is no plan');
    expect(layout.blocks.some(({ kind }) => kind === 'heading')).toBe(false);
    expect(JSON.stringify(content)).not.toContain('Gʻofurova');
    const steps = filled(layout, content).find((block) => block.kind === 'table');
    expect(JSON.stringify(steps)).toContain('appointment');
  });
});

describe('a layout', () => {
  it('stands in the programme model for every print', () => {
    expect(PRINT_CODES.filter((code) => layoutOf(MODEL, code) === null)).toEqual([]);
  });

  it('is kept by a model from before prints only for what must always print', () => {
    const before = { ...MODEL, prints: undefined };
    expect(PRINT_CODES.filter((code) => layoutOf(before, code) !== null)).toEqual([
      ...['plan', 'agenda', 'complaint_slip', 'link_slip'],
    ]);
  });

  // The content of a safety plan, a concern or a note is offered to no print: a layout cannot name it.
  it.each([
    [{ kind: 'fields', fields: ['safe_places'], empty: 'line' }, 'fields.0', 'not_one_of'],
    [{ kind: 'table', table: 'concerns', columns: ['what'], empty_rows: 0 }, 'table', 'not_one_of'],
    [{ kind: 'heading', labels: { en: 'Report' } }, 'labels.ru', 'label_missing'],
    [{ kind: 'photo' }, 'kind', 'not_one_of'],
    [{ kind: 'words', words: 'notes', empty_lines: 0 }, 'words', 'not_one_of'],
    // Broken once each: a head and a column that may be called anything.
    [{ kind: 'head', fields: ['concern'] }, 'fields.0', 'not_one_of'],
    [
      { kind: 'table', table: 'needs', columns: ['health'], empty_rows: 0 },
      ...(['columns.0', 'not_one_of'] as const),
    ],
  ])('that names %j is refused at its place', (block, path, code) => {
    const prints = (MODEL.prints ?? []).map((one) => ({ ...one, blocks: [...one.blocks, block] }));
    const [first] = prints;
    const parsed = parseModel({ ...MODEL, prints: [first] });
    const at = `prints.0.blocks.${(first?.blocks.length ?? 1) - 1}.${path}`;
    const problems = 'problems' in parsed ? parsed.problems : [];
    expect(problems.map((one) => [one.path.replace(/^model\./, ''), one.code])).toContainEqual([
      at,
      code,
    ]);
  });

  it('is offered only for what the model knows', () => {
    const prints = MODEL.prints?.map((one) => ({ ...one, offered_for: ['nowhere'] }));
    const parsed = parseModel({ ...MODEL, prints });
    const codes = 'problems' in parsed ? parsed.problems.map(({ code }) => code) : [];
    expect(new Set(codes)).toEqual(new Set(['unknown_visit_kind', 'unknown_milestone']));
  });
});

describe('a name on paper', () => {
  const both = [{ given: 'Malika' }, { given: 'Малика' }];
  it.each([
    ['ru', both, 'Малика'],
    ['uz', both, 'Malika'],
    ['uz-Cyrl', both, 'Малика'],
    ['uz-Cyrl', [{ given: 'Gʻiyos' }], 'Ғиёс'],
    ['ru', [{ given: 'Gʻiyos' }], 'Gʻiyos'],
    ['en', [{ given: 'Гиёс' }], 'Гиёс'],
  ] as const)(
    'in %s stands in the script that the record holds',
    (language, spellings, written) => {
      expect(nameOn(language, spellings)).toBe(written);
    },
  );

  it.each([
    [['uz-Cyrl', 'ru'], 'uz-Cyrl'],
    [['kaa', 'uz'], 'uz'],
    [['ru-RU'], 'ru'],
    [['tg'], undefined],
  ])('the language of a paper for who speaks %j', (spoken, language) => {
    expect(printLanguageOf(spoken)).toBe(language);
  });
});
