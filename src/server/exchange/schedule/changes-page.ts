import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import type { Change } from '#domain/exchange/schedule/difference.ts';
import type { Programme } from '#domain/exchange/schedule/programme.ts';
import { endOf } from '#domain/exchange/schedule/wall-clock.ts';
import { dayAt, localTimeAt } from '#domain/zone.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { findEdition } from './schedule-rows.ts';
import { languageName } from './session-words.ts';
import { released, versionsOf } from './version-rows.ts';
import { dayName, hours, zoneName } from './when.ts';

/** What changed in a programme from version to version, for everybody. */
export function addChangesPage(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/:edition/programme/changes',
    {
      schema: { params: pageParams.extend({ edition: z.string().max(80) }) },
      config: { public: true },
    },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const found = await deps.exchange.as(null, async (taking) => {
        const edition = await findEdition(taking, slug);
        if (edition === undefined || edition.slug !== slug) return undefined;
        const versions = await versionsOf(taking, edition.id);
        // Names as they stood in each version: a session that was cancelled is in the one before.
        const programmes = new Map<number, Programme>();
        for (const { number } of versions.slice(0, 10)) {
          const one = await released(taking, edition.id, number);
          if (one !== undefined) programmes.set(number, one.programme);
        }
        return { versions, programmes };
      });
      const last = found?.versions[0];
      if (found === undefined || last === undefined) return sendNothing(reply, lang);
      const i18n = speakerFor(lang);
      const newest = found.programmes.get(last.number);
      if (newest === undefined) return sendNothing(reply, lang);
      const title = i18n._('Changes of the programme');
      const body = html`<p><a href="/exchange/${lang}/${slug}/programme">${i18n._('Programme')}</a></p>
<h1>${title}</h1>
<p>${i18n._('All times: {zone}, the time of the host.', { zone: zoneName(newest.zone, last.released_at.toISOString()) })}</p>
${found.versions.slice(0, 10).map(
  ({
    number,
    released_at,
    changes,
  }) => html`<h2>${i18n._('Version {version}', { version: number })}</h2>
<p class="soft">${dayName(lang, dayAt(released_at.toISOString(), newest.zone))}</p>
${
  changes.length === 0
    ? html`<p>${i18n._('Nothing that readers see.')}</p>`
    : html`<ul>${changes.map((change) => {
        const now = found.programmes.get(number);
        const before = found.programmes.get(number - 1);
        return html`<li>${said({ lang, i18n, now, before }, change)}</li>`;
      })}</ul>`
}`,
)}`;
      return sendPage(reply, {
        ...{ lang, path: `/${slug}/programme/changes`, body },
        title: `${title} · ${plain(lang, newest.title)}`,
      });
    },
  );
}

interface Between {
  readonly lang: Locale;
  readonly i18n: I18n;
  readonly now: Programme | undefined;
  readonly before: Programme | undefined;
}

function said({ lang, i18n, now, before }: Between, change: Change): Html {
  if (change.kind === 'named') {
    const list = change.noun === 'room' ? now?.rooms : now?.tracks;
    const name = list?.find(({ id }) => id === change.id)?.name;
    const noun = change.noun === 'room' ? i18n._('Room named anew') : i18n._('Track named anew');
    return html`<strong>${noun}</strong>: ${name === undefined ? change.id : worded(lang, name)}`;
  }
  const of = (programme: Programme | undefined) =>
    programme?.sessions.find(({ id }) => id === change.sessionId);
  const session = of(now) ?? of(before);
  const zone = (now ?? before)?.zone ?? 'UTC';
  const name = session === undefined ? change.sessionId : worded(lang, session.title);
  const when = (place: { startsAt: string; minutes: number }) =>
    `${dayName(lang, localTimeAt(place.startsAt, zone).slice(0, 10), 'short')}, ${hours(lang, place.startsAt, endOf(place.startsAt, place.minutes), zone)}`;
  switch (change.kind) {
    case 'new':
      return html`<strong>${i18n._('New')}</strong>: ${name}, ${when(change.to)}`;
    case 'moved':
      return html`<strong>${i18n._('Moved')}</strong>: ${name}, <del>${when(change.from)}</del> ${when(change.to)}`;
    case 'cancelled':
      return html`<strong>${i18n._('Cancelled')}</strong>: ${name}, <del>${when(change.from)}</del>`;
    case 'changed':
      return html`<strong>${i18n._('Changed')}</strong>: ${name} (${change.fields.map((field) => fieldName(i18n, field)).join(', ')})`;
    case 'translated':
      return html`<strong>${i18n._('Translation')}</strong>: ${name} (${change.languages.map((tag) => languageName(lang, tag)).join(', ')})`;
  }
}

function fieldName(i18n: I18n, field: string): string {
  const names: Readonly<Record<string, string>> = {
    title: i18n._('title'),
    abstract: i18n._('description'),
    kind: i18n._('form of the session'),
    track: i18n._('track'),
    languages: i18n._('languages'),
    rule: i18n._('rule of the session'),
    recording: i18n._('recording'),
    people: i18n._('who speaks'),
  };
  return names[field] ?? field;
}
