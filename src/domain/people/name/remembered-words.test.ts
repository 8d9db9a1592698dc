import { expect, it } from 'vitest';
import { rememberedWords } from './remembered-words.ts';
import { wordsOf } from './words.ts';

it('reads each text once for each part of a name, and what was forgotten once more', () => {
  let reads = 0;
  const read = rememberedWords((text, role) => {
    reads += 1;
    return wordsOf(text, role);
  });
  for (let time = 0; time < 3; time += 1) {
    expect(read('Каримова', 'family')).toEqual(wordsOf('Каримова', 'family'));
    expect(read('Каримова', 'given')).toEqual(wordsOf('Каримова', 'given'));
  }
  expect(reads).toBe(2);
  // More names than are held: the list of a whole country does not stay in memory.
  for (let index = 0; index < 16_001; index += 1) read(`Name ${index}`, 'given');
  read('Каримова', 'given');
  expect(reads).toBe(2 + 16_001 + 1);
});
