import { expect, it } from 'vitest';
import { type Guest, inPrecedence, type PrecedenceRule } from './precedence.ts';

const guest = (id: string, country: string | null, over: Partial<Guest> = {}): Guest => ({
  ...{ id, name: id, institution: id, country, rank: null, host: false, ...over },
});
const minister = guest('minister', 'MY', { rank: 'minister' });
const host = guest('host', 'UZ', { host: true, rank: 'head_of_institution' });
const german = guest('german', 'DE', { rank: 'expert' });
const kazakh = guest('kazakh', 'KZ', { rank: 'expert' });
const office = guest('office', null, { rank: 'minister' });
const ALL = [german, office, kazakh, minister, host];
const RULES: PrecedenceRule[] = ['host_first', 'states_first', 'rank', 'country'];
const ids = (guests: readonly Guest[]) => guests.map((one) => one.id).join(' ');

it('rules decide one after the other; countries stand by the alphabet of the print', () => {
  expect(ids(inPrecedence(ALL, RULES, 'en'))).toBe('host minister german kazakh office');
  // Германия, Казахстан, as in English; Malaysia is Малайзия, Belgium Бельгия.
  expect(ids(inPrecedence(ALL, ['rank', 'country'], 'ru'))).toBe(
    'office minister host german kazakh',
  );
  expect(ids(inPrecedence(ALL, [], 'en'))).toBe('german host kazakh minister office');
  const [austria, sweden] = [guest('at', 'AT'), guest('se', 'SE')];
  expect(ids(inPrecedence([sweden, austria], ['country'], 'en'))).toBe('at se');
  // Oesterreich by its German name, behind Schweden: Ö and S.
  expect(ids(inPrecedence([sweden, austria], ['country'], 'de'))).toBe('at se');
  expect(ids(inPrecedence([german, kazakh], ['country'], 'uz'))).toBe('german kazakh');
});

it('a place that was given by hand stays, whatever the rules say', () => {
  expect(ids(inPrecedence(ALL, RULES, 'en', { office: 2 }))).toBe(
    'host office minister german kazakh',
  );
  expect(ids(inPrecedence(ALL, RULES, 'en', { office: 1, kazakh: 2 }))).toBe(
    'office kazakh host minister german',
  );
  expect(ids(inPrecedence(ALL, RULES, 'en', { host: 99, nobody: 1 }))).toBe(
    'minister german kazakh office host',
  );
});
