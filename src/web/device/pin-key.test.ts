import { expect, it } from 'vitest';
import { newPinKey } from './pin-key.ts';

const SALT = new Uint8Array(16);
const LEAST = { memory: 1024, passes: 3 };

/** A clock on which whatever lies between two looks took so long. */
function each(milliseconds: number): () => number {
  let now = 0;
  return () => {
    now += milliseconds;
    return now;
  };
}

// Broken once by answering with the least cost whatever the clock said.
it('works once where a guess is slow anyway, and makes it dearer where the device is quick', async () => {
  expect(await newPinKey('246810', SALT, each(300), LEAST)).toMatchObject({ cost: LEAST });
  expect(await newPinKey('246810', SALT, each(75), LEAST)).toMatchObject({
    cost: { ...LEAST, passes: 5 },
  });
});
