import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dayAt } from '../../zone.ts';
import type { Wording } from '../wording.ts';
import { type Availability, conflictsAt, conflictsOf } from './conflicts.ts';
import { difference, newsOf } from './difference.ts';
import { icalendar } from './icalendar.ts';
import { forReaders, type Programme, type ProgrammeSession } from './programme.ts';
import { instantOf } from './wall-clock.ts';

const words = (en: string, ru?: string): Wording => {
  const by = { of: 1, by: null, at: '2027-01-01T00:00:00.000Z' };
  const versions = {
    en: { text: en, ...by },
    ...(ru === undefined ? {} : { ru: { text: ru, ...by } }),
  };
  return { source: 'en', revision: 1, versions };
};

const priya = { participantId: 'priya', name: 'Priya Raman', part: 'speaker' as const };
const otabek = { participantId: 'otabek', name: 'Otabek', part: 'interpreter' as const };

const session = (number: number, wall: string | null, more: Partial<ProgrammeSession> = {}) =>
  ({
    id: `s${number}`,
    number,
    title: words(`Session ${number}`),
    abstract: null,
    kind: 'talk',
    roomId: 'hall',
    trackId: null,
    startsAt: wall === null ? null : instantOf(wall, 'Asia/Tashkent'),
    minutes: 60,
    languages: ['en'],
    rule: 'public',
    doNotRecord: false,
    people: [],
    ...more,
  }) satisfies ProgrammeSession;

const programme = (sessions: readonly ProgrammeSession[], zone = 'Asia/Tashkent'): Programme => ({
  slug: 'homecoming-2',
  title: words('Homecoming'),
  startsOn: '2027-05-12',
  endsOn: '2027-05-13',
  zone,
  rooms: [{ id: 'hall', name: words('Great hall; left, "upstairs"') }],
  tracks: [],
  sessions,
});

const plan = (one: ProgrammeSession) => ({
  ...one,
  people: one.people.flatMap(({ participantId, part }) =>
    participantId === null ? [] : [{ participantId, part }],
  ),
});

const person = (who: typeof priya | typeof otabek) => ({
  ...who,
  affiliation: null,
  country: 'SG',
});

describe('what does not fit', () => {
  const around = { startsOn: '2027-05-12', endsOn: '2027-05-13', zone: 'Asia/Tashkent' };
  const none: Availability[] = [];

  // Seen to fail with `>` for `>=` in `between`, and with the zone of `outside` set to UTC.
  it('names a room, a speaker and an interpreter that are needed twice, and a day that is none', () => {
    const sessions = [
      session(1, '2027-05-12T09:00', { people: [person(priya), person(otabek)] }),
      session(2, '2027-05-12T09:59', { roomId: 'studio', people: [person(priya)] }),
      session(3, '2027-05-12T09:30', { roomId: null, people: [person(otabek)] }),
      session(4, '2027-05-12T10:00'),
      session(5, '2027-05-12T10:30'),
      session(6, '2027-05-13T23:30', { minutes: 30 }),
      session(7, '2027-05-13T23:30', { minutes: 31, roomId: null }),
      session(8, '2027-05-12T00:00'),
      session(9, null, { people: [person(priya)] }),
    ].map(plan);
    expect(
      conflictsOf(sessions, { ...around, availability: none }).map((one) =>
        [one.reason, one.sessionId, 'otherId' in one ? one.otherId : ''].join(' '),
      ),
    ).toEqual([
      'interpreter_twice s3 s1',
      'speaker_twice s2 s1',
      'room_twice s5 s4',
      'outside_edition s7 ',
    ]);
  });

  it('says when a speaker can, in time that joins; whoever said nothing can always', () => {
    const can = (from: string, until: string, zone: string): Availability => ({
      participantId: 'priya',
      from: instantOf(from, zone),
      until: instantOf(until, zone),
    });
    // Two pieces that touch, said in Singapore: 10:00 to 13:00 in Tashkent.
    const availability = [
      can('2027-05-12T14:30', '2027-05-12T16:00', 'Asia/Singapore'),
      can('2027-05-12T13:00', '2027-05-12T14:30', 'Asia/Singapore'),
    ];
    const at = (wall: string) =>
      conflictsAt(plan(session(1, wall, { people: [person(priya)] })), [], {
        ...around,
        availability,
      });
    expect(at('2027-05-12T11:00')).toEqual([]);
    expect(at('2027-05-12T10:00')).toEqual([]);
    expect(at('2027-05-12T12:01')).toEqual([
      {
        reason: 'speaker_away',
        sessionId: 's1',
        participantId: 'priya',
        free: [{ from: '2027-05-12T05:00:00.000Z', until: '2027-05-12T08:00:00.000Z' }],
      },
    ]);
    const otabeks = plan(session(1, '2027-05-12T20:00', { people: [person(otabek)] }));
    expect(conflictsAt(otabeks, [], { ...around, availability })).toEqual([]);
  });
});

describe('what changed', () => {
  it('names what is new, moved, cancelled, changed and translated', () => {
    const before = programme([
      session(1, '2027-05-12T09:00'),
      session(2, '2027-05-12T10:00'),
      session(3, '2027-05-12T11:00'),
      session(4, null),
      session(5, '2027-05-12T13:00'),
    ]);
    const after = programme([
      session(1, '2027-05-12T09:00', { title: words('Session 1', 'Занятие 1') }),
      session(2, '2027-05-13T10:00', { title: words('Another'), doNotRecord: true }),
      session(3, null),
      session(4, '2027-05-12T12:00'),
      session(5, '2027-05-12T13:00', { people: [person(priya)] }),
    ]);
    const changes = difference(before, after);
    expect(
      changes.map((one) => [
        one.kind,
        'sessionId' in one ? one.sessionId : one.id,
        'fields' in one ? one.fields.join(' ') : '',
      ]),
    ).toEqual([
      ['translated', 's1', ''],
      ['new', 's4', ''],
      ['changed', 's5', 'people'],
      ['moved', 's2', ''],
      ['changed', 's2', 'title recording'],
      ['cancelled', 's3', ''],
    ]);
    expect(newsOf(changes).map(({ kind }) => kind)).not.toContain('translated');
    expect(difference(after, after)).toEqual([]);
    expect(difference(null, before).every(({ kind }) => kind === 'new')).toBe(true);
  });

  // Broken on purpose: with `translated` answering nothing, and without the look at what fell behind.
  it('takes a translation alone for a change, in the language that reads otherwise, and the name of a room', () => {
    const one = session(1, '2027-05-12T09:00', { title: words('Home', 'Дом') });
    const before = programme([one]);
    const changed = (title: Wording) =>
      difference(before, programme([{ ...one, title }])).map((said) =>
        said.kind === 'translated' ? said.languages.join() : said.kind,
      );
    expect(changed(words('Home', 'Домой'))).toEqual(['ru']);
    expect(changed(words('Home'))).toEqual(['ru']);
    // A new original leaves its translation behind: one change. Said to be right again is another.
    const behind: Wording = { ...words('Homes', 'Дом'), revision: 2 };
    expect(changed(behind)).toEqual(['changed']);
    const right: Wording = {
      ...behind,
      versions: { ...behind.versions, ru: { text: 'Дом', of: 2, by: null, at: '2027-01-02' } },
    };
    const anew = difference(
      programme([{ ...one, title: behind }]),
      programme([{ ...one, title: right }]),
    );
    expect(anew).toEqual([{ kind: 'translated', sessionId: 's1', languages: ['ru'] }]);
    const room = { id: 'hall', name: words('Great hall', 'Большой зал') };
    expect(difference(before, { ...before, rooms: [room] })).toEqual([
      { kind: 'named', noun: 'room', id: 'hall' },
    ]);
  });
});

describe('what everybody may read', () => {
  // Seen to fail without the rule in `forReaders`.
  it('names no speaker under the Chatham House rule, tells only the title of a closed session, and no interpreter', () => {
    const people = [person(priya), person(otabek)];
    const abstract = words('What was said');
    const [open, chatham, closed, unplaced] = forReaders(
      programme([
        session(1, '2027-05-12T09:00', { people, abstract }),
        session(2, '2027-05-12T10:00', { people, abstract, rule: 'chatham_house' }),
        session(3, '2027-05-12T11:00', { people, abstract, rule: 'closed' }),
        session(4, null, { people }),
      ]),
    ).sessions;
    expect(open?.people.map(({ name }) => name)).toEqual(['Priya Raman']);
    expect([chatham?.people, chatham?.abstract]).toEqual([[], abstract]);
    expect([closed?.people, closed?.abstract]).toEqual([[], null]);
    expect(unplaced).toBeUndefined();
  });
});

describe('a calendar file', () => {
  const read = (zone: string, sessions: readonly ProgrammeSession[]) => {
    const text = icalendar({
      programme: programme(sessions, zone),
      language: 'ru',
      releasedAt: '2027-04-01T08:00:00.000Z',
      version: 2,
      host: 'exchange.example',
      pageOf: ({ number }) =>
        `https://exchange.example/exchange/ru/homecoming-2/programme/${number}`,
    });
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(
      true,
    );
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zones = calendar
      .getAllSubcomponents('vtimezone')
      .map((component) => new ICAL.Timezone(component));
    const events = calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const times = [event.startDate, event.endDate].map((time) => {
        // By the zone that the file itself brings, not by one that the reader knows.
        expect(time.zone?.tzid).toBe(zone);
        time.zone = zones.find(({ tzid }) => tzid === zone) ?? time.zone;
        return time.toJSDate().toISOString();
      });
      return { event, times };
    });
    return { calendar, events };
  };

  // Seen to fail with the onset of a clock change written a day early.
  it('opens in ical.js with the same instants, in a zone with summer time and in one without', () => {
    const starts = [
      '2027-03-28T00:30',
      '2027-03-28T01:30',
      '2027-05-12T09:00',
      '2027-10-31T05:00',
      '2027-10-31T07:30',
      '2028-01-01T00:00',
    ].map((wall) => instantOf(wall, 'UTC'));
    for (const zone of ['Asia/Tashkent', 'Europe/Brussels', 'Asia/Singapore', 'America/Santiago']) {
      const sessions = starts.map((startsAt, at) =>
        session(at + 1, null, { startsAt, minutes: 90 }),
      );
      const { events } = read(zone, sessions);
      expect(events.map(({ times: [start] }) => start)).toEqual(starts);
      expect(
        events.every(
          ({ times: [start = '', end = ''] }) => Date.parse(end) - Date.parse(start) === 5_400_000,
        ),
      ).toBe(true);
    }
  });

  it('keeps long and odd texts whole, and says who speaks', () => {
    const title = words('Home, again; and\\then', `Дом${'🏠'.repeat(60)}, снова; и\\потом`);
    const abstract = words('x', 'Первая строка\r\nвторая: строка');
    const { events, calendar } = read('Asia/Tashkent', [
      session(1, '2027-05-12T09:00', { title, abstract, people: [person(priya)] }),
    ]);
    expect(events[0]?.event.summary).toBe(title.versions.ru?.text);
    expect(events[0]?.event.description).toBe('Priya Raman\n\nПервая строка\nвторая: строка');
    expect(events[0]?.event.location).toBe('Great hall; left, "upstairs"');
    expect(events[0]?.event.uid).toBe('s1@exchange.example');
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Tashkent');
    expect(dayAt('2027-05-12T20:00:00.000Z', 'Asia/Tashkent')).toBe('2027-05-13');
  });
});
