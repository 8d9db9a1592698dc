import { localTimeAt } from '../../zone.ts';
import { acronym, durationText, sessionSlug } from './file-names.ts';
import { type Placed, type Programme, recordable, sessionEnd, textIn } from './programme.ts';
import { programmeDays } from './programme-days.ts';
import { daysBetween, instantOf, withOffset } from './wall-clock.ts';

export interface Written {
  /** A programme that `forReaders` made. */
  readonly programme: Programme;
  readonly language: string;
  readonly version: number;
  /** The address of the programme, with a slash at its end. */
  readonly base: string;
  readonly pageOf: (session: Placed) => string;
}

/** A released programme as schedule.json (the first form of https://c3voc.de/schedule/schema.json). */
export function scheduleJson({ programme, language, version, base, pageOf }: Written): object {
  const tracks = new Map(programme.tracks.map(({ id, name }) => [id, textIn(name, language)]));
  const { zone } = programme;
  const event = (room: string) => (session: Placed) => ({
    id: session.number,
    guid: session.id,
    date: withOffset(session.startsAt, zone),
    start: localTimeAt(session.startsAt, zone).slice(11),
    end: withOffset(sessionEnd(session), zone),
    duration: durationText(session.minutes),
    room,
    slug: sessionSlug(programme, session),
    url: pageOf(session),
    title: textIn(session.title, language),
    subtitle: null,
    track: session.trackId === null ? null : (tracks.get(session.trackId) ?? null),
    type: session.kind,
    language: session.languages[0] ?? null,
    abstract: session.abstract === null ? null : textIn(session.abstract, language),
    description: null,
    do_not_record: !recordable(session),
    persons: session.people.map(({ participantId, name }) => ({
      ...(participantId === null ? {} : { guid: participantId }),
      name,
    })),
    links: [],
  });
  return {
    schedule: {
      version: String(version),
      base_url: base,
      conference: {
        acronym: acronym(programme.slug),
        title: textIn(programme.title, language),
        start: programme.startsOn,
        end: programme.endsOn,
        daysCount: daysBetween(programme.startsOn, programme.endsOn).length,
        timeslot_duration: '00:05',
        time_zone_name: zone,
        url: base,
        tracks: [...tracks.values()].map((name) => ({ name })),
        rooms: programme.rooms.map(({ id, name }) => ({ guid: id, name: textIn(name, language) })),
        days: programmeDays(programme, language).map(({ day, rooms }, index) => ({
          index: index + 1,
          date: day,
          day_start: withOffset(instantOf(`${day}T00:00`, zone), zone),
          day_end: withOffset(instantOf(`${day}T23:59`, zone), zone),
          rooms: Object.fromEntries(
            rooms.map(({ name, sessions }) => [name, sessions.map(event(name))]),
          ),
        })),
      },
    },
  };
}
