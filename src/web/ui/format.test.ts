import { describe, expect, it, vi } from 'vitest';
import { PARTICIPANT_COUNTRIES, SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import {
  countryName,
  currencyName,
  formatShortDay,
  formatWeekday,
  languageName,
  shortWeekdayName,
} from './format.ts';
import { uzbekName } from './uzbek-names.ts';

// Shown to fail: with the day read in the zone of the device, a weekday earlier west of Greenwich.
describe('a chosen day in words', () => {
  it.each([
    ['en', 'Saturday, 28 Nov 2026'],
    ['ru', 'суббота, 28.11.2026'],
    ['uz', 'shanba, 28.11.2026'],
  ])('says the weekday in %s', (locale, text) => {
    expect(formatWeekday(locale, '2026-11-28')).toBe(text);
  });
  it('says nothing of what is no day', () => {
    expect(formatWeekday('en', 'x')).toBe('');
  });
});

it('names languages and countries in Uzbek where a browser would say them in Russian', () => {
  expect([languageName('uz', 'en'), languageName('uz', 'kaa')]).toEqual([
    ...['inglizcha', 'qoraqalpoqcha'],
  ]);
  expect([countryName('uz', 'SY'), countryName('uz-Cyrl', 'TR')]).toEqual(['Suriya', 'Туркия']);
  expect([languageName('uz', 'uz-Cyrl'), countryName('uz', 'SG')]).toEqual([
    'oʻzbekcha (kirill)',
    'Singapur',
  ]);
  expect(currencyName('uz', 'UZS')).toBe('oʻzbek soʻmi');
  expect(languageName('ru', 'en')).toBe('английский');
});

// Seen to fail without Sri Lanka.
it('names in Uzbek every country and language that a participant of the exchange may choose', () => {
  const unnamed = [
    ...PARTICIPANT_COUNTRIES.filter((code) => uzbekName('region', code) === undefined),
    ...SPOKEN_LANGUAGES.filter((tag) => uzbekName('language', tag) === undefined),
  ];
  expect(unnamed).toEqual([]);
});

it('names a country in English where a browser knows no Uzbek, never in the language of the browser', () => {
  const { DisplayNames } = Intl;
  // A browser in Russian without any Uzbek takes the first language that it knows, else its own.
  vi.spyOn(Intl, 'DisplayNames').mockImplementation(function asked(tags, options) {
    const known = [tags ?? []].flat().find((tag) => !String(tag).startsWith('uz'));
    return new DisplayNames([known ?? 'ru'], options);
  });
  expect(['uz', 'uz-Cyrl'].map((locale) => countryName(locale, 'BR'))).toEqual([
    ...['Brazil', 'Brazil'],
  ]);
  expect(countryName('uz', 'SY')).toBe('Suriya');
  vi.restoreAllMocks();
});

it('names Karakalpak where a browser knows it in no language (seen as "kaa" in a list to choose from)', () => {
  const { DisplayNames } = Intl;
  vi.spyOn(Intl, 'DisplayNames').mockImplementation(function asked(tags, options) {
    const names = new DisplayNames(tags, options);
    vi.spyOn(names, 'of').mockImplementation((code) => code);
    return names;
  });
  expect(languageName('en', 'kaa')).toBe('Karakalpak');
  // Seen to fail: "Karakalpak" among Russian names.
  expect(languageName('ru', 'kaa')).toBe('каракалпакский');
  vi.restoreAllMocks();
});

it('leaves the year out where there is little room', () => {
  const said = ['en', 'ru', 'uz', 'uz-Cyrl'].map((locale) => formatShortDay(locale, '2026-11-28'));
  expect(said).toEqual(['28 Nov', '28.11', '28.11', '28.11']);
});

it('names a day of the week in few letters, in Uzbek by its own', () => {
  expect(['en', 'ru', 'uz'].map((locale) => shortWeekdayName(locale, 1))).toEqual([
    ...['Mon', 'пн', 'du'],
  ]);
  expect(shortWeekdayName('uz', 7)).toBe('yak');
});
