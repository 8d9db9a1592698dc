import { LOCALES, type Locale } from '#domain/account/account.ts';
import { icalendar } from '#domain/exchange/schedule/icalendar.ts';
import { placed } from '#domain/exchange/schedule/programme.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { type Packed, zipOf } from '#domain/zip.ts';
import { type CopiedCharts, chartFile, withOwnCharts } from '../evidence/copied-charts.ts';
import { type CopiedMaterial, fileName, materialList } from '../material/material-copy.ts';
import { dayOf, minutesBody } from '../minutes/minutes-pages.ts';
import type { PublicMinutes } from '../minutes/minutes-rows.ts';
import { type Html, html } from '../page/html.ts';
import { LANGUAGE_NAMES, plain, speakerFor, worded } from '../page/page.ts';
import { STYLES } from '../page/styles.ts';
import { proceedingsBody } from '../proceedings/proceedings-body.ts';
import type { ProceedingsOut } from '../proceedings/proceedings-rows.ts';
import { clocks, type Reading, sessionBody, timetable } from '../schedule/programme-body.ts';
import type { Released } from '../schedule/version-rows.ts';

/** Everything of an edition that a reader without an account may take along. */
export interface EditionToCopy {
  readonly title: Wording;
  readonly time_zone: string;
  readonly released: Released | undefined;
  readonly proceedings: ProceedingsOut | undefined;
  /** The same proceedings as files to print and to cite. */
  readonly papers: ReadonlyMap<Locale, Uint8Array>;
  readonly minutes: readonly PublicMinutes[];
  readonly materials: readonly CopiedMaterial[];
  readonly charts: CopiedCharts;
}

/**
 * An edition as a ZIP of pages and files whose links lead only to each other: it opens from a disk or a stick, in all
 * languages, without any connection.
 */
export function editionCopy(edition: EditionToCopy): Uint8Array<ArrayBuffer> {
  return zipOf([
    { name: 'styles.css', text: STYLES },
    ...edition.materials.flatMap((one) =>
      one.bytes === null ? [] : [{ name: `materials/${fileName(one)}`, bytes: one.bytes }],
    ),
    ...LOCALES.flatMap((lang) => [
      ...pagesIn(lang, edition).map((file) =>
        'text' in file && file.name.endsWith('.html')
          ? { ...file, text: withOwnCharts(lang, file.text, edition.charts) }
          : file,
      ),
      ...withPaper(lang, edition),
      ...[...edition.charts].map(([key, drawn]) => ({
        ...{ name: `${lang}/${chartFile(key)}`, text: drawn[lang].svg },
      })),
    ]),
  ]);
}

function withPaper(lang: Locale, { papers }: EditionToCopy): Packed[] {
  const bytes = papers.get(lang);
  return bytes === undefined ? [] : [{ name: `${lang}/proceedings.pdf`, bytes }];
}

function pagesIn(lang: Locale, edition: EditionToCopy): Packed[] {
  const { released, proceedings, minutes, materials } = edition;
  const i18n = speakerFor(lang);
  const files: Packed[] = [];
  const put = (file: string, title: string, body: Html) =>
    files.push({ name: `${lang}/${file}`, text: page(lang, file, { title, body }) });
  const home = html`<p><a href="index.html">${worded(lang, edition.title)}</a></p>`;
  const parts: [file: string, words: string][] = [];

  if (proceedings !== undefined) {
    const words = i18n._('Proceedings');
    parts.push(['proceedings.html', words]);
    put(
      'proceedings.html',
      words,
      html`${home}<p><a href="proceedings.pdf">${i18n._('Proceedings as a PDF file')}</a></p>
${proceedingsBody(lang, proceedings, 'in the copy')}`,
    );
  }
  if (minutes.length > 0) {
    const words = i18n._('Minutes');
    parts.push(['minutes.html', words]);
    const list = html`${home}<h1>${words}</h1>
<ul>${minutes.map((one) => html`<li><a href="minutes-${one.session_id}.html">${worded(lang, one.title)}</a></li>`)}</ul>`;
    put('minutes.html', words, list);
    for (const one of minutes) {
      const body = minutesBody(lang, one, {
        ...{ day: dayOf(lang, edition, one), toRecommendation: null },
      });
      const back = html`<p><a href="minutes.html">${words}</a></p>`;
      put(`minutes-${one.session_id}.html`, plain(lang, one.title), html`${back}${body}`);
    }
  }
  if (materials.length > 0) {
    const words = i18n._('Materials');
    parts.push(['materials.html', words]);
    put('materials.html', words, html`${home}<h1>${words}</h1>${materialList(lang, materials)}`);
  }
  if (released !== undefined) files.push(...programmeFiles(lang, released));
  put('index.html', plain(lang, edition.title), index(lang, edition, parts));
  return files;
}

function index(lang: Locale, { title, released }: EditionToCopy, parts: [string, string][]): Html {
  const i18n = speakerFor(lang);
  const version =
    released === undefined ? null : i18n._('Version {version}', { version: released.number });
  return html`<h1>${worded(lang, title)}</h1>
<p class="soft">${version === null ? null : html`${version}. `}${
    released === undefined
      ? i18n._('A copy to read without a connection.')
      : i18n._('A copy to read without a connection. It does not change when the programme does.')
  }</p>
${parts.length === 0 ? null : html`<ul>${parts.map(([file, words]) => html`<li><a href="${file}">${words}</a></li>`)}</ul>`}
${released === undefined ? null : programmeList(readingOf(lang, released))}`;
}

function programmeList(reading: Reading): Html {
  return html`${clocks(reading)}${timetable(reading, placed(reading.programme.sessions))}
<p><a href="calendar.ics">${reading.i18n._('The whole programme for a calendar (.ics)')}</a></p>`;
}

function programmeFiles(lang: Locale, released: Released): Packed[] {
  const { programme, number, released_at } = released;
  const reading = readingOf(lang, released);
  const back = html`<p><a href="index.html">${reading.i18n._('Programme')}</a></p>`;
  return [
    ...placed(programme.sessions).map((session) => ({
      name: `${lang}/${session.id}.html`,
      text: page(lang, `${session.id}.html`, {
        title: plain(lang, session.title),
        body: html`${back}${sessionBody(reading, session)}`,
      }),
    })),
    {
      name: `${lang}/calendar.ics`,
      text: icalendar({
        ...{ programme, language: lang, version: number, releasedAt: released_at.toISOString() },
        ...{ host: 'copy.invalid', pageOf: ({ id }) => `${id}.html` },
      }),
    },
  ];
}

function readingOf(lang: Locale, { programme }: Released): Reading {
  const i18n = speakerFor(lang);
  return { lang, i18n, programme, zone: programme.zone, to: ({ id }) => `${id}.html` };
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
