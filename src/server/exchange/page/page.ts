import type { I18n } from '@lingui/core';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LOCALES, type Locale, locale } from '#domain/account/account.ts';
import { type InLanguage, inLanguage, type Wording } from '#domain/exchange/wording.ts';
import { type Html, html, paragraphs } from './html.ts';
import { placedChart } from './placed-chart.ts';
import { SPEAKERS } from './speaker.ts';
import { STYLES_HASH } from './styles.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Whether this installation is a trial; every public page says so. */
    trial: boolean;
  }
}

/** The parameters that every public page has. */
export const pageParams = z.object({ lang: locale });

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  ...{ en: 'English', ru: 'Русский', uz: 'Oʻzbekcha' },
};

export interface PageFrame {
  readonly lang: Locale;
  /** What follows `/exchange/<lang>`, e.g. `/practices`; the same page in the other languages. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description?: string;
  readonly body: Html;
  /** More for the head, e.g. citation metadata. */
  readonly head?: Html;
}

/** The words of the page's language, asked by their English text. */
export function speakerFor(lang: Locale): I18n {
  return SPEAKERS[lang];
}

/** Sends a whole public page: readable without a script, in its language, light on a bad line. */
export function sendPage(reply: FastifyReply, frame: PageFrame, status = 200): FastifyReply {
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', frame.lang)
      .header('cache-control', 'no-cache')
      // A form says from which page it came, to us alone: without it a browser sends `Origin: null`.
      .header('referrer-policy', 'same-origin')
      .send(page(frame, reply.trial).markup)
  );
}

/** The page where there is nothing for this reader: missing and not published look the same. */
export function sendNothing(reply: FastifyReply, lang: Locale): FastifyReply {
  const i18n = speakerFor(lang);
  const title = i18n._('There is nothing here');
  const body = html`<h1>${title}</h1><p>${i18n._('It may have been moved, or it is not published.')}
    <a href="/exchange/${lang}">${i18n._('To the start of the exchange')}</a></p>`;
  return sendPage(reply, { lang, path: '', title, body }, 404);
}

function page({ lang, path, title, description, body, head }: PageFrame, trial: boolean): Html {
  const i18n = speakerFor(lang);
  const name = i18n._('Exchange of experience');
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === name ? name : `${title} · ${name}`}</title>
${description === undefined ? null : html`<meta name="description" content="${description}">`}
<link rel="stylesheet" href="/exchange/styles-${STYLES_HASH}.css">
${LOCALES.map((other) => html`<link rel="alternate" hreflang="${other}" href="/exchange/${other}${path}">`)}
${head ?? null}
</head>
<body>
<a class="skip" href="#main">${i18n._('To the content')}</a>
${trial ? html`<p class="trial no-print">${i18n._('Trial: everything on these pages is made up')}</p>` : null}
<header>
<a class="home" href="/exchange/${lang}">${name}</a>
<nav aria-label="${i18n._('Parts of the exchange')}">
${NAVIGATION.map(({ path: to, label }) => html`<a href="/exchange/${lang}${to}"${path.startsWith(to) ? html` aria-current="page"` : null}>${label(i18n)}</a>`)}
</nav>
<nav class="languages" aria-label="${i18n._('Language')}">
${LOCALES.map((other) => html`<a href="/exchange/${other}${path}" lang="${other}" hreflang="${other}"${other === lang ? html` aria-current="true"` : null}>${LANGUAGE_NAMES[other]}</a>`)}
</nav>
</header>
<main id="main">
${body}
</main>
<footer><p>${i18n._('No page of the exchange holds data about a person of a programme.')}
<a href="/workspace">${i18n._('Sign in to take part')}</a></p></footer>
</body>
</html>
`;
}

/** What stands in the head of every page; a noun with public pages adds its line. */
const NAVIGATION: readonly { path: string; label: (i18n: I18n) => string }[] = [
  { path: '/practices', label: (i18n) => i18n._('Practice library') },
  { path: '/models', label: (i18n) => i18n._('Programme models') },
  { path: '/recommendations', label: (i18n) => i18n._('Recommendations') },
  { path: '/evidence', label: (i18n) => i18n._('Evidence in numbers') },
  { path: '/opinions', label: (i18n) => i18n._('Opinion maps') },
  { path: '/experts', label: (i18n) => i18n._('Experts') },
  { path: '/news', label: (i18n) => i18n._('News') },
];

/**
 * A wording for the page's reader: as text, with its language where it is another than the page's, and
 * a note where a translation stands in or its source has changed.
 */
export function worded(lang: Locale, wording: Wording, as: 'line' | 'prose' = 'line'): Html {
  const i18n = speakerFor(lang);
  const found = inLanguage(wording, lang);
  const foreign = found.fallback ? html` lang="${found.lang}"` : null;
  const note = noteOn(i18n, found);
  const mark = note === null ? null : html` <small class="note">${note}</small>`;
  if (as === 'line') return html`<span${foreign}>${found.text}</span>${mark}`;
  const chart = (part: string) => placedChart(i18n, lang, part);
  return html`<div${foreign}>${paragraphs(found.text, chart)}</div>${note === null ? null : html`<p class="note">${note}</p>`}`;
}

/** What a reader is told of a text that is not simply his own language; null where there is nothing to tell. */
export function noteOn(i18n: I18n, found: InLanguage): string | null {
  if (found.fallback) return i18n._('Not translated yet');
  return found.stale ? i18n._('The original has changed since this translation') : null;
}

/** The plain text of a wording in the page's language, for titles and attributes. */
export function plain(lang: Locale, wording: Wording): string {
  return inLanguage(wording, lang).text;
}
