import { LOCALES, type Locale } from '#domain/account/account.ts';
import { icalendar } from '#domain/exchange/schedule/icalendar.ts';
import { placed } from '#domain/exchange/schedule/programme.ts';
import { type Packed, zipOf } from '#domain/zip.ts';
import { type Html, html } from '../page/html.ts';
import { LANGUAGE_NAMES, plain, speakerFor, worded } from '../page/page.ts';
import { STYLES } from '../page/styles.ts';
import { clocks, type Reading, sessionBody, timetable } from './programme-body.ts';
import type { Released } from './version-rows.ts';

/**
 * A released programme as a ZIP of pages whose links lead only to each other: it opens from a disk or a stick, in all
 * languages, without any connection.
 */
export function offlineCopy({ programme, number, released_at }: Released): Uint8Array<ArrayBuffer> {
  const sessions = placed(programme.sessions);
  const files: Packed[] = [{ name: 'styles.css', text: STYLES }];
  for (const lang of LOCALES) {
    const i18n = speakerFor(lang);
    const name = (file: string) => `${lang}/${file}`;
    const of = (to: Reading['to']): Reading => ({
      lang,
      i18n,
      programme,
      zone: programme.zone,
      to,
    });
    const list = of(({ id }) => `${id}.html`);
    const version = i18n._('Version {version}', { version: number });
    files.push({
      name: name('index.html'),
      text: page(lang, 'index.html', {
        title: plain(lang, programme.title),
        body: html`<h1>${worded(lang, programme.title)}</h1>
<p class="soft">${version}. ${i18n._('A copy to read without a connection. It does not change when the programme does.')}</p>
${clocks(list)}${timetable(list, sessions)}
<p><a href="calendar.ics">${i18n._('The whole programme for a calendar (.ics)')}</a></p>`,
      }),
    });
    for (const session of sessions) {
      files.push({
        name: name(`${session.id}.html`),
        text: page(lang, `${session.id}.html`, {
          title: plain(lang, session.title),
          body: html`<p><a href="index.html">${i18n._('Programme')}</a></p>${sessionBody(list, session)}`,
        }),
      });
    }
    files.push({
      name: name('calendar.ics'),
      text: icalendar({
        ...{ programme, language: lang, version: number, releasedAt: released_at.toISOString() },
        ...{ host: 'copy.invalid', pageOf: ({ id }) => `${id}.html` },
      }),
    });
  }
  return zipOf(files);
}

function page(lang: Locale, file: string, { title, body }: { title: string; body: Html }): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="../styles.css">
</head>
<body>
<header><nav class="languages">${LOCALES.map(
    (other) =>
      html`<a href="../${other}/${file}" lang="${other}"${other === lang ? html` aria-current="true"` : null}>${LANGUAGE_NAMES[other]}</a>`,
  )}</nav></header>
<main id="main">${body}</main>
</body>
</html>
`.markup;
}
