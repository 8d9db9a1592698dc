import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const QUOTED = { en: /“([^”]+)”/g, ru: /«([^»]+)»/g } as const;
/** Quoted, and not words of a screen. */
const NOT_SCREENS: readonly string[] = ['quotes', 'кавычках'];

/** What stands on screens in a language: messages, and labels of the programme model. */
function screenWords(language: 'en' | 'ru'): ReadonlySet<string> {
  const file = readFileSync(join(ROOT, `src/web/locales/${language}.po`), 'utf8');
  const key = language === 'en' ? 'msgid' : 'msgstr';
  const messages = file.replaceAll('"\n"', '').matchAll(new RegExp(`^${key} "(.+)"$`, 'gm'));
  const model = readFileSync(join(ROOT, 'seed/programme-model.json'), 'utf8');
  const labels = model.matchAll(new RegExp(`"${language}": "([^"]+)"`, 'g'));
  return new Set([...messages, ...labels].map(([, text = '']) => plain(text)));
}

/** Without line breaks and the mark at the end. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/[.:]$/, '');
}

describe('the guide', () => {
  // Seen to fail with a button's word changed in en.po and in ru.po.
  it.each(['en', 'ru'] as const)('in %s quotes only what stands on a screen', (language) => {
    const known = screenWords(language);
    const folder = join(ROOT, 'docs/guide', language);
    const unknown = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(QUOTED[language])]
        .map(([, text = '']) => plain(text))
        // Messages with a number in them stand there as an example.
        .filter((text) => !/\d/.test(text) && !NOT_SCREENS.includes(text) && !known.has(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(unknown).toEqual([]);
  });

  it('has the same pages in both languages', () => {
    const pages = (language: string) => readdirSync(join(ROOT, 'docs/guide', language)).sort();
    expect(pages('ru')).toEqual(pages('en'));
  });
});
