import type { Locale } from '#domain/account/account.ts';
import { LICENCES } from '#domain/exchange/proceedings/proceedings.ts';
import { type Html, html } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { plain, speakerFor, worded } from '../page/page.ts';
import type { ProceedingsOut } from './proceedings-rows.ts';

/** Proceedings to read, on the server and in the copy to take along, where no link leads out. */
export function proceedingsBody(
  lang: Locale,
  out: ProceedingsOut,
  place: 'on the server' | 'in the copy' = 'on the server',
): Html {
  const i18n = speakerFor(lang);
  const { published: copy } = out;
  const licence = LICENCES[copy.licence];
  const outside = (url: string, name: string) =>
    place === 'on the server' ? html`<a href="${url}">${name}</a>` : html`${name}`;
  return html`<h1>${i18n._('Proceedings')}</h1>
<p>${worded(lang, copy.title)}</p>
<dl>${copy.host === null ? null : html`<dt>${i18n._('Publisher')}</dt><dd>${worded(lang, copy.host)}</dd>`}
<dt>${i18n._('Day of publication')}</dt><dd>${longDay(lang, out.published_at)}</dd>
${copy.doi === null ? null : html`<dt>DOI</dt><dd>${outside(`https://doi.org/${copy.doi}`, copy.doi)}</dd>`}
<dt>${i18n._('Licence')}</dt><dd>${outside(licence.url, licence.name)}</dd></dl>
${worded(lang, copy.abstract, 'prose')}
${copy.sessions.map(
  (session) => html`<section id="${session.id}"><h2>${worded(lang, session.title)}</h2>
${session.people.length === 0 ? null : html`<p class="soft">${session.people.map(({ name, affiliation }, at) => html`${at === 0 ? null : '; '}${name}${affiliation === null ? null : html`, ${plain(lang, affiliation)}`}`)}</p>`}
${session.abstract === null ? null : worded(lang, session.abstract, 'prose')}</section>`,
)}`;
}
