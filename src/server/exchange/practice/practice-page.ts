import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { CARD_SECTIONS, type CardText } from '#domain/exchange/practice/card.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { adopted } from '../adoption/adopted-html.ts';
import type { ShownAdoption } from '../adoption/adoption-row.ts';
import { type Html, html, paragraphs } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { LANGUAGE_NAMES, speakerFor, worded } from '../page/page.ts';
import { type Links, linksHtml } from '../recommendation/came-of-html.ts';
import type { Shown } from './library.ts';
import {
  costWords,
  countryName,
  designWords,
  directionWords,
  groupWords,
  interventionWords,
  outcomeWords,
  reviewWords,
  scopeWords,
  sectionWords,
  stageWords,
  textWords,
  themeWords,
} from './practice-words.ts';
import type { VersionLine } from './published.ts';
import { scales } from './scales.ts';

interface Found {
  readonly shown: Shown;
  readonly adoptions: readonly ShownAdoption[];
  readonly versions: readonly VersionLine[];
  readonly names: ReadonlyMap<string, Wording>;
  readonly links: Links;
}

/** One practice, whole: what was done, what came of it and what did not, who judged it, who took it over. */
export function practiceBody(lang: Locale, found: Found, today: string): Html {
  const { shown, adoptions, versions, names } = found;
  const i18n = speakerFor(lang);
  const { texts } = shown.card;
  const words = textWords(i18n);
  const titles = sectionWords(i18n);
  const newest = versions[0]?.version ?? shown.version;
  const text = (name: CardText) => {
    const said = texts[name];
    return said === null ? null : html`<h3>${words[name]}</h3>${worded(lang, said, 'prose')}`;
  };
  return html`<h1>${worded(lang, texts.title)}</h1>
${texts.one_line === null ? null : html`<p>${worded(lang, texts.one_line)}</p>`}
${warnings(lang, i18n, shown, newest, today)}
${texts.summary === null ? null : worded(lang, texts.summary, 'prose')}
${inShort(lang, i18n, found)}
${linksHtml(lang, i18n, found.links)}
${scales(i18n, shown.card)}
${(['need', 'work', 'results', 'transfer', 'sources'] as const).map(
  (section) => html`<h2>${titles[section]}</h2>
${CARD_SECTIONS[section].map((name) => (name in texts ? text(name as CardText) : null))}
${section === 'results' ? studies(i18n, shown) : null}`,
)}
${adopted(lang, i18n, adoptions, names)}
${reviews(lang, i18n, shown)}
${languages(lang, i18n, texts.title)}
<h2>${i18n._('Versions')}</h2>
<ul>${versions.map((one) => html`<li><a href="/exchange/${lang}/practices/${shown.id}${one.latest ? '' : `?version=${one.version}`}"${one.version === shown.version ? html` aria-current="page"` : null}>${i18n._('Version {version}', { version: one.version })}</a>, ${longDay(lang, one.published_at)}</li>`)}</ul>`;
}

function warnings(lang: Locale, i18n: I18n, shown: Shown, newest: number, today: string) {
  const old = shown.version < newest;
  const stale = shown.review_on !== null && shown.review_on < today;
  return html`${old ? html`<p class="fault">${i18n._('This is an earlier version.')} <a href="/exchange/${lang}/practices/${shown.id}">${i18n._('Read the newest')}</a></p>` : null}
${shown.archived ? html`<p class="fault">${i18n._('This practice is kept in the archive: nobody looks after the card any more.')}</p>` : null}
${stale && !shown.archived ? html`<p class="fault">${i18n._('Its review date was {day}, and nobody has looked at it since. Ask before you rely on it.', { day: longDay(lang, shown.review_on) })}</p>` : null}`;
}

function inShort(lang: Locale, i18n: I18n, { shown, names }: Found) {
  const { facts, texts, institution_id } = shown.card;
  const institution = institution_id === null ? undefined : names.get(institution_id);
  const themes = themeWords(i18n);
  const groups = groupWords(i18n);
  const stages = stageWords(i18n);
  const row = (name: string, value: Html | string | null) =>
    value === null ? null : html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<dl>
${row(i18n._('Country'), countryName(lang, facts.country, ''))}
${row(i18n._('Institution'), institution === undefined ? null : worded(lang, institution))}
${row(i18n._('Partners'), texts.partners === null ? null : worded(lang, texts.partners))}
${row(i18n._('Reach'), facts.scope === null ? null : scopeWords(i18n)[facts.scope])}
${row(i18n._('Theme'), facts.themes.map((one) => themes[one]).join(', '))}
${row(i18n._('For whom'), facts.target_groups.map((one) => groups[one]).join(', '))}
${row(i18n._('When'), facts.stages.map((one) => stages[one]).join(', '))}
${row(i18n._('Years'), facts.from_year === null ? null : facts.to_year === null ? i18n._('since {year}', { year: String(facts.from_year) }) : `${facts.from_year}–${facts.to_year}`)}
${row(i18n._('Cost for one person'), facts.cost_band === null ? null : costWords(i18n)[facts.cost_band])}
${row(i18n._('Licence'), facts.licence)}
${row(i18n._('Lasting address'), facts.handle)}
${row(i18n._('To be looked at again'), shown.review_on === null ? null : longDay(lang, shown.review_on))}
</dl>`;
}

function studies(i18n: I18n, { card: { facts } }: Shown) {
  if (facts.studies.length === 0) return null;
  const [what, outcome] = [interventionWords(i18n), outcomeWords(i18n)];
  const [design, direction] = [designWords(i18n), directionWords(i18n)];
  return html`<h3>${i18n._('What was looked at')}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${i18n._('What was looked at')}"><table><thead><tr><th scope="col">${i18n._('What is done')}</th><th scope="col">${i18n._('What should become better')}</th><th scope="col">${i18n._('Result')}</th><th scope="col">${i18n._('How it was looked at')}</th><th scope="col" class="number">${i18n._('People')}</th><th scope="col" class="number">${i18n._('Year')}</th><th scope="col">${i18n._('Source')}</th></tr></thead>
<tbody>${facts.studies.map((one) => html`<tr><td>${what[one.intervention]}</td><td>${outcome[one.outcome]}</td><td>${direction[one.direction]}</td><td>${design[one.design]}</td><td class="number">${one.people}</td><td class="number">${one.year}</td><td>${one.source}</td></tr>`)}</tbody></table></div>`;
}

function reviews(lang: Locale, i18n: I18n, { card }: Shown) {
  if (card.reviews.length === 0) return null;
  const words = reviewWords(i18n);
  return html`<h2>${i18n._('Reviews')}</h2>
<p><a href="/exchange/${lang}/practices/criteria">${i18n._('How practices are judged')}</a></p>
${card.reviews.map(
  (
    review,
  ) => html`<details><summary>${i18n._('Reviewer from {country}', { country: countryName(lang, review.country, i18n._('an international organisation')) })}</summary>
<div lang="${review.language}">${paragraphs(review.summary)}</div>
<ul>${Object.entries(review.criteria).map(([name, one]) => html`<li><strong>${words[name as keyof typeof words]}</strong>: ${one.met ? i18n._('met') : i18n._('not met')}. <span lang="${review.language}">${one.reason}</span></li>`)}</ul></details>`,
)}`;
}

/** Which languages there are, whether each still says what the source says, and who translated it. */
function languages(lang: Locale, i18n: I18n, title: Wording) {
  const name = new Intl.DisplayNames([lang], { type: 'language' });
  return html`<h2>${i18n._('Languages')}</h2>
<ul>${Object.entries(title.versions).map(([tag, one]) => {
    const said = LANGUAGE_NAMES[tag.split('-')[0] as Locale] ?? name.of(tag) ?? tag;
    const note =
      tag === title.source
        ? i18n._('original')
        : one.of < title.revision
          ? i18n._('The original has changed since this translation')
          : i18n._('translation');
    return html`<li><span lang="${tag}">${said}</span>: ${note}${one.by === null || tag === title.source ? null : html` (${one.by})`}</li>`;
  })}</ul>`;
}
