import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldProblems, unstorableField } from './field-problem.ts';
import { id } from './id.ts';
import { line, text } from './text.ts';
import { day } from './time.ts';

const input = z.strictObject({
  name: line,
  born: z.strictObject({ date: day }),
  rows: z.array(z.strictObject({ age: z.number().int().min(0).max(130) })).max(3),
  sex: z.enum(['female', 'male']),
  note: text(5),
  case_id: id,
});
const valid = {
  name: 'Nodira',
  born: { date: '1990-02-01' },
  rows: [{ age: 30 }],
  sex: 'female',
  note: 'ok',
  case_id: '0197f0a0-0000-7000-8000-000000000000',
};

function found(change: Record<string, unknown>): string[] {
  const given = { ...valid, ...change };
  const parsed = input.safeParse(given);
  if (parsed.success) return [];
  return fieldProblems(parsed.error.issues, 'body', given).map(
    ({ path, code }) => `${path} ${code}`,
  );
}

describe('what is wrong with an input', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ name: undefined }, 'body.name required'],
    [{ name: '' }, 'body.name too_short'],
    [{ name: 7 }, 'body.name wrong_type'],
    [{ name: null }, 'body.name wrong_type'],
    [{ note: 'too long' }, 'body.note too_long'],
    [{ note: '\u0000' }, 'body.note unstorable_text'],
    [{ born: { date: '2026-02-30' } }, 'body.born.date not_a_date'],
    [{ born: {} }, 'body.born.date required'],
    [{ rows: [{ age: 1 }, { age: 131 }] }, 'body.rows.1.age too_large'],
    [{ rows: [{ age: -1 }] }, 'body.rows.0.age too_small'],
    [{ rows: Array(4).fill({ age: 1 }) }, 'body.rows too_long'],
    [{ sex: 'x' }, 'body.sex not_one_of'],
    [{ faith: 'x' }, 'body.faith unknown_field'],
    [{ case_id: 'x' }, 'body.case_id not_an_id'],
  ])('%j', (change, problem) => {
    expect(found(change)).toEqual([problem]);
  });

  it('is nothing where all is well', () => {
    expect(found({})).toEqual([]);
  });
});

describe('text that cannot be stored', () => {
  it('is found at any depth, in keys too, without falling over', () => {
    expect(unstorableField({ a: [{ b: '\ud800' }] }, 'body')).toEqual({
      path: 'body.a.0.b',
      code: 'unstorable_text',
    });
    expect(unstorableField({ 'a\u0000': 1 }, 'body')?.path).toBe('body');
    expect(
      unstorableField({ emoji: '👩‍👧', arabic: 'نادرة', control: '\u0001' }, 'body'),
    ).toBeUndefined();
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(unstorableField(deep, 'body')).toEqual({ path: 'body', code: 'wrong_type' });
  });
});
