import type { z } from 'zod';
import type { FieldProblem } from './problem.ts';
import { isStorable } from './text.ts';

/** A message that a schema gave on purpose is itself a code: `unstorable_text`, `too_similar`. */
const CODE = /^[a-z]+(_[a-z]+)*$/;

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: 'not_a_date',
  datetime: 'not_a_moment',
  time: 'not_a_time',
  uuid: 'not_an_id',
  email: 'not_an_email',
  url: 'not_an_address',
};

/**
 * Turns what a schema found into fields with stable codes. `root` is where the input came from
 * (`body`, `query`, `path`); `input` is what was parsed, to tell a missing field from a wrong one.
 */
export function fieldProblems(
  issues: readonly z.core.$ZodIssue[],
  root: string,
  input: unknown,
): FieldProblem[] {
  return issues.flatMap((issue) => fieldProblemsOf(issue, root, input));
}

/** No input of ours is nested deeper; what is deeper breaks whoever writes it down. */
const DEEPEST = 100;

/**
 * The first value in `input` that cannot be stored, keys included: a text with NUL or a lone surrogate, a number
 * beyond all numbers (`1e400` is one in JSON, and no hash can be made of what it becomes), or what is nested
 * without end.
 */
export function unstorableField(input: unknown, root: string): FieldProblem | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [
    { value: input, path: root, depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && !isStorable(value)) return { path, code: 'unstorable_text' };
    if (typeof value === 'number' && !Number.isFinite(value)) return { path, code: 'wrong_format' };
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (depth > DEEPEST) return { path: root, code: 'wrong_type' };
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return { path, code: 'unstorable_text' };
      open.push({ value: inner, path: `${path}.${key}`, depth: depth + 1 });
    }
  }
  return undefined;
}

function fieldProblemsOf(issue: z.core.$ZodIssue, root: string, input: unknown): FieldProblem[] {
  const path = [root, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: `${path}.${key}`, code: 'unknown_field' }));
  }
  const found = valueAt(input, issue.path);
  const missing = found === undefined || (found === null && issue.path.length === 0);
  if (missing) return [{ path, code: 'required' }];
  if (CODE.test(issue.message)) return [{ path, code: issue.message }];
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, code: 'wrong_type', details: { expected: issue.expected } }];
    case 'too_big': {
      const code = issue.origin === 'number' || issue.origin === 'int' ? 'too_large' : 'too_long';
      return [{ path, code, details: { maximum: Number(issue.maximum) } }];
    }
    case 'too_small': {
      const code = issue.origin === 'number' || issue.origin === 'int' ? 'too_small' : 'too_short';
      return [{ path, code, details: { minimum: Number(issue.minimum) } }];
    }
    case 'invalid_format':
      return [{ path, code: BY_FORMAT[issue.format] ?? 'wrong_format' }];
    case 'invalid_value':
    case 'invalid_union':
      return [{ path, code: 'not_one_of' }];
    default:
      return [{ path, code: 'wrong_format' }];
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
