import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const QUOTED = { en: /“([^”]+)”/g, ru: /«([^»]+)»/g } as const;
const PICTURE = /!\[([^\]]*)\]\(([^)]+)\)/g;
const LARGEST = 80 * 1024;
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
  // Where a long word may break on a narrow screen is no part of it.
  return text.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim().replace(/[.:]$/, '');
}

/** The pages about something; the index has no picture. */
function pagesOf(language: string): string[] {
  const pages = readdirSync(join(ROOT, 'docs/guide', language));
  return pages.filter((file) => file !== 'README.md');
}

function textOf(language: string, file: string): string {
  return readFileSync(join(ROOT, 'docs/guide', language, file), 'utf8');
}

/** A picture in the language of its page, there and small enough for a slow line. */
function isPicture(language: string, to: string): boolean {
  const path = join(ROOT, 'docs/guide', language, to);
  const isOfPage = to.startsWith(`../img/${language}/`) && to.endsWith('.webp');
  return isOfPage && existsSync(path) && statSync(path).size < LARGEST;
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

  // Seen to fail with a picture renamed, with an alt text emptied and with a page without pictures.
  it.each(['en', 'ru'] as const)('in %s shows a real screen on every page', (language) => {
    const shown = pagesOf(language).flatMap((file) => {
      const pictures = [...textOf(language, file).matchAll(PICTURE)];
      return pictures.length === 0
        ? [{ file, alt: '', to: '' }]
        : pictures.map(([, alt, to]) => ({ file, alt, to }));
    });
    const faults = shown.filter(
      ({ alt = '', to = '' }) => alt.trim() === '' || !isPicture(language, to),
    );
    expect(faults).toEqual([]);
    const folder = join(ROOT, 'docs/guide/img', language);
    const used = shown.map(({ to = '' }) => basename(to));
    expect(readdirSync(folder).sort()).toEqual([...new Set(used)].sort());
  });

  it('has the same pages in both languages', () => {
    const pages = (language: string) => readdirSync(join(ROOT, 'docs/guide', language)).sort();
    expect(pages('ru')).toEqual(pages('en'));
  });
});
