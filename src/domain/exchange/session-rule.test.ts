import { describe, expect, it } from 'vitest';
import {
  mayPublish,
  namedIn,
  publicMinutes,
  SESSION_RULES,
  SESSION_TRACES,
} from './session-rule.ts';

it('each rule leaves behind what its name promises, and nothing more', () => {
  const left = SESSION_RULES.map((rule) => [
    rule,
    SESSION_TRACES.filter((what) => mayPublish(rule, what)).join(' '),
  ]);
  expect(Object.fromEntries(left)).toEqual({
    public: SESSION_TRACES.join(' '),
    chatham_house: 'title abstract minutes',
    closed: 'title',
  });
});

describe('minutes outside the room', () => {
  const lines = [
    { text: 'Schools take children within two weeks.', speaker: 'Aigerim Sadykova' },
    { text: 'Nobody objected.', speaker: null },
  ];

  // Broken once to see it fail: the lines handed on as they were.
  it('name nobody under Chatham House', () => {
    const told = publicMinutes('chatham_house', lines);
    expect(told.map((line) => line.text)).toEqual(lines.map((line) => line.text));
    expect(JSON.stringify(told)).not.toContain('Aigerim');
    expect(publicMinutes('closed', lines)).toEqual([]);
    expect(publicMinutes('public', lines)).toEqual(lines);
  });

  it('a name within the text is found, whole or by its longer part; a word like it is not', () => {
    const people = ['Aigerim Sadykova', 'Lee Mei Lin', 'Otabek Yoʻldoshev'];
    expect(namedIn('As SADYKOVA said, schools help.', people)).toEqual(['Aigerim Sadykova']);
    expect(namedIn('Mei Lin, Lee agreed.', people)).toEqual(['Lee Mei Lin']);
    expect(namedIn('Yoʻldoshev agreed.', people)).toEqual(['Otabek Yoʻldoshev']);
    expect(namedIn('On the lee side, schools help.', people)).toEqual([]);
    expect(namedIn('', people)).toEqual([]);
    expect(namedIn('Anything', ['', ' '])).toEqual([]);
  });
});
