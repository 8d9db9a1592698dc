import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';
import { expect, it } from 'vitest';
import { LOCALES } from '#domain/account/account.ts';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));
const po = formatter();

async function wordsOf(locale: string) {
  const path = `${FOLDER}words/${locale}.po`;
  const context = { locale, sourceLocale: 'en', filename: path };
  return new Map(Object.entries(await po.parse(readFileSync(path, 'utf8'), context)));
}

// Broken once by a new text on a page without `npm run messages`.
it('every text of a public page stands in the three catalogues, translated', async () => {
  const said = globSync('**/*.ts', { cwd: FOLDER })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(FOLDER + file, 'utf8').matchAll(
        /i18n\._\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`$]*)`)/g,
      ),
    ])
    .map(([, plain, template]) => (plain ?? template ?? '').replaceAll("\\'", "'"));
  expect(said.length).toBeGreaterThan(10);
  for (const locale of LOCALES) {
    const words = await wordsOf(locale);
    expect(
      said.filter((text) => !words.has(text)),
      locale,
    ).toEqual([]);
    const empty = [...words].filter(([, { translation }]) => !translation).map(([id]) => id);
    expect(locale === 'en' ? [] : empty, locale).toEqual([]);
  }
});

// Six lines of the catalogue before failed it.
it('a conference has one word in Uzbek, on pages as on screens', async () => {
  const other = [...(await wordsOf('uz')).values()].filter((one) =>
    /konferen/i.test(one.translation ?? ''),
  );
  expect(other).toEqual([]);
});
