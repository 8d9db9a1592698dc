import { describe, expect, it } from 'vitest';
import { readCitizenship, readCountry } from './country-words.ts';
import { readLanguages } from './language-words.ts';
import { readPaperKind, readPaperState, readYesNo } from './paper-words.ts';
import { readRelation } from './relation-words.ts';
import { readSex } from './sex-words.ts';

describe('words of a list', () => {
  it.each([
    ['female', 'Ж|жен.|Женский|ayol|Аёл|қиз бола|F|female|Девочка|2'],
    ['male', 'М|муж|мужской|erkak|эркак|oʻgʻil bola|o‘g‘il bola|ўғил бола|M|Male|мальчик|1'],
    ['other', 'other|9'],
    [undefined, 'да|?!|жм|5'],
  ])('sex %s', (sex, words) => {
    for (const word of words.split('|')) expect([word, readSex(word)]).toEqual([word, sex]);
  });

  it.each([
    ['head', 'Глава семьи|head of household|oila boshligʻi|оила бошлиғи'],
    ['parent', 'мать|Mother|ona|она|отец|ota|father'],
    ['child', 'сын|дочь|son|daughter|farzandi|фарзанд|qizi|oʻgʻli|ребёнок'],
    ['aunt_or_uncle', 'тётя|тетя|aunt|xolasi|амма|дядя|togʻasi'],
    ['grandparent', 'бабушка|buvi|бувиси|grandmother|дед'],
    ['niece_or_nephew', 'племянник|jiyani|жиян|niece'],
    ['grandchild', 'внук|внучка|nevara|невараси'],
    ['spouse', 'жена|муж|xotini|хотини|wife'],
    ['without_parents', 'сирота|без попечения родителей|yetim|етим|unaccompanied'],
    [undefined, 'сват|12|друг семьи'],
  ])('relation %s', (relation, words) => {
    for (const word of words.split('|')) {
      expect([word, readRelation(word)?.relation]).toEqual([word, relation]);
    }
  });

  it.each([
    ['UZ', 'Узбекистан|Uzbekistan|Oʻzbekiston|Ўзбекистон|UZ|uz|РУз'],
    ['SY', 'Сирия|Syria|Suriya|Сурия|Сирийская Арабская Республика|SYR'],
    ['TR', 'Турция|Turkey|Türkiye|Turkiya|Туркия'],
    ['AF', 'Афганистан|Afghanistan|Afgʻoniston'],
    ['RU', 'Россия|РФ|Russia|Rossiya'],
    [undefined, 'Атлантида|—|XX'],
  ])('country %s', (country, words) => {
    for (const word of words.split('|')) expect([word, readCountry(word)]).toEqual([word, country]);
  });

  it('tells the stateless from the unknown', () => {
    for (const word of ['ЛБГ', 'без гражданства', 'stateless', 'fuqaroligi yoʻq']) {
      expect([word, readCitizenship(word)]).toEqual([word, 'none']);
    }
    for (const word of ['неизвестно', '-', 'н/д', 'noma’lum']) {
      expect([word, readCitizenship(word)]).toEqual([word, 'unknown']);
    }
    expect(readCitizenship('Атлантида')).toBeUndefined();
  });

  it('reads languages', () => {
    expect(readLanguages('узбекский, русский')).toEqual({ languages: ['uz', 'ru'], unread: 0 });
    expect(readLanguages('oʻzbek tili; arabcha')).toEqual({ languages: ['uz', 'ar'], unread: 0 });
    expect(readLanguages('ўзбек ва араб')).toEqual({ languages: ['uz', 'ar'], unread: 0 });
    expect(readLanguages('Uzbek / Turkish')).toEqual({ languages: ['uz', 'tr'], unread: 0 });
    expect(readLanguages('арабский (хорошо), эльфийский')).toEqual({
      languages: ['ar'],
      unread: 1,
    });
    expect(readLanguages('')).toEqual({ languages: [], unread: 0 });
  });

  it('reads papers and answers', () => {
    expect(readPaperKind('Свидетельство о рождении')).toBe('birth_certificate');
    expect(readPaperKind('Tugʻilganlik haqida guvohnoma')).toBe('birth_certificate');
    expect(readPaperKind('Загранпаспорт')).toBe('passport');
    expect(readPaperKind('ID-карта')).toBe('identity_card');
    expect(readPaperKind('Паспорт РУз')).toBe('passport');
    expect(readPaperState('утерян')).toBe('lost');
    expect(readPaperState('нет')).toBe('never_had');
    expect(readPaperState('yoʻqolgan')).toBe('lost');
    expect(readPaperState('бор')).toBe('held');
    expect(readYesNo('ҳа')).toBe(true);
    expect(readYesNo('Yo‘q')).toBe(false);
    expect(readYesNo('может быть')).toBeUndefined();
  });
});
