import { expect, it } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { once } from './once.ts';

/** A server that takes an id once, and whose answers may be lost. */
function server() {
  const kept: string[] = [];
  const state = { answers: true };
  const send = async (id: string): Promise<Problem | undefined> => {
    const known = kept.includes(id);
    if (!known) kept.push(id);
    if (!state.answers) return { code: 'unavailable' };
    return known ? { code: 'already_so' } : undefined;
  };
  return { kept, state, send };
}

// Seen to fail with an id for each press: what was sent twice was there twice.
it('sends once what is sent again after a lost answer', async () => {
  const { kept, state, send } = server();
  const add = once();
  state.answers = false;
  expect(await add({ words: 'A' }, send)).toEqual({ code: 'unavailable' });
  state.answers = true;
  expect(await add({ words: 'A' }, send)).toBeUndefined();
  expect(kept).toHaveLength(1);
});

it('sends what was changed, or is said once more after it was taken, as something new', async () => {
  const { kept, state, send } = server();
  const add = once();
  state.answers = false;
  await add({ words: 'A' }, send);
  state.answers = true;
  expect(await add({ words: 'A and B' }, send)).toBeUndefined();
  expect(await add({ words: 'A and B' }, send)).toBeUndefined();
  expect(kept).toHaveLength(3);
});

it('tells that something is there already where no answer was lost, or a code is another’s', async () => {
  const add = once();
  const there: Problem = { code: 'already_so' };
  expect(await add('A', async () => there)).toEqual(there);
  await add('B', async () => ({ code: 'unavailable' }));
  const taken: Problem = { ...there, fields: [{ path: 'body.code', code: 'taken' }] };
  expect(await add('B', async () => taken)).toEqual(taken);
});
