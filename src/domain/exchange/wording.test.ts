import { describe, expect, it } from 'vitest';
import { inLanguage, isWholeIn, newWording, reword, unsigned, type Wording } from './wording.ts';

const at = new Date('2026-11-28T12:00:00Z');
const first = newWording({ lang: 'ru', text: 'Дом' }, 'A', at);
const told = (answer: ReturnType<typeof reword>): Wording => {
  if ('code' in answer) throw new Error(answer.code);
  return answer;
};
const two = told(reword(first, { lang: 'uz-Latn', text: 'Uy' }, 1, 'B', at));

describe('a text in its languages', () => {
  it('is read in the wanted language, else in the nearest, else in its source, and says so', () => {
    expect(inLanguage(two, 'ru')).toMatchObject({ text: 'Дом', fallback: false, stale: false });
    expect(inLanguage(two, 'uz')).toMatchObject({ text: 'Uy', lang: 'uz-Latn', fallback: false });
    expect(inLanguage(two, 'uz-Cyrl')).toMatchObject({ text: 'Uy', fallback: true });
    expect(inLanguage(two, 'en')).toMatchObject({ text: 'Дом', lang: 'ru', fallback: true });
  });

  it('is stale in every other language once its source has changed, until it is said anew', () => {
    const changed = told(reword(two, { lang: 'ru', text: 'Дома' }, 1, 'A', at));
    expect(inLanguage(changed, 'uz-Latn').stale).toBe(true);
    expect(isWholeIn(changed, ['ru', 'uz'])).toBe(false);
    const anew = told(reword(changed, { lang: 'uz-Latn', text: 'Uylar' }, 2, 'B', at));
    expect(isWholeIn(anew, ['ru', 'uz'])).toBe(true);
    // Saying the same once more makes nothing stale.
    expect(told(reword(anew, { lang: 'ru', text: 'Дома' }, 2, 'A', at)).revision).toBe(2);
  });

  it('is given on without the names of those who wrote it', () => {
    expect(JSON.stringify(unsigned(two))).not.toMatch(/"by":"/);
    expect(inLanguage(unsigned(two), 'uz')).toEqual({ ...inLanguage(two, 'uz'), by: null });
  });

  it('takes no translation of a text that changed meanwhile', () => {
    const changed = told(reword(two, { lang: 'ru', text: 'Дома' }, 1, 'A', at));
    expect(reword(changed, { lang: 'en', text: 'Home' }, 1, 'C', at)).toEqual({
      code: 'text_changed_meanwhile',
    });
  });
});
