import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '#domain/problem.ts';
import { FIELD_MESSAGES } from './field-messages.ts';
import { messages as en } from './locales/en.po';
import { messages as ru } from './locales/ru.po';
import ruText from './locales/ru.po?raw';
import { messages as uz } from './locales/uz.po';
import uzText from './locales/uz.po?raw';
import { mirrored } from './mirrored.ts';
import { PROBLEM_MESSAGES } from './problem-messages.ts';

const LANGUAGES = { en, ru, uz };

/** Message and translation, in pairs, from the catalogue as translators see it. */
function pairs(language: string): [string, string][] {
  const joined = (language === 'ru' ? ruText : uzText).replaceAll('"\n"', '');
  const found = joined.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm);
  return [...found].map(([, source = '', text = '']) => [source, text]);
}

function placeholders(message: string): string[] {
  return [...new Set(message.match(/\{\w+(?=[,}])|<\/?\d+\/?>/g) ?? [])].sort();
}

describe('messages', () => {
  // Seen to fail with one msgstr of uz.po emptied.
  it.each(['ru', 'uz'])('are complete in %s, with the same values and tags', (language) => {
    const all = pairs(language);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(([, text]) => text.trim() === '').map(([source]) => source)).toEqual([]);
    const torn = all.filter(
      ([source, text]) => `${placeholders(source)}` !== `${placeholders(text)}`,
    );
    expect(torn).toEqual([]);
  });

  // Ten lines of the catalogue before failed it.
  it('have one Uzbek word for a conference', () => {
    const other = [...pairs('uz'), ...pairs('uz-pages')].filter(([, text]) =>
      /konferen/i.test(text),
    );
    expect(other).toEqual([]);
  });

  it('have all Russian plural forms', () => {
    const plurals = pairs('ru').filter(([source]) => source.includes(', plural,'));
    const torn = plurals.filter(([, text]) => !/one \{.*few \{.*many \{.*other \{/.test(text));
    expect(torn).toEqual([]);
  });

  // Seen to fail with the line of `wrong_code` taken out.
  it.each(Object.keys(PROBLEMS))('say %s in every language', (code) => {
    const message = new Map(Object.entries(PROBLEM_MESSAGES)).get(code);
    expect(message, `add a line to src/web/problem-messages.ts`).toBeDefined();
    for (const [language, messages] of Object.entries(LANGUAGES)) {
      expect(messages[message?.id ?? ''], language).toBeDefined();
    }
  });

  it.each(Object.keys(FIELD_MESSAGES))('say the field problem %s in every language', (code) => {
    const id = FIELD_MESSAGES[code]?.id ?? '';
    for (const messages of Object.values(LANGUAGES)) expect(messages[id]).toBeDefined();
  });

  it('can be mirrored without losing values, tags or plural forms', () => {
    const source = {
      a: compileMessage('Hi <0>{name}</0>, {n, plural, one {# day} other {# days}}'),
    };
    const text = JSON.stringify(mirrored(source));
    expect(text).toContain('<0>');
    expect(text).toContain('["name"]');
    expect(text).toContain('"plural"');
    expect(text).toContain('\u202eHi \u202c');
    expect(text).toContain('\u202e days\u202c');
  });
});
