import { expect, test } from 'vitest';
import { fileChanged } from './chosen-file.ts';

/** A file as it was chosen, and what Firefox reads of it once it was saved anew: the new bytes, at the old size. */
function chosen(then: string, now: string): FormData {
  const file = new File([now], 'arrivals.csv');
  Object.defineProperty(file, 'size', { value: then.length });
  const body = new FormData();
  // A copy would have a size of its own.
  body.values = () => [file].values() as ReturnType<FormData['values']>;
  return body;
}

// Broken on purpose: with a look at the first byte alone all three were fit to be sent.
test('a file that has become longer or shorter since it was chosen is not sent', async () => {
  expect(await fileChanged(chosen('name\n', 'name\nSevara\n'))).toBe(true);
  expect(await fileChanged(chosen('name\nSevara\n', 'name\n'))).toBe(true);
  expect(await fileChanged(chosen('name\n', ''))).toBe(true);
});

test('a file that cannot be read any more is not sent', async () => {
  const file = new File(['name\n'], 'arrivals.csv');
  file.stream = () =>
    new ReadableStream({
      pull: (reader) => reader.error(new DOMException('', 'NotReadableError')),
    });
  const body = new FormData();
  body.values = () => [file].values() as ReturnType<FormData['values']>;
  expect(await fileChanged(body)).toBe(true);
});

test('a file as it was chosen, an empty one, and a form without one are sent', async () => {
  expect(await fileChanged(chosen('name\n', 'name\n'))).toBe(false);
  expect(await fileChanged(chosen('', ''))).toBe(false);
  const body = new FormData();
  body.append('words', 'Nothing chosen');
  expect(await fileChanged(body)).toBe(false);
  expect(await fileChanged({ words: 'no form' })).toBe(false);
});
