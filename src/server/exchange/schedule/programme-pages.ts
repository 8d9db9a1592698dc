import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { type Programme, placed } from '#domain/exchange/schedule/programme.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { publicMinutes } from '../minutes/minutes-rows.ts';
import { type Html, html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { clocks, type Reading, sessionBody, timetable } from './programme-body.ts';
import { findReleased } from './released-for.ts';
import { languageNames } from './session-words.ts';
import { wantedZone } from './when.ts';
import { zoneForm } from './zone-form.ts';

const params = pageParams.extend({ edition: z.string().max(80) });
/** Whatever else stands in an address that somebody passed on is nothing. */
const wanted = z.object({
  zone: z.string().max(60).optional().catch(undefined),
  track: z.string().max(60).optional().catch(undefined),
  language: z.string().max(20).optional().catch(undefined),
});

/** The programme as everybody may read it, and each session of it. */
export function addProgrammePages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };

  app.get(
    '/exchange/:lang/:edition/programme',
    { schema: { params, querystring: wanted }, ...open },
    async (request, reply) => {
      const { lang, edition } = request.params;
      const { track = '', language = '', zone } = request.query;
      const found = await findReleased(deps, edition);
      if (found === undefined) return sendNothing(reply, lang);
      const { programme } = found;
      const reading = readingOf(lang, programme, zone);
      const { i18n } = reading;
      const shown = placed(programme.sessions).filter(
        (session) =>
          (track === '' || session.trackId === track) &&
          (language === '' || session.languages.includes(language)),
      );
      const tags = [...new Set(programme.sessions.flatMap(({ languages }) => languages))];
      const title = i18n._('Programme');
      const form = zoneForm(i18n, reading.zone, [
        {
          ...{ name: 'track', label: i18n._('Track'), value: track },
          options: programme.tracks.map(({ id, name }) => [id, plain(lang, name)] as const),
        },
        {
          ...{ name: 'language', label: i18n._('Spoken language'), value: language },
          options: tags.map((tag) => [tag, languageNames(lang, [tag])] as const),
        },
      ]);
      const body = html`<p><a href="/exchange/${lang}/${edition}">${worded(lang, programme.title)}</a></p>
<h1>${title}</h1>
${clocks(reading)}${form}
${shown.length === 0 ? html`<p>${i18n._('No session fits what you chose.')}</p>` : timetable(reading, shown)}
${toTakeAlong(reading, found.number)}`;
      return sendPage(reply, {
        ...{ lang, path: `/${edition}/programme`, body },
        title: `${title} · ${plain(lang, programme.title)}`,
      });
    },
  );

  app.get(
    '/exchange/:lang/:edition/programme/:session',
    {
      schema: { params: params.extend({ session: z.string().max(60) }), querystring: wanted },
      ...open,
    },
    async (request, reply) => {
      const { lang, edition, session: id } = request.params;
      const found = await findReleased(deps, edition);
      const session = placed(found?.programme.sessions ?? []).find((one) => one.id === id);
      if (found === undefined || session === undefined) return sendNothing(reply, lang);
      const reading = readingOf(lang, found.programme, request.query.zone);
      const { i18n } = reading;
      const base = `/exchange/${lang}/${edition}/programme`;
      const noted = await deps.exchange.as(null, async (taking) => {
        const minutes = await publicMinutes(taking, edition, session.id);
        return minutes.length > 0;
      });
      const body = html`<p><a href="${base}${query(reading)}">${i18n._('Programme')}</a></p>
${sessionBody(reading, session)}
${noted ? html`<p><a href="/exchange/${lang}/${edition}/minutes/${id}">${i18n._('Minutes')}</a></p>` : null}
<p><a href="/workspace/programme">${i18n._('Sign in to see where it meets')}</a></p>
<p><a href="${base}/${id}/calendar.ics">${i18n._('Add this session to a calendar (.ics)')}</a></p>
${zoneForm(i18n, reading.zone)}`;
      return sendPage(reply, {
        ...{ lang, path: `/${edition}/programme/${id}`, body, title: plain(lang, session.title) },
      });
    },
  );
}

function readingOf(lang: Locale, programme: Programme, asked: string | undefined): Reading {
  const zone = wantedZone(asked, programme.zone);
  const reading = { lang, i18n: speakerFor(lang), programme, zone };
  return {
    ...reading,
    to: ({ id }) => `/exchange/${lang}/${programme.slug}/programme/${id}${query(reading)}`,
  };
}

/** The chosen zone goes along from page to page. */
function query({ zone, programme }: Pick<Reading, 'zone' | 'programme'>): string {
  return zone === programme.zone ? '' : `?zone=${encodeURIComponent(zone)}`;
}

function toTakeAlong({ lang, i18n, programme }: Reading, version: number): Html {
  const base = `/exchange/${lang}/${programme.slug}/programme`;
  const people = new Map(
    programme.sessions
      .flatMap(({ people: of }) => of)
      .flatMap(({ participantId, name }) =>
        participantId === null ? [] : [[participantId, name] as const],
      ),
  );
  return html`<h2>${i18n._('To take along')}</h2>
<ul><li><a href="${base}/calendar.ics">${i18n._('The whole programme for a calendar (.ics)')}</a></li>
<li><a href="${base}/copy.zip">${i18n._('A copy of all pages to read without a connection (.zip)')}</a></li>
<li><a href="${base}/schedule.xml">schedule.xml</a>, <a href="${base}/schedule.json">schedule.json</a></li></ul>
${
  people.size === 0
    ? null
    : html`<details><summary>${i18n._('The sessions of one speaker for a calendar')}</summary>
<ul>${[...people].map(([id, name]) => html`<li><a href="${base}/speaker/${id}/calendar.ics">${name}</a></li>`)}</ul></details>`
}
<p>${i18n._('Version {version}', { version })}. <a href="${base}/changes">${i18n._('What changed from version to version')}</a></p>`;
}
