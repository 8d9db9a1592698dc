import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import {
  type Placed,
  type Programme,
  type ProgrammeSession,
  placed,
  recordable,
  sessionEnd,
} from '#domain/exchange/schedule/programme.ts';
import { dayAt } from '#domain/zone.ts';
import { type Html, html } from '../page/html.ts';
import { plain, worded } from '../page/page.ts';
import { countryName, kindName, languageNames, ruleNote } from './session-words.ts';
import { bothClocks, dayName, zoneName } from './when.ts';

/** What a page about a programme is made of, on the server and in the copy to take along alike. */
export interface Reading {
  readonly lang: Locale;
  readonly i18n: I18n;
  readonly programme: Programme;
  readonly zone: string;
  /** Where the page of a session is, for a link. */
  readonly to: (session: ProgrammeSession) => string;
}

/** On which clocks the times stand, both by name. */
export function clocks({ i18n, programme, zone }: Reading): Html {
  const at = placed(programme.sessions)[0]?.startsAt ?? `${programme.startsOn}T00:00:00.000Z`;
  const host = zoneName(programme.zone, at);
  if (zone === programme.zone)
    return html`<p>${i18n._('All times: {zone}, the time of the host.', { zone: host })}</p>`;
  const mine = zoneName(zone, at);
  return html`<p>${i18n._('Times: {zone}. In brackets the time of the host: {host}.', { zone: mine, host })}</p>`;
}

/** Sessions by day of the reader's zone, in the order in which they happen. */
export function timetable(reading: Reading, sessions: readonly Placed[]): Html {
  const days = Map.groupBy(sessions, ({ startsAt }) => dayAt(startsAt, reading.zone));
  return html`${[...days].map(
    ([day, of]) => html`<h2>${dayName(reading.lang, day)}</h2>
<ol class="programme">${of.map((session) => line(reading, session))}</ol>`,
  )}`;
}

function line(reading: Reading, session: Placed): Html {
  const { lang, i18n, programme, to } = reading;
  const room = programme.rooms.find(({ id }) => id === session.roomId);
  const track = programme.tracks.find(({ id }) => id === session.trackId);
  const names = session.people.map(({ name }) => name).join(', ');
  return html`<li class="card"><p>${time(reading, session)}</p>
<h3><a href="${to(session)}">${worded(lang, session.title)}</a></h3>
${names === '' ? null : html`<p>${names}</p>`}
<p>${[
    kindName(i18n, session.kind),
    ...(track === undefined ? [] : [plain(lang, track.name)]),
    ...(room === undefined ? [] : [plain(lang, room.name)]),
    ...(session.languages.length === 0 ? [] : [languageNames(lang, session.languages)]),
  ].map((word) => html`<span class="tag">${word}</span>`)}</p></li>`;
}

/** When a session is, on both clocks; the machine-readable time says the instant. */
export function time({ lang, programme, zone }: Reading, session: Placed): Html {
  const { mine, host } = bothClocks(
    lang,
    session.startsAt,
    sessionEnd(session),
    zone,
    programme.zone,
  );
  return html`<time datetime="${session.startsAt}"><strong>${mine}</strong>${host === null ? null : html` (${host})`}</time>`;
}

/** All that everybody may read of one session. */
export function sessionBody(reading: Reading, session: Placed): Html {
  const { lang, i18n, programme, zone } = reading;
  const room = programme.rooms.find(({ id }) => id === session.roomId);
  const track = programme.tracks.find(({ id }) => id === session.trackId);
  const note = ruleNote(i18n, session.rule);
  const rows: readonly (readonly [string, Html | string | null])[] = [
    [i18n._('Day'), dayName(lang, dayAt(session.startsAt, zone))],
    [i18n._('Time'), time(reading, session)],
    [i18n._('What'), kindName(i18n, session.kind)],
    [i18n._('Track'), track === undefined ? null : worded(lang, track.name)],
    [i18n._('Room'), room === undefined ? null : worded(lang, room.name)],
    [i18n._('Spoken languages'), languageNames(lang, session.languages) || null],
    [i18n._('Recording'), recordable(session) ? null : i18n._('This session is not recorded.')],
  ];
  return html`<h1>${worded(lang, session.title)}</h1>
${note === null ? null : html`<p class="note">${note}</p>`}
<dl>${rows.map(([name, value]) => (value === null ? null : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl>
${clocks(reading)}
${session.abstract === null ? null : worded(lang, session.abstract, 'prose')}
${speakers(reading, session)}`;
}

function speakers({ lang, i18n }: Reading, session: Placed): Html | null {
  if (session.people.length === 0) return null;
  return html`<h2>${i18n._('Who speaks')}</h2>
<ul>${session.people.map(
    ({ name, part, affiliation, country }) =>
      html`<li><strong>${name}</strong>${
        part === 'moderator' ? html` (${i18n._('moderator')})` : null
      }${affiliation === null ? null : html`, ${worded(lang, affiliation)}`}${
        country === null ? null : html`, ${countryName(lang, country)}`
      }</li>`,
  )}</ul>`;
}
