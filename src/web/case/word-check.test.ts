import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Where a file, the people in it and the work on it are written about. */
const NOUNS = ['case', 'people', 'team', 'duty', 'transfer', 'group', 'business', 'concern'];
/** What a text of its own is called in a command: said, to be done, asked for. */
const SAID = /^(?:first_words|words|what|asked|note|evidence|reason|wishes|strengths)$/;
/** Words that are no text about a person. */
const OTHER: Readonly<Record<string, string>> = {
  'business/business-assets.tsx: what': 'a thing that was bought',
  'business/business-fields.tsx: what': 'a thing that is to be bought',
  'duty/go-out.tsx: words': 'of the worker, for whoever would look for them',
};

// Seen to fail before: goals, steps and what is urgent were looked over by nobody, and they stand on paper.
it('every text about a person is looked over for words that label', () => {
  const bare = NOUNS.flatMap((noun) => {
    const folder = join(import.meta.dirname, '..', noun);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => bareTexts(readFileSync(join(folder, name), 'utf8'), `${noun}/${name}`));
  });
  expect(bare.filter((one) => OTHER[one] === undefined)).toEqual([]);
});

/** Fields that take text and are looked over by nobody, by the last part of their path. */
function bareTexts(source: string, file: string): string[] {
  return [...source.matchAll(/<(?:TextField|Textarea)\s[^>]*?path=(?:"|\{`)([^"`]*)/g)]
    .map(
      ([, path]) =>
        path
          ?.split('.')
          .at(-1)
          ?.replace(/^\$\{\w+\}/, '') ?? '',
    )
    .filter((last) => SAID.test(last))
    .map((last) => `${file}: ${last}`);
}
