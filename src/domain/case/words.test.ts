import { describe, expect, it } from 'vitest';
import { MODEL } from '#test/case-file.ts';
import * as en from '#test/words/en.ts';
import * as ru from '#test/words/ru.ts';
import * as uz from '#test/words/uz.ts';
import * as uzCyrl from '#test/words/uz-cyrl.ts';
import { checkWords, isPattern } from './words.ts';

const LANGUAGES = ['en', 'ru', 'uz'];

/** What is found in a text: the list and the words, for comparing. */
function found(text: string, languages: readonly string[] = LANGUAGES): string[] {
  return checkWords(text, MODEL, languages).map(
    ({ at, length, list }) => `${list}: ${text.slice(at, at + length)}`,
  );
}

/** A model with one entry of its own. */
function listOf(patterns: readonly string[], except: readonly string[] = []) {
  const entry = {
    list: 'label',
    language: 'en',
    suggestion_code: 'describe_what_you_saw',
  } as const;
  return {
    word_list: {
      suggestions: [],
      entries: [{ ...entry, patterns: [...patterns], except: [...except] }],
    },
  };
}

function words(
  text: string,
  patterns: readonly string[],
  except: readonly string[] = [],
): string[] {
  return checkWords(text, listOf(patterns, except), ['en']).map(({ at, length }) =>
    text.slice(at, at + length),
  );
}

describe.each([
  ['English', en],
  ['Russian', ru],
  ['Uzbek, Latin', uz],
  ['Uzbek, Cyrillic', uzCyrl],
])('%s', (_name, { ORDINARY, PROBLEMATIC }) => {
  it('has forty sentences of each kind', () => {
    expect(ORDINARY.length).toBeGreaterThanOrEqual(40);
    expect(PROBLEMATIC.length).toBeGreaterThanOrEqual(40);
  });

  // Seen to fail with exceptions that held for one language only: Uzbek "боевик" met a Russian film.
  it.each(ORDINARY)('passes over: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it.each(PROBLEMATIC)('finds %s: %s', (list, sentence) => {
    expect(checkWords(sentence, MODEL, LANGUAGES).map((hint) => hint.list)).toContain(list);
  });
});

describe('every word of the list', () => {
  const known = new Set(MODEL.word_list.suggestions.map((entry) => entry.code));

  it('leads to a suggestion of the model', () => {
    for (const { PROBLEMATIC } of [en, ru, uz, uzCyrl]) {
      for (const [, sentence] of PROBLEMATIC) {
        for (const hint of checkWords(sentence, MODEL, LANGUAGES)) {
          expect(known).toContain(hint.suggestion_code);
        }
      }
    }
  });
});

describe('the place of a hint', () => {
  it('is in the text as it was typed, whatever stands before', () => {
    const text = '😀 Ёлка. She is a  "terrorist’s" widow.';
    expect(found(text)).toEqual(['label: terrorist’s']);
  });

  it('is the longest where several overlap, in the order of the text', () => {
    expect(found('Wife of a militant. He prays.')).toEqual([
      'label: Wife of a militant',
      'belief: prays',
    ]);
  });

  it('is not in the middle of a word', () => {
    expect(words('counterterrorist', ['terror*'])).toEqual([]);
    expect(words('антитеррор', ['террор*'])).toEqual([]);
    expect(words('boʻyetim', ['yetim'])).toEqual([]);
  });
});

describe('spelling', () => {
  it('does not matter: capitals, ё, stress marks, soft hyphens, decomposed letters', () => {
    for (const text of ['СИРОТА', 'сиро́та', 'си\u00ADрота', 'сирота'.normalize('NFD')]) {
      expect(words(text, ['сирот*'])).toHaveLength(1);
    }
    expect(words('врёт', ['врет'])).toHaveLength(1);
    expect(words('ўлим'.normalize('NFD'), ['ўлим'])).toHaveLength(1);
  });

  it.each(["'", '’', '‘', '`', 'ʻ', 'ʼ', '´'])('takes %s for the apostrophe of Uzbek', (mark) => {
    expect(words(`qoʻshni`.replace('ʻ', mark), ['qoʻshni'])).toHaveLength(1);
    expect(words(`togʻ`.replace('ʻ', mark), ['togʻ'])).toHaveLength(1);
    expect(words(`Qurʼon`.replace('ʼ', mark), ['qurʼon'])).toHaveLength(1);
  });

  it('takes both scripts of Uzbek for `uz`, and only the language asked for', () => {
    expect(found('Бу хавфли оила. Bu xavfli oila.', ['uz'])).toHaveLength(2);
    expect(found('Бу хавфли оила.', ['uz-Cyrl'])).toHaveLength(1);
    expect(found('She is a terrorist.', ['ru'])).toEqual([]);
  });
});

describe('a pattern', () => {
  it('takes stems, whole words, alternatives and gaps within a sentence', () => {
    expect(words('a liar lied', ['liar|lied'])).toEqual(['liar', 'lied']);
    expect(words('prison', ['pris'])).toEqual([]);
    expect(words('husband is now in prison', ['husband .. prison'])).toEqual([
      'husband is now in prison',
    ]);
    expect(words('husband is by now again in prison', ['husband .. prison'])).toEqual([]);
    expect(words('Her husband works. Prison food is bad.', ['husband .. prison'])).toEqual([]);
    expect(words('a fire fighter and a fighter', ['fighter'], ['fire fighter'])).toEqual([
      'fighter',
    ]);
  });

  it.each(['', ' a', 'a  b', '*', 'a**', '.. a', 'a ..', '(a', 'a|', 'a.b'])(
    'is not: %j',
    (text) => {
      expect(isPattern(text)).toBe(false);
    },
  );
});

describe('a long text', () => {
  it('is looked over, also a hostile one that would make a careless pattern go back for ever', () => {
    const ordinary = en.ORDINARY.join(' ').repeat(4).slice(0, 8000);
    const hostile = "husband ' ".repeat(800);
    for (let round = 0; round < 5; round++) {
      expect(checkWords(ordinary, MODEL, LANGUAGES)).toEqual([]);
      checkWords(hostile, MODEL, LANGUAGES);
    }
  });
});
