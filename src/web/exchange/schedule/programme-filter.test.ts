import { expect, test } from 'vitest';
import { wantedSessions } from './programme-filter.tsx';

const title = { source: 'en', revision: 1, versions: {} };
const session = (id: string, languages: string[], trackId: string | null) => ({
  ...{ id, title, kind: 'talk', rule: 'public' as const, roomId: null, trackId },
  ...{ startsAt: '2027-04-27T04:30:00.000Z', minutes: 60, languages, people: [] },
});
const programme = {
  ...{ startsOn: '2027-04-27', endsOn: '2027-04-28', zone: 'Asia/Tashkent', rooms: [], tracks: [] },
  sessions: [
    session('both', ['ru', 'en'], 'school'),
    session('english', ['en'], 'school'),
    session('no-track', ['ru'], null),
  ],
};
const shown = (language: string, track: string) =>
  wantedSessions(programme, { language, track }).map(({ id }) => id);

// Broken on purpose: with "or" in place of "and" a track brought sessions in other languages along.
test('a reader sees the sessions in a language, of a track, and of both at once', () => {
  expect(shown('', '')).toEqual(['both', 'english', 'no-track']);
  expect(shown('ru', '')).toEqual(['both', 'no-track']);
  expect(shown('', 'school')).toEqual(['both', 'english']);
  expect(shown('ru', 'school')).toEqual(['both']);
  expect(shown('uz', '')).toEqual([]);
});
