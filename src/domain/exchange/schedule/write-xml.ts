import { localTimeAt } from '../../zone.ts';
import { acronym, durationText, sessionSlug } from './file-names.ts';
import { type Placed, recordable, textIn } from './programme.ts';
import { programmeDays } from './programme-days.ts';
import { daysBetween, instantOf, withOffset } from './wall-clock.ts';
import type { Written } from './write-json.ts';

/** A released programme as schedule.xml, the format of frab and pretalx (https://c3voc.de/schedule/schema.xsd). */
export function scheduleXml(written: Written): string {
  const { programme, language, version, base } = written;
  const { zone } = programme;
  const days = programmeDays(programme, language).map(({ day, rooms }, index) => {
    const [start, end] = [`${day}T00:00`, `${day}T23:59`].map((wall) =>
      withOffset(instantOf(wall, zone), zone),
    );
    const inside = rooms.map(({ name, sessions }) =>
      element('room', { name }, ...sessions.map((session) => event(session, name, written))),
    );
    return element('day', { index: index + 1, date: day, start, end }, ...inside);
  });
  const conference = element(
    'conference',
    {},
    element('title', {}, escaped(textIn(programme.title, language))),
    element('acronym', {}, acronym(programme.slug)),
    element('start', {}, programme.startsOn),
    element('end', {}, programme.endsOn),
    element('days', {}, String(daysBetween(programme.startsOn, programme.endsOn).length)),
    element('timeslot_duration', {}, '00:05'),
    element('base_url', {}, escaped(base)),
    element('time_zone_name', {}, escaped(zone)),
    ...programme.tracks.map(({ name }) => element('track', { name: textIn(name, language) })),
  );
  const generator = element('generator', { name: 'Homeward' });
  const body = [generator, element('version', {}, String(version)), conference, ...days];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('schedule', {}, ...body)}\n`;
}

function event(session: Placed, room: string, { programme, language, pageOf }: Written): string {
  const track = programme.tracks.find(({ id }) => id === session.trackId);
  const text = (name: string, value: string) => element(name, {}, escaped(value));
  return element(
    'event',
    { id: session.number, guid: session.id },
    text('date', withOffset(session.startsAt, programme.zone)),
    text('start', localTimeAt(session.startsAt, programme.zone).slice(11)),
    text('duration', durationText(session.minutes)),
    text('room', room),
    text('slug', sessionSlug(programme, session)),
    text('url', pageOf(session)),
    text('title', textIn(session.title, language)),
    text('subtitle', ''),
    text('track', track === undefined ? '' : textIn(track.name, language)),
    text('type', session.kind),
    text('language', session.languages[0] ?? ''),
    text('abstract', session.abstract === null ? '' : textIn(session.abstract, language)),
    text('description', ''),
    element(
      'recording',
      {},
      text('license', ''),
      text('optout', recordable(session) ? 'false' : 'true'),
    ),
    element(
      'persons',
      {},
      ...session.people.map(({ participantId, name }) =>
        element('person', participantId === null ? {} : { guid: participantId }, escaped(name)),
      ),
    ),
    element('links', {}),
  );
}

/** The content is written markup already; a value of an attribute is plain text. */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly string[]
): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value ?? '')).replaceAll('"', '&quot;')}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`;
}

/** Also without the control characters that XML 1.0 has no way to write. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
