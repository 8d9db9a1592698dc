import { expect, it } from 'vitest';
import { asRead } from './ask.ts';

// Seen to fail as it was: a link that lost its end asked to choose something called "id" from a list.
it('says of a mangled address that nothing is there, and names what else is wrong', () => {
  const wrong = (path: string) => ({
    code: 'invalid_input' as const,
    fields: [{ path, code: 'not_an_id' as const }],
  });
  expect(asRead(wrong('path.id'))).toEqual({ code: 'gone' });
  for (const other of [wrong('query.place'), { code: 'invalid_input' as const }])
    expect(asRead(other)).toBe(other);
});
